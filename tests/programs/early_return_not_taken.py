"""Returns stand at several places and the last of them is the one reached."""

import math

import numpy as np


def early_return_not_taken(x):
    if len(x) == 0:
        return 0.0
    s = x[0]
    for i in range(len(x)):
        if x[i] > 100.0:
            return x[i]
        s = s * x[i] + 1.0
        if s < -100.0:
            return s * s
    if s > 50.0:
        return 50.0 + math.log(s)
    return math.sin(s)


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
