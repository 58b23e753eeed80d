"""State is carried through three nested loops and changed at every depth."""

import math

import numpy as np


def three_nested_loops(x):
    s = x[0]
    for i in range(2):
        s = s * x[1]
        for j in range(3):
            s = s + 0.1 * x[j] * i
            for k in range(j + 1):
                s = s * 0.9 + 0.1 * math.sin(s * x[k])
            s = s - 0.05 * s * s
        s = s + x[2] * x[2]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
