import numpy as np


def return_an_array_jvp(x, x_dot):
    """The value of return_an_array, and its derivative in the direction x_dot."""
    y_dot = np.empty(len(x))
    y = np.empty(len(x))
    s_dot = 0.0
    s = 1.0
    for i in range(len(x)):
        s_dot = s_dot * x[i] + s * x_dot[i]
        s = s * x[i] + 0.5
        y_dot[i] = s_dot * s + s * s_dot
        y[i] = s * s
    return y, y_dot
