"""One value is bound to two names which go different ways."""

import math


def chained_assignment(x):
    a = b = x * x
    a = a * 2.0
    b += math.sin(a)
    a *= b
    return a - b


EXAMPLE = (0.9,)
