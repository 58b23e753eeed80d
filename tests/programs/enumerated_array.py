"""Enumerate gives index and value, also from another start."""

import numpy as np


def enumerated_array(x):
    y = np.zeros(len(x))
    for i, value in enumerate(x):
        y[i] = value * value * (i + 1)
    s = 0.0
    for k, value in enumerate(y, 2):
        s += value**k / k
    return s


EXAMPLE = (np.array([0.7, 1.1, -0.4]),)
