"""A branch keeps the square root away from zero, where its slope is infinite."""

import math

import numpy as np


def square_root_guarded_at_zero(x):
    r2 = x[0] * x[0] + x[1] * x[1]
    r = math.sqrt(r2) if r2 > 0.0 else 0.0
    s = 0.0
    for i in range(len(x)):
        if x[i] > 0.0:
            s += math.sqrt(x[i])
        else:
            s += x[i]
    return s + r


SMOOTH = False

EXAMPLE = (np.array([0.0, 0.0, 4.0]),)
