import numpy as np


def helper_that_returns_one_array_twice_jvp(x, x_dot):
    """The value of helper_that_returns_one_array_twice, and its derivative in the
    direction x_dot.
    """
    y_dot = np.zeros_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    a = y
    b = y
    y_dot[0] = 3.0 * y_dot[1]
    a[0] = 3.0 * b[1]
    return b[0] * a[1], y_dot[0] * a[1] + b[0] * y_dot[1]
