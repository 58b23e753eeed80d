"""A return leaves two loops at once, with a value of its own."""

import math

import numpy as np


def early_return_from_nested_loops(x):
    s = 0.3
    for i in range(len(x)):
        for j in range(i + 1):
            s = s * x[j] + 0.4
            if s > 1.3:
                return s * s * x[i]
        s = s + x[i] * x[i]
    return math.sin(s)


EXAMPLE = (np.array([0.7, 0.5, 1.1, 0.9]),)
