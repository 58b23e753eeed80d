import numpy as np


def work_array_between_loops_value_and_grad(stiffness, load):
    """The value of work_array_between_loops, and its gradient with respect to
    stiffness and load.
    """
    # forward sweep: saves u
    n = len(load)
    u = np.zeros(n)
    residual = np.empty((3, len(load)))
    u_saved = np.empty((3, n))
    for k_2 in range(3):
        for k in range(n):
            residual[k_2, k] = load[k] - u[k] * stiffness[k] * u[k]
        for i in range(n):
            u_saved[k_2, i] = u[i]
            u[i] += residual[k_2, i] / stiffness[i]
    total = 0.0
    for i in range(n):
        total += u[i]

    # reverse sweep
    stiffness_bar = np.zeros_like(stiffness)
    load_bar = np.zeros_like(load)
    u_bar = np.empty_like(u)
    for i in range(n):
        u_bar[i] = 1.0
    residual_bar = np.empty(len(load))
    for k_2 in range(2, -1, -1):
        for i in range(n):
            u[i] = u_saved[k_2, i]
            numerator_bar = u_bar[i] / stiffness[i]
            residual_bar[i] = numerator_bar
            stiffness_bar[i] -= residual[k_2, i] * numerator_bar / stiffness[i]
        for k in range(n):
            load_bar[k] += residual_bar[k]
            stiffness_bar[k] -= u[k] * u[k] * residual_bar[k]
            u_bar[k] -= (stiffness[k] * u[k] + u[k] * stiffness[k]) * residual_bar[k]
    return total, stiffness_bar, load_bar
