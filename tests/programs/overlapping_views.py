"""Two views share elements and both are written."""

import numpy as np


def overlapping_views(x):
    y = x * x
    left = y[:3]
    right = y[1:]
    for i in range(3):
        left[i] = left[i] * x[i]
        right[i] = right[i] + left[i]
    return left[0] * left[2] + right[1] * right[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]),)
