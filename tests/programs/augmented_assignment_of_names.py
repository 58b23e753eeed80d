"""All the augmented operators on scalar names."""

import math


def augmented_assignment_of_names(x, y):
    s = x
    t = 3.0 * y
    s += y * x
    t //= 2.0
    s *= s
    s -= math.cos(s) * t
    s /= y + s * s
    s **= 2
    s %= 1.0
    t += s
    t -= x
    return s * t


EXAMPLE = (0.8, 1.7)
