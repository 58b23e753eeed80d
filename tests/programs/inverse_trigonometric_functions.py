"""Arc sine, arc cosine, arc tangent and the angle of a point."""

import math


def inverse_trigonometric_functions(x, y):
    a = math.asin(x) + math.acos(y)
    b = math.atan(x / y)
    return a * b + math.atan2(y, x) * math.atan2(-y, -x)


EXAMPLE = (0.4, 0.3)
