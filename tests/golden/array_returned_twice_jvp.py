import numpy as np


def array_returned_twice_jvp(x, x_dot):
    """The value of array_returned_twice, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    value_1_dot = y_dot[1:]
    value_1 = y[1:]
    return y, value_1, y[0], y_dot, value_1_dot, y_dot[0]
