"""An optional argument is None, so its branch is decided in advance."""

import numpy as np


def weighted_square(x, weights=None):
    s = 0.0
    for i in range(len(x)):
        if weights is None:
            s += x[i] * x[i]
        else:
            s += weights[i] * x[i] * x[i]
    return s


def optional_argument_of_none(x, scale=None):
    if scale is not None:
        x = x * scale
    return weighted_square(x) * weighted_square(x, weights=x)


EXAMPLE = (np.array([0.7, 1.3, -0.4]), None)
