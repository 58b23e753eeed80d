import numpy as np


def upwind_transport_jvp(start, current, ratio, start_dot, current_dot, ratio_dot):
    """The value of upwind_transport, and its derivative in the direction start_dot,
    current_dot, ratio_dot.
    """
    n = len(start)
    u_dot = start_dot.copy()
    u = start.copy()
    new_dot = np.zeros(n)
    new = np.zeros(n)
    for _ in range(4):
        for i in range(1, n - 1):
            if current[i] > 0.0:
                factor = ratio_dot * current[i] + ratio * current_dot[i]
                term_2 = factor * (u[i] - u[i - 1])
                term = term_2 + ratio * current[i] * (u_dot[i] - u_dot[i - 1])
                new_dot[i] = u_dot[i] - term
                new[i] = u[i] - ratio * current[i] * (u[i] - u[i - 1])
            else:
                factor_2 = ratio_dot * current[i] + ratio * current_dot[i]
                term_4 = factor_2 * (u[i + 1] - u[i])
                term_3 = term_4 + ratio * current[i] * (u_dot[i + 1] - u_dot[i])
                new_dot[i] = u_dot[i] - term_3
                new[i] = u[i] - ratio * current[i] * (u[i + 1] - u[i])
        u, new = new, u
        u_dot, new_dot = new_dot, u_dot
    total_dot = 0.0
    total = 0.0
    for i in range(len(u)):
        total_dot += 2.0 * u[i] * u_dot[i]
        total += u[i] ** 2
    value = total + u[1] * u[n - 2]
    return value, total_dot + (u_dot[1] * u[n - 2] + u[1] * u_dot[n - 2])
