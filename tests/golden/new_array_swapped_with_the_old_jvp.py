import numpy as np


def new_array_swapped_with_the_old_jvp(u, rate, u_dot, rate_dot):
    """The value of new_array_swapped_with_the_old, and its derivative in the
    direction u_dot, rate_dot.
    """
    old_dot = np.zeros(len(u))
    old = np.zeros(len(u))
    for step in range(3):
        new_dot = np.empty_like(u)
        new = np.empty_like(u)
        for i in range(len(u)):
            term = rate_dot * (u[i] - old[i]) + rate * (u_dot[i] - old_dot[i])
            new_dot[i] = u_dot[i] + term
            new[i] = u[i] + rate * (u[i] - old[i])
        if step > 0:
            old, u = u, old
            old_dot, u_dot = u_dot, old_dot
        u, new_2 = new, u
        u_dot, new_2_dot = new_dot, u_dot
    if old.shape != new_2.shape:
        raise ValueError("old and new have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(u)):
        total_dot += u_dot[i] * u[i] + u[i] * u_dot[i]
        total += u[i] * u[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(old)):
        total_2_dot += old_dot[i] * new_2[i] + old[i] * new_2_dot[i]
        total_2 += old[i] * new_2[i]
    return total + total_2, total_dot + total_2_dot
