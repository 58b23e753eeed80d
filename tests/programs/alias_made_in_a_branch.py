"""A helper writes one of two arguments that a branch has made the same."""

import numpy as np


def scaled_by_the_other(a, b):
    for i in range(2):
        b[i] = b[i] * a[1 - i]


def alias_made_in_a_branch(m):
    q = m.copy()
    w = m.copy()
    if q[0] > 0.0:
        w = q
    scaled_by_the_other(w, q)
    return q[0] * q[1]


EXAMPLE = (np.array([0.7, 1.3]),)
