import math

import numpy as np


def element_written_twice_jvp(x, x_dot):
    """The value of element_written_twice, and its derivative in the direction x_dot."""
    y_dot = np.empty(len(x))
    y = np.empty(len(x))
    for i in range(len(x)):
        exp_x = math.exp(x[i])
        y_dot[i] = exp_x * x_dot[i]
        y[i] = exp_x
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[len(x) - 1 - i] + x[i] * x_dot[len(x) - 1 - i]
        y[i] = x[i] * x[len(x) - 1 - i]
    y_dot[0] = math.cos(y[0]) * y_dot[0]
    y[0] = math.sin(y[0])
    y_dot[0] = y_dot[0] * y[0] + y[0] * y_dot[0]
    y[0] = y[0] * y[0]
    return y[0] * y[1] + y[2], y_dot[0] * y[1] + y[0] * y_dot[1] + y_dot[2]
