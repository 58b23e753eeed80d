"""Exponentials and logarithms of every base."""

import math

import numpy as np


def exponentials_and_logarithms(x, y):
    a = math.exp(-x) + math.expm1(0.1 * y) + np.exp2(x * y)
    b = math.log(x) + math.log1p(y) + math.log2(x + y) - math.log10(y)
    return a * b


EXAMPLE = (0.8, 1.5)
