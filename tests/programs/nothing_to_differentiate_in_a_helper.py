"""A helper works on integers only, another one returns a constant."""

import numpy as np


def wrap(i, n):
    return (i + n) % n


def quarter():
    return 0.25


def nothing_to_differentiate_in_a_helper(x):
    n = len(x)
    s = 0.0
    for i in range(n):
        s += quarter() * x[wrap(i - 1, n)] * x[wrap(i + 1, n)] * x[i]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
