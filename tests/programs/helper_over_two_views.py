"""A helper adds to one view of an array from another."""

import numpy as np


def axpy(a, x, y):
    for i in range(len(x)):
        y[i] += a * x[i]


def helper_over_two_views(m, a):
    q = m.copy()
    p = q[:2]
    axpy(a, p, q[1:])
    return q[0] * q[1] + q[2]


EXAMPLE = (np.array([2.0, 0.6, -0.3]), 0.5)
