"""Prefix sums are built in place and differences of them are window sums."""

import math

import numpy as np


def prefix_sums(x, width):
    total = np.zeros(len(x) + 1)
    total[1:] = x * x
    for i in range(1, len(total)):
        total[i] += total[i - 1]
    s = 0.0
    for i in range(width, len(total)):
        s += math.sqrt(total[i] - total[i - width])
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, 0.5]), 2)
