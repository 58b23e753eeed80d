"""Nothing is returned: the result is written into the first argument."""

import math

import numpy as np


def fill_an_output(out, x):
    for i in range(len(x)):
        out[i] = x[i] * x[i] + math.sin(x[(i + 1) % len(x)])


WRITES = ("out",)

EXAMPLE = (np.zeros(3), np.array([0.7, 1.3, -0.4]))
