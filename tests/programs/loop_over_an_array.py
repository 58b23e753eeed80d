"""A loop runs over the values of an array."""

import math

import numpy as np


def loop_over_an_array(x):
    s = 0.5
    for value in x:
        s = s * value + math.cos(value)
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
