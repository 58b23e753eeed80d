"""A helper returns two values, which are unpacked in a loop."""

import math


def rotate(x, y, angle):
    c = math.cos(angle)
    s = math.sin(angle)
    return c * x - s * y, s * x + c * y


def helper_that_returns_a_tuple(x, y, angle):
    for i in range(3):
        x, y = rotate(x, y, angle * (i + 1))
        x = x * (1.0 + 0.1 * y)
    return x * x * y


EXAMPLE = (0.7, 1.3, 0.4)
