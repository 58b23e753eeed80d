import numpy as np


def work_array_between_loops_jvp(stiffness, load, stiffness_dot, load_dot):
    """The value of work_array_between_loops, and its derivative in the direction
    stiffness_dot, load_dot.
    """
    n = len(load)
    u_dot = np.zeros(n)
    u = np.zeros(n)
    residual_dot = np.zeros_like(load)
    residual = np.empty_like(load)
    for _ in range(3):
        for k in range(n):
            term_2 = (u_dot[k] * stiffness[k] + u[k] * stiffness_dot[k]) * u[k]
            term = term_2 + u[k] * stiffness[k] * u_dot[k]
            residual_dot[k] = load_dot[k] - term
            residual[k] = load[k] - u[k] * stiffness[k] * u[k]
        for i in range(n):
            quotient = residual[i] / stiffness[i]
            u_dot[i] += (residual_dot[i] - quotient * stiffness_dot[i]) / stiffness[i]
            u[i] += quotient
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += u_dot[i]
        total += u[i]
    return total, total_dot
