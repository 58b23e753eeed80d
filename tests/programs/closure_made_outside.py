"""The helper is a closure over a scalar and a table made at import."""

import math

import numpy as np


def make_weighted(scale, table):
    def weighted(x):
        s = 0.0
        for i in range(len(x)):
            s += scale * table[i] * math.exp(0.1 * x[i])
        return s

    return weighted


weighted = make_weighted(2.0, np.array([1.0, 2.0, 3.0]))


def closure_made_outside(x):
    return weighted(x) * x[0] - weighted(x * x)


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
