"""The result is a tuple of a vector and a scalar."""

import math

import numpy as np


def return_a_tuple_of_arrays(x):
    total = 0.0
    y = np.zeros_like(x)
    for i in range(len(x)):
        total += x[i] * x[i]
        y[i] = total * x[i]
    return y, math.sqrt(total)


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
