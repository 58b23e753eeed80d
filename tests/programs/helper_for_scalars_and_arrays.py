"""One helper is called with a scalar, with an array and with an integer."""

import numpy as np


def softened(t):
    return t / (1.0 + t * t)


def helper_for_scalars_and_arrays(x, n):
    y = softened(x)
    return np.sum(y * x) * softened(x[0]) + softened(n) * y[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 2)
