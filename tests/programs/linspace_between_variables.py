"""The ends of a linspace are differentiated."""

import math

import numpy as np


def linspace_between_variables(a, b):
    grid = np.linspace(a, b, 5)
    s = 0.0
    for t in grid:
        s += t * t * math.sin(t)
    return s * (grid[1] - grid[0])


EXAMPLE = (0.3, 1.5)
