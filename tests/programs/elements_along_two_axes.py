"""Trips write along one axis and along the other, over what earlier trips wrote."""

import numpy as np


def elements_along_two_axes(x):
    n = len(x)
    m = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            m[i, j] = x[0] * (i + 1)
            m[j, i] = x[1] * x[i]
    rows = np.zeros((n, n))
    for i in range(n):
        rows[i, :] = x * 0.7
        rows[:, i] = x * x[i]
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += (i + 2 * j) * m[i, j] * rows[i, j]
    return s


EXAMPLE = (np.array([0.7, -1.3, 0.4]),)
