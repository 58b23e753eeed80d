"""The side of a conditional expression that is not taken would be invalid."""

import math

import numpy as np


def guarded_conditional_expression(x):
    s = 0.0
    for i in range(len(x)):
        s += math.log(x[i]) if x[i] > 0.0 else x[i] * x[i]
        s *= 1.5 if x[i] == 0.0 else 1.0 / (1.0 + x[i] * x[i])
    return s


EXAMPLE = (np.array([0.5, -1.0, 2.0]),)
