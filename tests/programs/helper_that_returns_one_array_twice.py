"""Two names for the one array that a helper returned: a write is seen by both."""

import numpy as np


def squares(x):
    y = x * x
    return y, y


def helper_that_returns_one_array_twice(x):
    a, b = squares(x)
    a[0] = 3.0 * b[1]
    return b[0] * a[1]


EXAMPLE = (np.array([0.7, 1.3]),)
