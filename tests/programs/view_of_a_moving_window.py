"""The start of a view is counted up after the view was made, and before its use."""

import numpy as np


def view_of_a_moving_window(x):
    start = 0
    s = 1.0
    for i in range(3):
        window = x[start:]
        start += 1
        s = s * window[0] + window[1] ** 2
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]),)
