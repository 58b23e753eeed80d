"""Loops which never run, before, within and after loops which do."""

import numpy as np


def zero_trip_loops(x, n):
    s = x[0] * x[0]
    for i in range(n):
        s = s * x[i] * 7.0
    for j in range(3):
        for i in range(n, n - j - 1):
            s = s + 100.0 * x[i]
        s = s * x[1]
    while s > 1e6:
        s = s / x[0]
    return s


EXAMPLE = (np.array([0.7, 1.3]), 0)
