"""A helper returns the array it was given, so result and argument are one."""

import numpy as np


def doubled(v):
    for i in range(len(v)):
        v[i] *= 2.0
    return v


def helper_returns_its_argument(x):
    y = x * x
    z = doubled(y)
    z[0] = z[1] * z[2]
    return y[0] * y[1] + z[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
