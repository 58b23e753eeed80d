"""One array is returned whole, in part, and by an element."""

import numpy as np


def array_returned_twice(x):
    y = x * x
    return y, y[1:], y[0]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
