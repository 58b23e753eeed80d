"""Zip walks three arrays in step and stops with the shortest."""

import math

import numpy as np


def zipped_arrays(x, y, w):
    s = 0.0
    for a, b, c in zip(x, y, w):
        s += c * (a - b) ** 2 * math.exp(-a * b)
    return s


EXAMPLE = (
    np.array([0.7, 1.3, -0.4]),
    np.array([0.2, 0.9, 0.5]),
    np.array([1.0, 0.5, 2.0]),
)
