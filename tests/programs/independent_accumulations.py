"""Three accumulators that do not meet until the loop is over."""

import math

import numpy as np


def independent_accumulations(x):
    a = 0.0
    b = 0.0
    c = 1.0
    for i in range(len(x)):
        a += math.sin(x[i])
        b -= x[i] * math.exp(-x[i])
        c *= 1.0 + x[i] * x[i]
    return a * b / c


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
