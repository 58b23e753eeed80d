"""State is carried by a while loop inside a for loop, and by both."""

import math

import numpy as np


def while_within_for(x):
    s = 1.0
    for i in range(len(x)):
        t = x[i]
        while t * t < 4.0:
            t = t * 1.5 + 0.1 * s
            s = s + 0.1 * t
        s = math.sin(s) * t
    return s


EXAMPLE = (np.array([0.7, 1.3, 2.4]),)
