"""Floor, ceil, trunc and round are constant between their jumps."""

import math

import numpy as np


def rounding_functions(x):
    a = math.floor(x) * x
    b = np.ceil(x) * x * x
    c = math.trunc(-x) + round(2.0 * x)
    return a + b * 0.5 + c * x


EXAMPLE = (2.3,)
