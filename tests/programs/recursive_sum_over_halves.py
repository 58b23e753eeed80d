"""A recursion over an array's halves, given as bounds."""

import math

import numpy as np


def combine(x, low, high):
    if high - low == 1:
        return x[low]
    middle = (low + high) // 2
    left = combine(x, low, middle)
    right = combine(x, middle, high)
    return math.sin(left) * right + left


def recursive_sum_over_halves(x):
    return combine(x, 0, len(x))


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, 0.5]),)
