import numpy as np


def slice_assignment_jvp(x, x_dot):
    """The value of slice_assignment, and its derivative in the direction x_dot."""
    y_dot = np.zeros(6)
    y = np.zeros(6)
    if len(y[0:3]) != len(x):
        raise ValueError("y[0:3] and x have different shapes")
    y_dot[0:3] = x_dot * x + x * x_dot
    y[0:3] = x * x
    if len(y[3:]) != len(y[:3]):
        raise ValueError("y[3:] and y[:3] have different shapes")
    y_dot[3:] = (y_dot[:3] * x[0] + y[:3] * x_dot[0]).copy()
    y[3:] = (y[:3] * x[0]).copy()
    s_dot = y_dot[1] * y[4] + y[1] * y_dot[4]
    s = y[1] * y[4]
    y_dot[1:3] = 0.0
    y[1:3] = 0.5
    y_dot[:] = (y_dot * y[5] + y * y_dot[5]).copy()
    y[:] = (y * y[5]).copy()
    value = s + y[0] * y[1] + y[3]
    return value, s_dot + (y_dot[0] * y[1] + y[0] * y_dot[1]) + y_dot[3]
