import numpy as np


def copy_is_independent_value_and_grad(x):
    """The value of copy_is_independent, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    kept = y.copy()
    y_saved = np.empty(len(y))
    for i in range(1, len(y)):
        y_saved[i] = y[i]
        y[i] = y[i - 1] * y[i]
    y_saved_2 = y[0]
    y[0] = kept[2] * kept[0]
    kept[1] = y[2]
    value = y[0] * y[1] + kept[1] * kept[2]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    kept_bar = np.zeros_like(kept)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    kept_bar[1] += kept[2]
    kept_bar[2] += kept[1]
    y_bar[2] += kept_bar[1]
    kept_bar[1] = 0.0
    y[0] = y_saved_2
    kept_bar[2] += kept[0] * y_bar[0]
    kept_bar[0] += kept[2] * y_bar[0]
    y_bar[0] = 0.0
    for i in range(len(y) - 1, 0, -1):
        y[i] = y_saved[i]
        y_i_bar = y_bar[i]
        y_bar[i] = 0.0
        y_bar[i - 1] += y[i] * y_i_bar
        y_bar[i] += y[i - 1] * y_i_bar
    y_bar += kept_bar
    for i in range(len(x)):
        x_bar[i] = y_bar[i]
    return value, x_bar
