"""Arrays are written out by their elements, which are expressions."""

import math

import numpy as np


def array_of_expressions(x, y):
    v = np.array([math.cos(x), math.sin(x), x * y])
    a = np.array([[1.0, y], [y * y, -x]])
    v[2] = v[0] * a[1, 0]
    return v[2] * v[1] + a[0, 1] * a[1, 1]


EXAMPLE = (0.7, 1.3)
