"""A value is set only in the trips that a test lets through, and read in all."""

import math


def value_set_in_some_trips(x):
    e = 1.0
    for _ in range(4):
        if e > 0.2:
            c = math.cos(x * e)
            e = e * c * 0.5
        s = c * e
    return s * c


EXAMPLE = (1.1,)
