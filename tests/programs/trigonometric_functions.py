"""Sine, cosine and tangent from the math module."""

import math


def trigonometric_functions(x, y):
    return math.sin(x) * math.cos(y) + math.tan(x * y) - math.cos(x) ** 2


EXAMPLE = (0.7, 0.4)
