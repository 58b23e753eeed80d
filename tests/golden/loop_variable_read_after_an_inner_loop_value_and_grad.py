import numpy as np


def loop_variable_read_after_an_inner_loop_value_and_grad(x, steps):
    """The value of loop_variable_read_after_an_inner_loop, and its gradient with
    respect to x.
    """
    # forward sweep: saves j, i and u
    u = x.copy()
    n = len(u)
    j = 0
    i = 0
    j_saved = np.empty((steps, 2), dtype=np.int64)
    i_saved = np.empty(steps, dtype=np.int64)
    u_saved = np.empty((steps, n))
    u_saved_2 = np.empty(steps)
    u_saved_3 = []
    u_saved_4 = np.empty((steps, 2))
    for k in range(steps):
        i_saved[k] = i
        for i in range(1, n - 1):
            u_saved[k, i] = u[i]
            u[i] += 0.1 * u[i - 1] * u[i + 1]
        u_saved_2[k] = u[i]
        u[i] = u[i - 1] * u[i]
        for k_2 in range(2):
            j_saved[k, k_2] = j
            for j in range(i):
                cos_u = np.cos(u[i])
                u_saved_3.append(u[j])
                u[j] *= cos_u
            u_saved_4[k, k_2] = u[j]
            u[j] = np.sin(u[j] * u[0])
    total = 0.0
    for k in range(n):
        total += u[k] ** 3

    # reverse sweep
    u_bar = np.empty_like(u)
    for k in range(n):
        u_bar[k] = 3.0 * u[k] ** 2
    for k in range(steps - 1, -1, -1):
        for k_2 in range(1, -1, -1):
            u[j] = u_saved_4[k, k_2]
            product_bar = np.cos(u[j] * u[0]) * u_bar[j]
            u_bar[j] = u[0] * product_bar
            u_bar[0] += u[j] * product_bar
            for j in range(i - 1, -1, -1):
                u[j] = u_saved_3.pop()
                u_j_bar = u_bar[j]
                u_bar[j] = np.cos(u[i]) * u_j_bar
                u_bar[i] -= np.sin(u[i]) * u[j] * u_j_bar
            j = j_saved[k, k_2]
        u[i] = u_saved_2[k]
        u_i_bar = u_bar[i]
        u_bar[i] = 0.0
        u_bar[i - 1] += u[i] * u_i_bar
        u_bar[i] += u[i - 1] * u_i_bar
        for i in range(n - 2, 0, -1):
            u[i] = u_saved[k, i]
            u_i_bar = u_bar[i]
            u_bar[i - 1] += 0.1 * u[i + 1] * u_i_bar
            u_bar[i + 1] += 0.1 * u[i - 1] * u_i_bar
        i = i_saved[k]
    return total, u_bar
