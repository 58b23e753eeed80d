"""Every element is written twice; only the second value is read."""

import math

import numpy as np


def element_written_twice(x):
    y = np.empty(len(x))
    for i in range(len(x)):
        y[i] = math.exp(x[i])
    for i in range(len(x)):
        y[i] = x[i] * x[len(x) - 1 - i]
    y[0] = math.sin(y[0])
    y[0] = y[0] * y[0]
    return y[0] * y[1] + y[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
