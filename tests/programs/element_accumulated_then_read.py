"""An accumulator element is read in the loop that adds to it."""

import math

import numpy as np


def element_accumulated_then_read(x):
    total = np.zeros(1)
    s = 0.0
    for i in range(len(x)):
        total[0] += x[i] * x[i]
        s += math.sin(total[0]) * x[i]
    return s * total[0]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
