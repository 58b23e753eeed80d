"""A while loop ends by the data or by a counter, whichever is first."""

import math


def while_with_two_conditions(x, limit):
    s = x
    n = 0
    while s < 50.0 and n < limit:
        s = s * x + 0.5
        n += 1
    while s > 2.0 or n < limit - 1:
        s = math.sqrt(s)
        n += 1
    return s * n


EXAMPLE = (1.3, 6)
