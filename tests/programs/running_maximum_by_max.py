"""The built-in max accumulates along a loop and every stage is used."""

import numpy as np


def running_maximum_by_max(x):
    high = x[0]
    s = 0.0
    for i in range(1, len(x)):
        high = max(high, x[i])
        s += high * x[i - 1]
    return s


EXAMPLE = (np.array([0.4, 1.2, 0.3, 1.9, -0.6]),)
