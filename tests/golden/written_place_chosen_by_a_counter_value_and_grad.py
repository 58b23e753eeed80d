import numpy as np


def written_place_chosen_by_a_counter_value_and_grad(x, n):
    """The value of written_place_chosen_by_a_counter, and its gradient with respect
    to x.
    """
    # forward sweep: saves n and y
    y = x.copy()
    n_saved = np.empty(4, dtype=np.int64)
    y_saved = np.empty(4)
    for i in range(4):
        n_saved[i] = n
        if n == 0:
            n = 2
        else:
            n -= 1
        y_saved[i] = y[n]
        y[n] = y[n] * y[n] + y[0]
    total = 0.0
    for i in range(len(x)):
        total += y[i]

    # reverse sweep
    y_bar = np.empty_like(y)
    for i in range(len(x)):
        y_bar[i] = 1.0
    for i in range(3, -1, -1):
        y[n] = y_saved[i]
        y_n_bar = y_bar[n]
        y_bar[n] = 2.0 * y[n] * y_n_bar
        y_bar[0] += y_n_bar
        n = n_saved[i]
    return total, y_bar
