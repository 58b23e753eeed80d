import numpy as np


def overlapping_views_value_and_grad(x):
    """The value of overlapping_views, and its gradient with respect to x."""
    # forward sweep: saves left and right
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    left = y[:3]
    right = y[1:]
    left_saved = np.empty(3)
    right_saved = np.empty(3)
    for i in range(3):
        left_saved[i] = left[i]
        left[i] = left[i] * x[i]
        right_saved[i] = right[i]
        right[i] = right[i] + left[i]
    value = left[0] * left[2] + right[1] * right[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    left_bar = y_bar[:3]
    right_bar = y_bar[1:]
    left_bar[0] += left[2]
    left_bar[2] += left[0]
    right_bar[1] += right[2]
    right_bar[2] += right[1]
    for i in range(2, -1, -1):
        right[i] = right_saved[i]
        right_i_bar = right_bar[i]
        right_bar[i] = right_i_bar
        left_bar[i] += right_i_bar
        left[i] = left_saved[i]
        left_i_bar = left_bar[i]
        left_bar[i] = x[i] * left_i_bar
        x_bar[i] += left[i] * left_i_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]
    return value, x_bar
