"""The inner loop starts at the variable of the outer one and carries state."""

import math

import numpy as np


def triangular_nest(x):
    n = len(x)
    s = 0.5
    for i in range(n):
        for j in range(i, n):
            s = s + 0.2 * math.sin(s * x[i]) * x[j]
        for j in range(i):
            s = s * (1.0 + 0.1 * x[j])
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
