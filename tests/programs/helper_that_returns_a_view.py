"""A helper returns the tail of an array that it made."""

import numpy as np


def tail(x):
    y = x * x
    return y[1:]


def helper_that_returns_a_view(x):
    t = tail(x)
    return t[0] * t[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
