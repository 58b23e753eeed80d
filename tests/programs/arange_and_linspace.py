"""Grids from arange and linspace enter elementwise arithmetic."""

import math

import numpy as np


def arange_and_linspace(x, n):
    grid = np.linspace(0.0, 1.0, n)
    steps = np.arange(n)
    odd = np.arange(1, 2 * n, 2)
    s = 0.0
    for i in range(n):
        s += math.exp(-x * grid[i]) * steps[i] + x ** odd[i]
    return s


EXAMPLE = (0.7, 4)
