"""A tridiagonal system is solved by elimination forward and back."""

import numpy as np


def thomas_tridiagonal_solve(lower, diagonal, upper, rhs):
    n = len(rhs)
    d = diagonal.copy()
    x = rhs.copy()
    for i in range(1, n):
        w = lower[i - 1] / d[i - 1]
        d[i] -= w * upper[i - 1]
        x[i] -= w * x[i - 1]
    x[n - 1] /= d[n - 1]
    for i in range(n - 2, -1, -1):
        x[i] = (x[i] - upper[i] * x[i + 1]) / d[i]
    return x


EXAMPLE = (
    np.array([-0.5, 0.3, -0.7]),
    np.array([2.0, 2.5, 1.8, 2.2]),
    np.array([0.4, -0.6, 0.5]),
    np.array([0.7, 1.3, -0.4, 0.9]),
)
