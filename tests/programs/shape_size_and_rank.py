"""Extents of arrays are used as numbers and as bounds."""

import numpy as np


def shape_size_and_rank(a):
    rows, columns = a.shape
    s = 0.0
    for i in range(rows):
        for j in range(columns):
            s += a[i, j] ** 2
    mean = s / a.size
    return mean * a.ndim + a[0, 0] * a.shape[1] * len(a)


EXAMPLE = (np.array([[0.7, 1.3, -0.4], [0.9, -0.8, 0.5]]),)
