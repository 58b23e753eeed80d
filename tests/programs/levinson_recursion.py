"""Levinson's recursion solves for the coefficients of a linear prediction."""

import numpy as np


def levinson_recursion(r):
    order = len(r) - 1
    a = np.zeros(order + 1)
    previous = np.zeros(order + 1)
    a[0] = 1.0
    error = r[0]
    for m in range(1, order + 1):
        reflection = r[m]
        for i in range(1, m):
            reflection += a[i] * r[m - i]
        reflection = -reflection / error
        previous[:] = a
        for i in range(1, m):
            a[i] = previous[i] + reflection * previous[m - i]
        a[m] = reflection
        error *= 1.0 - reflection * reflection
    return error + a[1] * a[order]


EXAMPLE = (np.array([1.5, 0.7, -0.3, 0.2]),)
