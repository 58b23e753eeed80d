"""Unary minus and plus before names, powers and calls."""

import math


def unary_signs(x, y):
    a = -(x**2) + +y
    b = -math.sin(-x) * -y
    return -a * b - -x


EXAMPLE = (0.8, 1.9)
