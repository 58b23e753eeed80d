"""Products with the transposed matrix, and a write through the transpose."""

import numpy as np


def transposed_products(x, a):
    g = a.T @ (a @ x)
    b = a.copy()
    t = b.T
    t[0, 1] = g[0] * x[1]
    c = b @ a.T
    return np.dot(g, x) + b[1, 0] * c[2, 0]


EXAMPLE = (
    np.array([0.7, 1.3]),
    np.array([[0.4, -0.9], [0.6, 0.2], [0.3, 1.1]]),
)
