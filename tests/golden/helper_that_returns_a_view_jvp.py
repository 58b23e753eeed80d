import numpy as np


def tail_tangent(x, x_dot):
    """tail and its tangent."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    value_dot = y_dot[1:]
    value = y[1:]
    return value, value_dot


def helper_that_returns_a_view_jvp(x, x_dot):
    """The value of helper_that_returns_a_view, and its derivative in the direction
    x_dot.
    """
    t, t_dot = tail_tangent(x, x_dot)
    return t[0] * t[1], t_dot[0] * t[1] + t[0] * t_dot[1]
