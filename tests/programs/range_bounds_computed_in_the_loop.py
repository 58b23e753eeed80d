"""The bounds of the inner range are computed from carried integers."""

import math

import numpy as np


def range_bounds_computed_in_the_loop(x):
    s = 0.3
    start = 0
    width = 1
    while start + width <= len(x):
        for i in range(start, start + width):
            s = math.sin(s) + x[i] * s
        start += width
        width += 1
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8, 0.6]),)
