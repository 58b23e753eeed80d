"""Lambdas, several on one line, are handed to a helper; one reads a local."""

import math


def compose(f, g, x):
    return f(g(x)) + g(f(x))


def lambdas_as_arguments(x, y):
    a = compose(lambda t: t * t * y, lambda t: math.sin(t) + x, x)
    return a * compose(lambda t: t + y, math.exp, 0.1 * x)


EXAMPLE = (0.7, 1.3)
