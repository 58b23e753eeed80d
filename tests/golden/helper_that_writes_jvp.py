import numpy as np


def fill_tangent(y, x, k, y_dot, x_dot):
    """fill and its tangent."""
    for i in range(len(y)):
        y_dot[i] = k * x_dot[i] * x[i] + k * x[i] * x_dot[i]
        y[i] = k * x[i] * x[i]


def fill_tangent_2(y, x, k, y_dot, x_dot, k_dot):
    """fill and its tangent."""
    for i in range(len(y)):
        y_dot[i] = (k_dot * x[i] + k * x_dot[i]) * x[i] + k * x[i] * x_dot[i]
        y[i] = k * x[i] * x[i]


def helper_that_writes_jvp(x, x_dot):
    """The value of helper_that_writes, and its derivative in the direction x_dot."""
    y_dot = np.zeros(3)
    y = np.empty(3)
    fill_tangent(y, x, 2.0, y_dot, x_dot)
    s_dot = y_dot[0] * y[1] + y[0] * y_dot[1]
    s = y[0] * y[1]
    fill_tangent_2(y, x, x[0], y_dot, x_dot, x_dot[0])
    return s + y[2] * y[1], s_dot + (y_dot[2] * y[1] + y[2] * y_dot[1])
