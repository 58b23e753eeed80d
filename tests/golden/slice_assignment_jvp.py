import numpy as np


def slice_assignment_jvp(x, x_dot):
    """The value of slice_assignment, and its derivative in the direction x_dot."""
    y_dot = np.zeros(6)
    y = np.zeros(6)
    if len(y[0:3]) != len(x):
        raise ValueError("y[0:3] and x have different shapes")
    term_dot = np.empty_like(x)
    term = np.empty_like(x)
    for i in range(len(x)):
        term_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        term[i] = x[i] * x[i]
    y_dot[0:3] = term_dot
    y[0:3] = term
    if len(y[3:]) != len(y[:3]):
        raise ValueError("y[3:] and y[:3] have different shapes")
    y_part_dot = y_dot[:3]
    y_part = y[:3]
    x_0_dot = x_dot[0]
    x_0 = x[0]
    values_dot = np.empty_like(y_part)
    values = np.empty_like(y_part)
    for i in range(len(y_part)):
        values_dot[i] = y_part_dot[i] * x_0 + y_part[i] * x_0_dot
        values[i] = y_part[i] * x_0
    for i in range(3):
        y_dot[i + 3] = values_dot[i]
        y[i + 3] = values[i]
    s_dot = y_dot[1] * y[4] + y[1] * y_dot[4]
    s = y[1] * y[4]
    y_dot[1:3] = 0.0
    y[1:3] = 0.5
    y_5_dot = y_dot[5]
    y_5 = y[5]
    for i in range(6):
        y_dot[i] = y_dot[i] * y_5 + y[i] * y_5_dot
        y[i] = y[i] * y_5
    value = s + y[0] * y[1] + y[3]
    return value, s_dot + (y_dot[0] * y[1] + y[0] * y_dot[1]) + y_dot[3]
