"""The adjoint of a helper adds to an array that other terms read as well."""

import numpy as np


def combined(p, q):
    return p * q + p


def helper_beside_a_sum_of_its_array(x, a):
    s = x * 1.5
    b = a.copy()
    c = a * x
    d = combined(c, x)
    for i in range(1, 3):
        s += x
    return s + np.sum(b) * c[1] + np.sum(d)


EXAMPLE = (0.7, np.array([0.4, 1.2, -0.3]))
