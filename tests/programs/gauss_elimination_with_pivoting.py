"""A linear system is solved in place, with rows exchanged for the largest pivot."""

import numpy as np


def gauss_elimination_with_pivoting(a, b):
    n = len(b)
    for k in range(n):
        pivot = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[pivot, k]):
                pivot = i
        if pivot != k:
            for j in range(n):
                a[k, j], a[pivot, j] = a[pivot, j], a[k, j]
            b[k], b[pivot] = b[pivot], b[k]
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            a[i, k:] -= factor * a[k, k:]
            b[i] -= factor * b[k]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            b[i] -= a[i, j] * b[j]
        b[i] /= a[i, i]


WRITES = ("a", "b")

EXAMPLE = (
    np.array([[0.3, 1.2, -0.4], [2.0, 0.5, 0.7], [-0.6, 0.8, 1.9]]),
    np.array([0.7, 1.3, -0.4]),
)
