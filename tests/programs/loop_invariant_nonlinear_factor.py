"""A factor computed inside a loop depends on nothing that the loop changes."""

import math

import numpy as np


def loop_invariant_nonlinear_factor(x, rate):
    s = 0.0
    for i in range(len(x)):
        damping = math.exp(-rate * rate)
        s += damping * x[i] * x[i]
        weight = damping * s
    return weight * s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 0.6)
