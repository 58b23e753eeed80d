import numpy as np


def array_scaled_then_added_to_in_a_loop_jvp(x, a, x_dot, a_dot):
    """The value of array_scaled_then_added_to_in_a_loop, and its derivative in the
    direction x_dot, a_dot.
    """
    c_dot = np.empty_like(a)
    c = np.empty_like(a)
    for i in range(len(a)):
        c_dot[i] = a_dot[i] * x + a[i] * x_dot
        c[i] = a[i] * x
        c_dot[i] = c_dot[i] * x + c[i] * x_dot
        c[i] *= x
    for i in range(3):
        c_dot[i] += x_dot * i
        c[i] += x * i
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += c_dot[i] * a[i] + c[i] * a_dot[i]
        total += c[i] * a[i]
    return total, total_dot
