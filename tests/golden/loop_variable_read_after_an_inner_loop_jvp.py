import numpy as np


def loop_variable_read_after_an_inner_loop_jvp(x, steps, x_dot):
    """The value of loop_variable_read_after_an_inner_loop, and its derivative in the
    direction x_dot.
    """
    u_dot = x_dot.copy()
    u = x.copy()
    n = len(u)
    for __2 in range(steps):
        for i in range(1, n - 1):
            u_dot[i] += 0.1 * u_dot[i - 1] * u[i + 1] + 0.1 * u[i - 1] * u_dot[i + 1]
            u[i] += 0.1 * u[i - 1] * u[i + 1]
        u_dot[i] = u_dot[i - 1] * u[i] + u[i - 1] * u_dot[i]
        u[i] = u[i - 1] * u[i]
        for _ in range(2):
            for j in range(i):
                cos_u = np.cos(u[i])
                u_dot[j] = u_dot[j] * cos_u - u[j] * np.sin(u[i]) * u_dot[i]
                u[j] *= cos_u
            u_dot[j] = np.cos(u[j] * u[0]) * (u_dot[j] * u[0] + u[j] * u_dot[0])
            u[j] = np.sin(u[j] * u[0])
    total_dot = 0.0
    total = 0.0
    for k in range(n):
        total_dot += 3.0 * u[k] ** 2 * u_dot[k]
        total += u[k] ** 3
    return total, total_dot
