"""A branch changes the very value that its condition tested."""

import numpy as np


def branch_overwrites_its_own_condition(x):
    s = 0.0
    for i in range(len(x)):
        t = x[i]
        if t > 1.0:
            t = t * t - 3.0 * t
            s += t * x[0]
        else:
            t = 1.0 + t * t
            s -= t * t
    return s


EXAMPLE = (np.array([0.6, 1.5, -0.7]),)
