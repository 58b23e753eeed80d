"""A continue skips the rest of the body for some elements."""

import math

import numpy as np


def continue_to_the_next(x):
    s = 1.0
    for i in range(len(x)):
        if x[i] < 0.0:
            continue
        s = s * x[i]
        if s > 1.5:
            s = s - 1.0
            continue
        s = math.sin(s) + x[i]
    return s


EXAMPLE = (np.array([0.7, -1.3, 1.8, 0.4, -0.2]),)
