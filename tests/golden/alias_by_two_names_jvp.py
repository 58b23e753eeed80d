import numpy as np


def alias_by_two_names_jvp(x, x_dot):
    """The value of alias_by_two_names, and its derivative in the direction x_dot."""
    y_dot = np.empty(3)
    y = np.zeros(3)
    z = y
    for i in range(3):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        z[i] = x[i] * x[i]
    s = y[0] * y[1]
    y_dot[1] = y_dot[0] * y[1] + y[0] * y_dot[1]
    y[1] = s
    y_dot[0] = y_dot[1] * z[2] + y[1] * y_dot[2]
    z[0] = y[1] * z[2]
    return y[0] * z[1] + y[2], y_dot[0] * z[1] + y[0] * y_dot[1] + y_dot[2]
