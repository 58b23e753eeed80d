"""A product over elements of which some are exactly zero."""

import numpy as np


def product_with_zeros(x):
    p = 1.0
    s = 0.0
    for i in range(len(x)):
        p *= x[i]
        s += p
    return s + p * p


EXAMPLE = (np.array([0.7, 0.0, 1.3, 0.0]),)
