"""The result is a tuple of scalars that share their parts."""

import math


def return_a_tuple(x, y):
    r = math.hypot(x, y)
    angle = math.atan2(y, x)
    return r, angle, r * angle


EXAMPLE = (0.7, 1.3)
