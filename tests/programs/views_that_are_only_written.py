"""In each trip a view of a new array is written, and the array is read."""

import numpy as np


def whole(v):
    return v


def views_that_are_only_written(x):
    total = 0.0
    for i in range(len(x)):
        v = np.zeros(3)
        u = v[1:]
        u[0] = x[i] * x[1]
        w = whole(v)
        w[2] = x[i] ** 2
        total += np.sin(v[1]) * v[2]
    return total


EXAMPLE = (np.array([0.5, 0.7, 0.9, 1.1]),)
