"""A break leaves the inner loop in the middle of a carried recurrence."""

import math

import numpy as np


def break_that_keeps_carried_state(x):
    s = x[0]
    for i in range(4):
        for j in range(10):
            s = s * x[1] * 0.8 + 0.1 * math.sin(s)
            if j * x[0] > i + 1.3:
                break
            s = s + 0.05 * x[0]
        s = s + x[0] * s * 0.1
    return s


EXAMPLE = (np.array([0.9, 1.1]),)
