"""A loop counts from below zero: an index and the one that many before it are one."""

import numpy as np


def indices_from_both_ends(x):
    n = len(x)
    y = np.zeros(n)
    z = np.zeros(n)
    for i in range(-n, n):
        y[i] = x[i] * x[i] * i
    for i in range(-1, n - 1):
        z[i] = y[i] * y[i + 1]
        y[i] = z[i] + x[i]
    return np.sum(y * z)


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
