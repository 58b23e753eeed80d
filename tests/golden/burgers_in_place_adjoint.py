import numpy as np


def burgers_in_place_adjoint(u, viscosity, steps, result_bar, u_bar):
    """The adjoint of viscosity in burgers_in_place; the adjoint of u is added to
    u_bar.
    """
    # forward sweep: saves u
    n = len(u)
    u_saved = np.empty((steps, n))
    u_saved_2 = np.empty(steps)
    u_saved_3 = np.empty(steps)
    for k in range(steps):
        for i in range(1, n - 1):
            advection = u[i] * (u[i + 1] - u[i - 1]) * 0.5
            diffusion = viscosity * (u[i + 1] - 2.0 * u[i] + u[i - 1])
            u_saved[k, i] = u[i]
            u[i] += 0.2 * (diffusion - advection)
        u_saved_2[k] = u[0]
        u[0] = u[n - 2]
        u_saved_3[k] = u[n - 1]
        u[n - 1] = u[1]

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(u)):
        u_bar[k] += 3.0 * u[k] ** 2 * result_bar
    viscosity_bar = 0.0
    for k in range(steps - 1, -1, -1):
        u[n - 1] = u_saved_3[k]
        u_part_bar = u_bar[n - 1]
        u_bar[n - 1] = 0.0
        u_bar[1] += u_part_bar
        u[0] = u_saved_2[k]
        u_part_bar = u_bar[0]
        u_bar[0] = 0.0
        u_bar[n - 2] += u_part_bar
        for i in range(n - 2, 0, -1):
            u[i] = u_saved[k, i]
            diffusion_bar = 0.2 * u_bar[i]
            viscosity_bar += (u[i + 1] - 2.0 * u[i] + u[i - 1]) * diffusion_bar
            sum_bar = viscosity * diffusion_bar
            product_bar = -0.1 * u_bar[i]
            u_bar[i] += (u[i + 1] - u[i - 1]) * product_bar - 2.0 * sum_bar
            u_bar[i + 1] += sum_bar + u[i] * product_bar
            u_bar[i - 1] += sum_bar - u[i] * product_bar
    return viscosity_bar
