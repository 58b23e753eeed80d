"""A matrix is raised to an integer power by squaring, with loops."""

import numpy as np


def product(a, b):
    n = a.shape[0]
    c = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i, j] += a[i, k] * b[k, j]
    return c


def matrix_power(a, exponent):
    result = np.zeros_like(a)
    for i in range(a.shape[0]):
        result[i, i] = 1.0
    square = a
    while exponent > 0:
        if exponent % 2 == 1:
            result = product(result, square)
        square = product(square, square)
        exponent //= 2
    return result[0, 1] + result[1, 0] * result[1, 1]


EXAMPLE = (np.array([[0.7, 0.3], [-0.4, 0.9]]), 5)
