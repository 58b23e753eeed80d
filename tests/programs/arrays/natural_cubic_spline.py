"""The natural spline through points, from the second derivatives at its knots."""

import numpy as np


def natural_cubic_spline(x, y, at):
    h = np.diff(x)
    slope = np.diff(y) / h
    matrix = np.diag(2.0 * (h[:-1] + h[1:]))
    matrix += np.diag(h[1:-1], 1) + np.diag(h[1:-1], -1)
    m = np.zeros_like(x)
    m[1:-1] = np.linalg.solve(matrix, 6.0 * np.diff(slope))
    k = np.searchsorted(x, at) - 1
    t = at - x[k]
    linear = slope[k] - h[k] * (2.0 * m[k] + m[k + 1]) / 6.0
    return y[k] + t * (linear + t * (0.5 * m[k] + t * (m[k + 1] - m[k]) / (6.0 * h[k])))


EXAMPLE = (
    np.array([0.0, 0.7, 1.5, 2.1, 3.0]),
    np.array([0.3, 1.1, -0.4, 0.8, 0.2]),
    np.array([0.4, 1.2, 2.5]),
)
