import numpy as np


def upwind_transport_value_and_grad(start, current, ratio):
    """The value of upwind_transport, and its gradient with respect to start, current
    and ratio.
    """
    # forward sweep: saves new
    n = len(start)
    u = start.copy()
    new = np.zeros(n)
    new_saved = np.empty((4, n))
    new_saved_2 = np.empty((4, n))
    for k in range(4):
        for i in range(1, n - 1):
            if current[i] > 0.0:
                new_saved[k, i] = new[i]
                new[i] = u[i] - ratio * current[i] * (u[i] - u[i - 1])
            else:
                new_saved_2[k, i] = new[i]
                new[i] = u[i] - ratio * current[i] * (u[i + 1] - u[i])
        u, new = new, u
    total = 0.0
    for i in range(len(u)):
        total += u[i] ** 2
    value = total + u[1] * u[n - 2]

    # reverse sweep
    start_bar = np.zeros_like(start)
    current_bar = np.zeros_like(current)
    u_bar = np.zeros_like(u)
    u_bar[1] += u[n - 2]
    u_bar[n - 2] += u[1]
    for i in range(len(u)):
        u_bar[i] += 2.0 * u[i]
    new_bar = np.zeros_like(new)
    ratio_bar = 0.0
    for k in range(3, -1, -1):
        new, u = u, new
        new_bar, u_bar = u_bar, new_bar
        for i in range(1, n - 1):
            if current[i] > 0.0:
                new[i] = new_saved[k, i]
                new_i_bar = new_bar[i]
                new_bar[i] = 0.0
                product_bar = -(u[i] - u[i - 1]) * new_i_bar
                ratio_bar += current[i] * product_bar
                current_bar[i] += ratio * product_bar
                difference_bar = -ratio * current[i] * new_i_bar
                u_bar[i] += new_i_bar + difference_bar
                u_bar[i - 1] -= difference_bar
            else:
                new[i] = new_saved_2[k, i]
                new_i_bar = new_bar[i]
                new_bar[i] = 0.0
                product_bar = -(u[i + 1] - u[i]) * new_i_bar
                ratio_bar += current[i] * product_bar
                current_bar[i] += ratio * product_bar
                difference_bar = -ratio * current[i] * new_i_bar
                u_bar[i + 1] += difference_bar
                u_bar[i] += new_i_bar - difference_bar
    start_bar += u_bar
    return value, start_bar, current_bar, ratio_bar
