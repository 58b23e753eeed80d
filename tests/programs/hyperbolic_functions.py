"""Hyperbolic functions and their inverses."""

import math


def hyperbolic_functions(x):
    a = math.sinh(x) - math.cosh(0.5 * x) * math.tanh(x)
    b = math.asinh(x) + math.acosh(1.5 + x) + math.atanh(0.5 * x)
    return a * b


EXAMPLE = (0.6,)
