"""Ranges that go down, skip, and start beyond zero."""

import math

import numpy as np


def ranges_with_every_step(x):
    n = len(x)
    s = 0.5
    for i in range(n - 1, -1, -1):
        s = s * x[i] + 1.0
    for i in range(1, n, 2):
        s += math.sin(x[i] * s)
    for i in range(n - 1, 0, -3):
        s = s * 0.5 + x[i] * x[i - 1]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8]),)
