"""A recursive helper writes into the array that it passes on."""

import numpy as np


def descend(y, i):
    if i > 0:
        y[i - 1] = y[i - 1] * y[i] + 0.2
        descend(y, i - 1)
        y[i] *= y[0]


def recursion_that_writes(x):
    y = x * 1.0
    descend(y, len(y) - 1)
    return y[0] * y[1] + y[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
