"""A helper changes rows and slices handed to it as views, and returns a value."""

import numpy as np


def normalise(v):
    total = 0.0
    for i in range(len(v)):
        total += v[i] * v[i]
    for i in range(len(v)):
        v[i] /= total
    return total


def helper_that_writes_views(a):
    b = a * 1.0
    s = 0.0
    for i in range(b.shape[0]):
        s += normalise(b[i]) * (i + 1)
    s *= normalise(b[:, 0])
    return s + b[0, 0] * b[1, 1]


EXAMPLE = (np.array([[0.7, 1.3], [-0.4, 0.9]]),)
