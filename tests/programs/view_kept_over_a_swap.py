"""A view stays with its array when the array's name changes."""

import numpy as np


def view_kept_over_a_swap(x):
    a = x.copy()
    b = np.ones(2)
    v = a[1:]
    a, b = b, a
    return v[0] * b[0]


EXAMPLE = (np.array([0.7, 1.3]),)
