import numpy as np


def returned_view_jvp(x, x_dot):
    """The value of returned_view, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    value_dot = y_dot[1:]
    value = y[1:]
    return value, value_dot
