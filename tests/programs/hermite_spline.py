"""A cubic spline in Hermite form is evaluated at a point found by search."""

import numpy as np


def hermite_spline(x, y, slope, t):
    k = 0
    while k < len(x) - 2 and t > x[k + 1]:
        k += 1
    h = x[k + 1] - x[k]
    s = (t - x[k]) / h
    a = y[k] * (1.0 + 2.0 * s) * (1.0 - s) ** 2
    b = y[k + 1] * s * s * (3.0 - 2.0 * s)
    c = h * s * (1.0 - s) * (slope[k] * (1.0 - s) - slope[k + 1] * s)
    return a + b + c


EXAMPLE = (
    np.array([0.0, 0.8, 1.5, 2.5]),
    np.array([0.7, 1.3, -0.4, 0.9]),
    np.array([0.5, -0.2, 0.3, 0.1]),
    1.1,
)
