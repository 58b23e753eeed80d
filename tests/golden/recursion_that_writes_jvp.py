import numpy as np


def descend_tangent(y, i, y_dot):
    """descend and its tangent."""
    if i > 0:
        y_dot[i - 1] = y_dot[i - 1] * y[i] + y[i - 1] * y_dot[i]
        y[i - 1] = y[i - 1] * y[i] + 0.2
        descend_tangent(y, i - 1, y_dot)
        y_dot[i] = y_dot[i] * y[0] + y[i] * y_dot[0]
        y[i] *= y[0]


def recursion_that_writes_jvp(x, x_dot):
    """The value of recursion_that_writes, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    descend_tangent(y, len(x) - 1, y_dot)
    return y[0] * y[1] + y[2], y_dot[0] * y[1] + y[0] * y_dot[1] + y_dot[2]
