"""A name is rebound in one branch only and keeps its old value in the other."""

import math

import numpy as np


def names_bound_in_one_branch(x):
    s = 0.0
    scale = 1.0
    for i in range(len(x)):
        if x[i] > 0.0:
            scale = x[i] * x[i]
            shift = math.cos(x[i])
        else:
            shift = x[i]
        s += scale * x[i] + shift * s
    return s


EXAMPLE = (np.array([-0.6, 0.9, -1.2, 0.5]),)
