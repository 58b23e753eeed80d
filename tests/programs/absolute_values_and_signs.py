"""Absolute value and sign of positive and negative values."""

import math

import numpy as np


def absolute_values_and_signs(x, y):
    a = abs(x) * y
    b = np.sign(y) * x * x
    c = math.fabs(x * y)
    return a + b * c + np.abs(y) ** 1.5


EXAMPLE = (1.2, -0.7)
