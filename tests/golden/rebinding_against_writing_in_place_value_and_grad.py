import numpy as np


def rebinding_against_writing_in_place_value_and_grad(x):
    """The value of rebinding_against_writing_in_place, and its gradient with respect
    to x.
    """
    # forward sweep: saves y and old
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    old = y
    y_new = np.empty_like(y)
    for i in range(len(y)):
        y_new[i] = y[i] * 2.0
    y_saved = np.empty(len(y_new))
    for i in range(len(y_new)):
        y_saved[i] = y_new[i]
        y_new[i] *= x[i]
    kept = y_new
    values = np.empty_like(old)
    for i in range(len(old)):
        values[i] = old[i]
    y_saved_2 = np.empty(len(y_new))
    for i in range(len(y_new)):
        y_saved_2[i] = y_new[i]
        y_new[i] += values[i]
    x_0 = x[0]
    old_saved = np.empty(len(old))
    for i in range(len(old)):
        old_saved[i] = old[i]
        old[i] *= x_0
    value = kept[0] * old[1] + kept[1] * y_new[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_new_bar = np.zeros_like(y_new)
    y_new_bar[0] += old[1]
    y_bar[1] += kept[0]
    y_new_bar[1] += y_new[2]
    y_new_bar[2] += kept[1]
    x_0_bar = 0.0
    for i in range(len(old) - 1, -1, -1):
        old[i] = old_saved[i]
        old_i_bar = y_bar[i]
        y_bar[i] = x_0 * old_i_bar
        x_0_bar += old[i] * old_i_bar
    x_bar[0] += x_0_bar
    values_bar = np.zeros_like(values)
    for i in range(len(y_new) - 1, -1, -1):
        y_new[i] = y_saved_2[i]
        values_bar[i] += y_new_bar[i]
    for i in range(len(old)):
        y_bar[i] += values_bar[i]
    for i in range(len(y_new) - 1, -1, -1):
        y_new[i] = y_saved[i]
        y_i_bar = y_new_bar[i]
        y_new_bar[i] = x[i] * y_i_bar
        x_bar[i] += y_new[i] * y_i_bar
    for i in range(len(y)):
        y_bar[i] += 2.0 * y_new_bar[i]
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]
    return value, x_bar
