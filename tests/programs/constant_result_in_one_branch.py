"""One branch returns a constant, the other depends on the argument."""

import numpy as np


def clipped(t):
    if t < 0.0:
        return 0.0
    if t > 2.0:
        return 2.0
    return t * t


def constant_result_in_one_branch(x):
    return clipped(x[0]) * x[1] + clipped(x[1]) * x[2] + clipped(x[2]) * x[0]


EXAMPLE = (np.array([-0.5, 1.2, 3.1]),)
