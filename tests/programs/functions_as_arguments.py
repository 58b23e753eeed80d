"""Functions of the module and of math are passed to a helper that iterates them."""

import math


def iterate(g, x, n):
    for _ in range(n):
        x = g(x)
    return x


def logistic(x):
    return 2.6 * x * (1.0 - x)


def functions_as_arguments(x):
    return iterate(logistic, x, 3) * iterate(math.cos, x, 2) + iterate(logistic, 0.4, 1)


EXAMPLE = (0.3,)
