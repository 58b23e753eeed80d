"""Writes through an index array that says a place twice: the last one stays."""

import numpy as np


def index_array_that_repeats(x, places):
    y = np.zeros(4)
    y[places] = x[:3] * x[0]
    y[places] += x[1:4] ** 2
    m = np.zeros((4, 2))
    m[places, 1] = x[:3]
    y[places[::-1]] = np.sin(y[places])
    return np.sum(y * y) + np.sum(m * m) + y[0] * m[0, 1]


EXAMPLE = (np.array([0.7, -1.3, 0.4, 2.1]), np.array([0, 1, 0]))
