"""A slice of a slice is written and the array beneath sees it."""

import math

import numpy as np


def view_of_a_view(x):
    y = x * 1.0
    middle = y[1:5]
    inner = middle[1:3]
    inner[0] = inner[0] * inner[1]
    middle[0] = math.sin(inner[0])
    inner[:] = inner * y[0]
    y[3] = y[3] * middle[3]
    return y[1] * y[2] + inner[1] * y[4]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -0.8]),)
