"""A sum reads an element under two names: the array's, and that of a view."""

import numpy as np


def array_and_its_view_in_one_sum(x):
    p = np.ones(4)
    q = p[1:]
    q[0] = x[2]
    p[1] += p[2] * q[0] * (0.5 * q[0] - q[2] * x[0])
    return p[1] * q[2] + p[3] + q[0] * x[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
