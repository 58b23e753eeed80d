import numpy as np


def helper_that_returns_one_array_twice_jvp(x, x_dot):
    """The value of helper_that_returns_one_array_twice, and its derivative in the
    direction x_dot.
    """
    a_dot = np.empty_like(x)
    a = np.empty_like(x)
    for i in range(len(x)):
        a_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        a[i] = x[i] * x[i]
    b = a
    a_dot[0] = 3.0 * a_dot[1]
    a[0] = 3.0 * b[1]
    return b[0] * a[1], a_dot[0] * a[1] + b[0] * a_dot[1]
