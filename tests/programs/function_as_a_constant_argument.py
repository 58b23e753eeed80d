"""A function argument of the program itself is called on every element."""

import math

import numpy as np


def function_as_a_constant_argument(x, g):
    s = 0.0
    for i in range(len(x)):
        s = s * 0.5 + g(x[i]) * x[i]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), math.tanh)
