"""Sums over vectors, rows, slices and expressions."""

import numpy as np


def sums_of_arrays(x, a):
    total = np.sum(a)
    for i in range(a.shape[0]):
        total += np.sum(a[i] * x) ** 2
    total *= np.sum(x[1:]) - np.sum(a[:, 0] ** 2)
    return total


EXAMPLE = (np.array([0.7, 1.3]), np.array([[0.4, -0.9], [0.6, 0.2], [0.3, 1.1]]))
