import numpy as np


def view_rebound_in_a_loop_jvp(a, a_dot):
    """The value of view_rebound_in_a_loop, and its derivative in the direction
    a_dot.
    """
    b_dot = np.empty_like(a)
    b = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_dot[i, j] = a_dot[i, j]
            b[i, j] = a[i, j] * 1.0
    current_dot = b_dot[0]
    current = b[0]
    for i in range(1, b.shape[0]):
        below_dot = b_dot[i]
        below = b[i]
        for j in range(len(below)):
            below_dot[j] = below_dot[j] * current[j] + below[j] * current_dot[j]
            below[j] = below[j] * current[j] + 0.2
        current_dot = below_dot
        current = below
    value_dot = current_dot[0] * current[1] + current[0] * current_dot[1] + b_dot[1, 0]
    return current[0] * current[1] + b[1, 0], value_dot
