"""The log-determinant of a positive matrix from its Cholesky factor by loops."""

import math

import numpy as np


def cholesky_log_determinant(a):
    n = a.shape[0]
    lower = np.zeros_like(a)
    log_determinant = 0.0
    for i in range(n):
        for j in range(i + 1):
            s = a[i, j]
            for k in range(j):
                s -= lower[i, k] * lower[j, k]
            if i == j:
                lower[i, i] = math.sqrt(s)
                log_determinant += 2.0 * math.log(lower[i, i])
            else:
                lower[i, j] = s / lower[j, j]
    return log_determinant


EXAMPLE = (np.array([[2.0, 0.5, 0.3], [0.5, 1.7, -0.4], [0.3, -0.4, 1.5]]),)
