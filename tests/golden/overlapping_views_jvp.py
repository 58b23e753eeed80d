import numpy as np


def overlapping_views_jvp(x, x_dot):
    """The value of overlapping_views, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    left_dot = y_dot[:3]
    left = y[:3]
    right_dot = y_dot[1:]
    right = y[1:]
    for i in range(3):
        left_dot[i] = left_dot[i] * x[i] + left[i] * x_dot[i]
        left[i] = left[i] * x[i]
        right_dot[i] = right_dot[i] + left_dot[i]
        right[i] = right[i] + left[i]
    value_dot = (
        left_dot[0] * left[2]
        + left[0] * left_dot[2]
        + (right_dot[1] * right[2] + right[1] * right_dot[2])
    )
    return left[0] * left[2] + right[1] * right[2], value_dot
