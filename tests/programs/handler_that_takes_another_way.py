"""Where a helper raises, a handler takes another way, and the loop goes on."""

import math

import numpy as np


def root(v):
    if v < 0.0:
        raise ValueError("negative")
    return math.sqrt(v)


def handler_that_takes_another_way(x):
    s = 1.0
    for i in range(len(x)):
        try:
            step = root(x[i])
        except ValueError:
            step = x[i] * x[i]
        s = s * 0.5 + step * s
    return s


EXAMPLE = (np.array([0.7, -1.3, 0.4]),)
