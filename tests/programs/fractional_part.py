"""What is left after rounding down still depends on the argument."""

import math

import numpy as np


def fractional_part(x):
    s = 0.0
    for i in range(len(x)):
        f = x[i] - math.floor(x[i])
        s += f * f * (1.0 - f)
    return s


EXAMPLE = (np.array([0.3, 2.7, -1.4]),)
