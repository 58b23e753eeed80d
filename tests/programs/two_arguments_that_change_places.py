"""A helper fills one of its arguments from the other, and changes them over."""

import numpy as np


def stirred(u, v, steps):
    for t in range(steps):
        v[0] = u[0] * u[1] + v[1]
        v[1] = u[1] * u[1]
        u, v = v, u
    return u[0] + 2.0 * v[1]


def two_arguments_that_change_places(x, y):
    first = stirred(x, y, 3)
    return first * x[0] + y[1]


WRITES = ("x", "y")
EXAMPLE = (np.array([0.5, 0.7]), np.array([0.2, -0.3]))
