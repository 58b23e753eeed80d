import numpy as np


def rebinding_against_writing_in_place_jvp(x, x_dot):
    """The value of rebinding_against_writing_in_place, and its derivative in the
    direction x_dot.
    """
    y_dot = np.zeros_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    old = y
    y_new_dot = np.zeros_like(y)
    y_new = np.empty_like(y)
    for i in range(len(y)):
        y_new_dot[i] = 2.0 * y_dot[i]
        y_new[i] = y[i] * 2.0
    y = y_new
    for i in range(len(y)):
        y_new_dot[i] = y_new_dot[i] * x[i] + y[i] * x_dot[i]
        y[i] *= x[i]
    kept = y
    values_dot = np.zeros_like(old)
    values = np.empty_like(old)
    for i in range(len(old)):
        values_dot[i] = y_dot[i]
        values[i] = old[i]
    for i in range(len(y)):
        y_new_dot[i] += values_dot[i]
        y[i] += values[i]
    x_0_dot = x_dot[0]
    x_0 = x[0]
    for i in range(len(old)):
        y_dot[i] = y_dot[i] * x_0 + old[i] * x_0_dot
        old[i] *= x_0
    value_dot = (
        y_new_dot[0] * old[1]
        + kept[0] * y_dot[1]
        + (y_new_dot[1] * y[2] + kept[1] * y_new_dot[2])
    )
    return kept[0] * old[1] + kept[1] * y[2], value_dot
