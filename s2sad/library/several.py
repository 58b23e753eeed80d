"""Functions of the module math that take several numbers."""

import math

from s2sad.known.definitions import defines


@defines("math.hypot")
def hypot(*coordinates):
    """The length of a vector, scaled so that no square overflows."""
    if len(coordinates) == 1:
        return abs(coordinates[0])
    length = math.hypot(coordinates[0], coordinates[1])
    for coordinate in coordinates[2:]:
        length = math.hypot(length, coordinate)
    return length


@defines("math.dist")
def dist(p, q):
    """The distance of two points."""
    length = 0.0
    for a, b in zip(p, q):
        length = math.hypot(length, a - b)
    return length


@defines("math.prod")
def prod(iterable, start=1):
    """The product of numbers."""
    product = start
    for factor in iterable:
        product *= factor
    return product


@defines("math.fsum")
def fsum(seq):
    """The sum of numbers, with what rounding takes away added at the end."""
    total = 0.0
    lost = 0.0
    for term in seq:
        after = total + term
        if abs(total) >= abs(term):
            lost += (total - after) + term
        else:
            lost += (term - after) + total
        total = after
    return total + lost
