"""A chain of elif sends every element another way."""

import math

import numpy as np


def if_elif_else_chain(x):
    s = 1.0
    for i in range(len(x)):
        if x[i] < -1.0:
            s += x[i] ** 2
        elif x[i] < 0.0:
            s *= x[i]
        elif x[i] == 0.0:
            s -= 7.0
        elif x[i] < 1.0:
            s = math.sin(s) + x[i]
        else:
            s = s / x[i]
    return s


EXAMPLE = (np.array([0.5, -0.4, -1.7, 2.2]),)
