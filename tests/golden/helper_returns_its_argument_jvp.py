import numpy as np


def helper_returns_its_argument_jvp(x, x_dot):
    """The value of helper_returns_its_argument, and its derivative in the direction
    x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    for i in range(len(y)):
        y_dot[i] = 2.0 * y_dot[i]
        y[i] *= 2.0
    z = y
    y_dot[0] = y_dot[1] * z[2] + z[1] * y_dot[2]
    z[0] = z[1] * z[2]
    return y[0] * y[1] + z[2], y_dot[0] * y[1] + y[0] * y_dot[1] + y_dot[2]
