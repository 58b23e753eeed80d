"""Offsets in an integer array delimit segments of different lengths, one empty."""

import numpy as np


def ragged_inner_ranges(x, offsets):
    total = 0.0
    for k in range(len(offsets) - 1):
        p = 1.0
        for i in range(offsets[k], offsets[k + 1]):
            p = p * x[i] + 0.5
        total += p * p
    return total


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8]), np.array([0, 2, 2, 5]))
