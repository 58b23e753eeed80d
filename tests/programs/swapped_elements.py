"""Elements of an array are swapped within a loop."""

import math

import numpy as np


def swapped_elements(x):
    y = x * x
    n = len(y)
    for i in range(n // 2):
        y[i], y[n - 1 - i] = y[n - 1 - i] * 0.5, y[i]
        y[i] = math.sin(y[i])
    y[0], y[1] = y[1], y[0]
    return y[0] * y[1] + y[2] * y[3]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]),)
