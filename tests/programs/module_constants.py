"""Scalars, an array and a table of tuples are constants of the module."""

import math

import numpy as np

GRAVITY = 9.81
OFFSET = 3
NODES = np.array([0.1, 0.5, 0.9])
TABLE = ((0, 1.0), (2, -0.5), (1, 0.25))


def module_constants(x):
    s = GRAVITY * x[0] / OFFSET
    for k in range(len(NODES)):
        s += NODES[k] * x[k] * x[k]
    for place, weight in TABLE:
        s += weight * math.sin(x[place])
    return s * TABLE[1][1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
