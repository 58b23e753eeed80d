"""Integers are divided, floored and reduced, and scale a float."""

import math


def integer_arithmetic_beside_floats(x, n):
    half = n // 2
    rest = n % 3
    ratio = n / 4
    return x**half * rest + ratio * math.sin(x * (n - half)) - (-n // 2) * x


EXAMPLE = (0.9, 5)
