import numpy as np


def rebinding_against_writing_in_place_value_and_grad(x):
    """The value of rebinding_against_writing_in_place, and its gradient with respect
    to x.
    """
    # forward sweep: saves kept and old
    y = np.empty_like(x)
    kept = np.empty_like(x)
    kept_saved = np.empty(len(x))
    for i in range(len(x)):
        y[i] = x[i] * x[i]
        kept[i] = y[i] * 2.0
        kept_saved[i] = kept[i]
        kept[i] *= x[i]
    old = y
    x_0 = x[0]
    kept_saved_2 = np.empty(len(x))
    old_saved = np.empty(len(x))
    for i in range(len(x)):
        kept_saved_2[i] = kept[i]
        kept[i] += old[i]
        old_saved[i] = old[i]
        old[i] *= x_0
    value = kept[0] * old[1] + kept[1] * kept[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    kept_bar = np.zeros_like(kept)
    kept_bar[0] += old[1]
    y_bar[1] += kept[0]
    kept_bar[1] += kept[2]
    kept_bar[2] += kept[1]
    x_0_bar = 0.0
    for i in range(len(x)):
        old[i] = old_saved[i]
        old_i_bar = y_bar[i]
        y_bar[i] = x_0 * old_i_bar
        x_0_bar += old[i] * old_i_bar
        kept[i] = kept_saved_2[i]
        y_bar[i] += kept_bar[i]
    x_bar[0] += x_0_bar
    for i in range(len(x)):
        kept[i] = kept_saved[i]
        kept_i_bar = kept_bar[i]
        kept_bar[i] = x[i] * kept_i_bar
        y_bar[i] += 2.0 * kept_bar[i]
        x_bar[i] += kept[i] * kept_i_bar + 2.0 * x[i] * y_bar[i]
    return value, x_bar
