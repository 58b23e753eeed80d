"""Legendre polynomials are tabulated by their three-term recurrence."""

import numpy as np


def legendre_recurrence(x, weights):
    n = len(weights)
    p = np.empty(n)
    p[0] = 1.0
    p[1] = x
    for k in range(1, n - 1):
        p[k + 1] = ((2 * k + 1) * x * p[k] - k * p[k - 1]) / (k + 1)
    return np.dot(weights, p)


EXAMPLE = (0.6, np.array([0.7, 1.3, -0.4, 0.9]))
