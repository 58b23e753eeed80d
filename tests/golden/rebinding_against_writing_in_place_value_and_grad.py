import numpy as np


def rebinding_against_writing_in_place_value_and_grad(x):
    """The value of rebinding_against_writing_in_place, and its gradient with respect
    to x.
    """
    # forward sweep: saves y and old
    y = x * x
    old = y
    y_2 = y * 2.0
    y_saved = y_2.copy()
    y_2 *= x
    kept = y_2
    y_2 += old
    old_saved = old.copy()
    old *= x[0]
    value = kept[0] * old[1] + kept[1] * y_2[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    old_bar = y_bar
    y_2_bar = np.zeros_like(y_2)
    y_2_bar[0] += old[1]
    old_bar[1] += kept[0]
    y_2_bar[1] += y_2[2]
    y_2_bar[2] += kept[1]
    old[:] = old_saved
    x_bar[0] += np.sum(old * old_bar)
    old_bar *= x[0]
    old_bar += y_2_bar
    y_2[:] = y_saved
    x_bar += y_2 * y_2_bar
    y_2_bar *= x
    y_bar += 2.0 * y_2_bar
    x_bar += 2.0 * x * y_bar
    return value, x_bar
