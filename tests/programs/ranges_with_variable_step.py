"""The step of a range is an integer argument, once positive, once negative."""

import math

import numpy as np


def ranges_with_variable_step(x, step):
    s = 1.0
    for i in range(0, len(x), step):
        s = s * x[i] + 0.3
    for i in range(len(x) - 1, 0, -step):
        s += math.sin(s * x[i])
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8]), 2)
