import numpy as np


def written_place_chosen_by_a_counter_jvp(x, n, x_dot):
    """The value of written_place_chosen_by_a_counter, and its derivative in the
    direction x_dot.
    """
    y_dot = x_dot.copy()
    y = x.copy()
    for i in range(4):
        if n == 0:
            n = 2
        else:
            n -= 1
        y_dot[n] = y_dot[n] * y[n] + y[n] * y_dot[n] + y_dot[0]
        y[n] = y[n] * y[n] + y[0]
    return np.sum(y), np.sum(y_dot)
