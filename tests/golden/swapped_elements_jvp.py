import math

import numpy as np


def swapped_elements_jvp(x, x_dot):
    """The value of swapped_elements, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    n = len(x)
    for i in range(n // 2):
        value_before_dot = y_dot[i]
        value_before = y[i]
        y_dot[i] = 0.5 * y_dot[n - 1 - i]
        y[i] = y[n - 1 - i] * 0.5
        y_dot[n - 1 - i] = value_before_dot
        y[n - 1 - i] = value_before
        y_dot[i] = math.cos(y[i]) * y_dot[i]
        y[i] = math.sin(y[i])
    value_before_2_dot = y_dot[0]
    value_before_2 = y[0]
    y_dot[0] = y_dot[1]
    y[0] = y[1]
    y_dot[1] = value_before_2_dot
    y[1] = value_before_2
    value_dot = y_dot[0] * y[1] + y[0] * y_dot[1] + (y_dot[2] * y[3] + y[2] * y_dot[3])
    return y[0] * y[1] + y[2] * y[3], value_dot
