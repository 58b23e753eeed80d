"""One name is an integer, then a float, then an array, then a float again."""

import math

import numpy as np


def name_that_becomes_an_array(x):
    t = 0
    for i in range(len(x)):
        t = t + x[i] * x[i]
    t = t * x
    t = t[0] * t[1] - t[2]
    return math.sin(0.1 * t)


EXAMPLE = (np.array([0.8, -1.1, 0.6]),)
