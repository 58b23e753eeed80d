import math

import numpy as np


def swapped_elements_value_and_grad(x):
    """The value of swapped_elements, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    n = len(x)
    y_saved = np.empty(n // 2)
    y_saved_2 = np.empty(n // 2)
    for i in range(n // 2):
        value_before = y[i]
        y[i] = y[n - 1 - i] * 0.5
        y_saved[i] = y[n - 1 - i]
        y[n - 1 - i] = value_before
        y_saved_2[i] = y[i]
        y[i] = math.sin(y[i])
    value_before_2 = y[0]
    y_saved_3 = y[0]
    y[0] = y[1]
    y_saved_4 = y[1]
    y[1] = value_before_2
    value = y[0] * y[1] + y[2] * y[3]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[2] += y[3]
    y_bar[3] += y[2]
    y[1] = y_saved_4
    value_before_2_bar = y_bar[1]
    y_bar[1] = 0.0
    y[0] = y_saved_3
    y_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += y_part_bar
    y_bar[0] += value_before_2_bar
    for i in range(n // 2 - 1, -1, -1):
        y[i] = y_saved_2[i]
        y_bar[i] = math.cos(y[i]) * y_bar[i]
        y[n - 1 - i] = y_saved[i]
        value_before_bar = y_bar[n - 1 - i]
        y_bar[n - 1 - i] = 0.0
        y_i_bar = y_bar[i]
        y_bar[i] = 0.0
        y_bar[n - 1 - i] += 0.5 * y_i_bar
        y_bar[i] += value_before_bar
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * y_bar[i]
    return value, x_bar
