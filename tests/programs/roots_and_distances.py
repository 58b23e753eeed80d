"""Square root, cube root and hypotenuse."""

import math

import numpy as np


def roots_and_distances(x, y):
    r = math.hypot(x, y)
    return math.sqrt(x * r) + np.cbrt(y - 3.0) * np.sqrt(r) / np.hypot(x, 2.0)


EXAMPLE = (1.3, 0.9)
