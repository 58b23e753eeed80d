"""A comparison with three members decides for each element."""

import math

import numpy as np


def chained_comparison(x):
    s = 0.0
    for i in range(len(x)):
        if -1.0 < x[i] <= 1.0:
            s += x[i] ** 3
        elif 1.0 < x[i] < 2.0 < x[i] + 1.0:
            s += math.sin(x[i]) * s
    return s


EXAMPLE = (np.array([0.4, 1.5, 3.0, -0.6]),)
