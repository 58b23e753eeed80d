import numpy as np


def array_scaled_then_added_to_in_a_loop_jvp(x, a, x_dot, a_dot):
    """The value of array_scaled_then_added_to_in_a_loop, and its derivative in the
    direction x_dot, a_dot.
    """
    c_dot = a_dot * x + a * x_dot
    c = a * x
    c_dot[:] = c_dot * x + c * x_dot
    c *= x
    for i in range(3):
        c_dot[i] += x_dot * i
        c[i] += x * i
    return np.sum(c * a), np.sum(c_dot * a + c * a_dot)
