import numpy as np


def view_of_a_moving_window_value_and_grad(x):
    """The value of view_of_a_moving_window, and its gradient with respect to x."""
    # forward sweep: saves s and start_2
    start = 0
    s = 1.0
    s_saved = np.empty(3)
    start_2_saved = np.empty(3, dtype=np.int64)
    for i in range(3):
        start_2_saved[i] = start
        window = x[start:]
        start += 1
        s_saved[i] = s
        s = s * window[0] + window[1] ** 2

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(2, -1, -1):
        start = start_2_saved[i]
        window = x[start:]
        window_bar = x_bar[start:]
        window_bar[0] += s_saved[i] * s_bar
        window_bar[1] += 2.0 * window[1] * s_bar
        s_bar = window[0] * s_bar
    return s, x_bar
