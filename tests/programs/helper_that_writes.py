"""A helper fills an array that its caller owns, and does so twice."""

import numpy as np


def fill(y, x, k):
    for i in range(len(y)):
        y[i] = k * x[i] * x[i]


def helper_that_writes(x):
    y = np.empty(3)
    fill(y, x, 2.0)
    s = y[0] * y[1]
    fill(y, x, x[0])
    return s + y[2] * y[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
