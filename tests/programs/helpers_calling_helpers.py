"""Calls within the arguments of calls, three levels deep."""

import math


def square(t):
    return t * t


def bump(t):
    return math.exp(-square(t))


def mix(a, b):
    return bump(a) * b + bump(square(b) - a)


def helpers_calling_helpers(x, y):
    return mix(square(x), mix(y, bump(x))) * square(mix(x, y))


EXAMPLE = (0.7, 1.3)
