"""A helper returns early, each time a tuple."""

import math


def larger_first(p, q):
    if p > q:
        return p * q, math.sin(q)
    return q, p + q


def helper_that_returns_one_of_two_tuples(x, y):
    a, b = larger_first(x, y)
    for i in range(2):
        c, y = larger_first(1.5, 0.5)
        a, b = larger_first(b * c, a)
    return a * b + y


EXAMPLE = (0.7, 1.3)
