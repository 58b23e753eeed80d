"""A loop counts in a name that held a float; both are read after it."""

import numpy as np


def loop_variable_that_was_a_float(x, n):
    t = x[1] * x[0]
    s = x[0]
    for t in range(n):
        s *= 1.0 + 0.1 * t
    s += t
    i = x[2] * x[2]
    for i, v in enumerate(x):
        s += i * v * v
    return s * (i + 1.0) + t * x[2]


EXAMPLE = (np.array([0.7, -1.3, 0.4]), 3)
