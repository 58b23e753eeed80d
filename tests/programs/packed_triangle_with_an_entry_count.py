"""Entries of a packed triangle are counted while two loops walk over it."""

import numpy as np


def packed_triangle_with_an_entry_count(packed, x, y):
    total = 0.0
    entry = 0
    for i in range(len(x)):
        for j in range(i + 1):
            total += packed[entry] ** 2 * x[i] * y[j]
            entry += 1
    return total * packed[entry - 1]


EXAMPLE = (
    np.array([0.4, -0.3, 0.8, 1.1, -0.6, 0.9]),
    np.array([0.7, 1.3, -0.4]),
    np.array([1.2, 0.2, 0.5]),
)
