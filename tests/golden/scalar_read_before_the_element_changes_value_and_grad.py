import numpy as np


def scalar_read_before_the_element_changes_value_and_grad(x):
    """The value of scalar_read_before_the_element_changes, and its gradient with
    respect to x.
    """
    # forward sweep
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    first = y[0]
    window = y[0:1]
    y[0] = y[1] * y[2]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    window_bar = y_bar[0:1]
    window_bar[0] += first
    y_bar[0] += first
    y_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += y[2] * y_part_bar
    y_bar[2] += y[1] * y_part_bar
    y_bar[0] += window[0] + y[0]
    for i in range(len(x)):
        x_bar[i] = y_bar[i]
    return first * window[0] + y[0] * first, x_bar
