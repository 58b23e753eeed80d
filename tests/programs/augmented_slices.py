"""Slices, rows and whole arrays are changed by augmented assignment."""

import numpy as np


def augmented_slices(x, a):
    b = a.copy()
    b[0] += x
    b[1, 1:] *= x[:2]
    b[:, 0] -= 0.5
    b /= 2.0 + x
    s = 0.0
    for i in range(2):
        for j in range(3):
            s += b[i, j] ** 2 * (i + j)
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([[0.5, 0.2, -0.9], [1.1, 0.8, 0.3]]))
