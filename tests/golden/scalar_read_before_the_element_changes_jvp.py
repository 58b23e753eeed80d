import numpy as np


def scalar_read_before_the_element_changes_jvp(x, x_dot):
    """The value of scalar_read_before_the_element_changes, and its derivative in the
    direction x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    first_dot = y_dot[0]
    first = y[0]
    window_dot = y_dot[0:1]
    window = y[0:1]
    y_dot[0] = y_dot[1] * y[2] + y[1] * y_dot[2]
    y[0] = y[1] * y[2]
    value_dot = (
        first_dot * window[0]
        + first * window_dot[0]
        + (y_dot[0] * first + y[0] * first_dot)
    )
    return first * window[0] + y[0] * first, value_dot
