"""Arrays to the power of numbers, and numbers to the power of arrays."""

import numpy as np


def powers_of_arrays(x, y, n):
    return np.sum(x**n) + np.sum(x**y) + np.sum(y**x) + np.sum(x**x)


EXAMPLE = (np.array([0.7, 1.3, 0.4]), 1.7, 3)
