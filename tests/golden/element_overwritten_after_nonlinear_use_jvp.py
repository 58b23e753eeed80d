import numpy as np


def element_overwritten_after_nonlinear_use_jvp(x, x_dot):
    """The value of element_overwritten_after_nonlinear_use, and its derivative in
    the direction x_dot.
    """
    y_dot = np.empty(3)
    y = np.zeros(3)
    for i in range(3):
        y_dot[i] = x_dot[i]
        y[i] = x[i]
    s_dot = y_dot[0] * y[0] + y[0] * y_dot[0]
    s = y[0] * y[0]
    y_dot[0] = 0.0
    y[0] = 1.0
    for i in range(3):
        s_dot += (y_dot[i] * y[i] + y[i] * y_dot[i]) * x[0] + y[i] * y[i] * x_dot[0]
        s += y[i] * y[i] * x[0]
    return s, s_dot
