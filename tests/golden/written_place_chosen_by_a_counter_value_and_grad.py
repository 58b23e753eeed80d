import numpy as np


def written_place_chosen_by_a_counter_value_and_grad(x, n):
    """The value of written_place_chosen_by_a_counter, and its gradient with respect
    to x.
    """
    # forward sweep: saves n, y and condition
    y = x.copy()
    n_saved = np.empty(4, dtype=np.int64)
    n_saved_2 = np.empty(4, dtype=np.int64)
    y_saved = np.empty(4)
    condition_saved = np.empty(4, dtype=np.bool_)
    for i in range(4):
        condition = n == 0
        condition_saved[i] = condition
        if condition:
            n_saved[i] = n
            n = 2
        else:
            n_saved_2[i] = n
            n -= 1
        y_saved[i] = y[n]
        y[n] = y[n] * y[n] + y[0]
    value = np.sum(y)

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.ones_like(y)
    for i in range(3, -1, -1):
        y[n] = y_saved[i]
        y_n_bar = y_bar[n]
        y_bar[n] = 2.0 * y[n] * y_n_bar
        y_bar[0] += y_n_bar
        if condition_saved[i]:
            n = n_saved[i]
        else:
            n = n_saved_2[i]
    x_bar += y_bar
    return value, x_bar
