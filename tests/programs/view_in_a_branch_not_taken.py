"""A view that a branch makes with a helper, where the branch is not taken."""

import numpy as np


def pair(p, k):
    return p[k : k + 2]


def view_in_a_branch_not_taken(x, y):
    s = x
    c = np.zeros(4)
    if y > 0.0:
        v = pair(c, 1)
        v += y
        s += v[0] * v[1]
    return s * x


EXAMPLE = (0.3, -0.5)
