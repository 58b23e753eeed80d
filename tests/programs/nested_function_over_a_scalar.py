"""A function defined inside reads a scalar of the outer one, which then changes."""

import math


def nested_function_over_a_scalar(x):
    k = x * x

    def scaled(t):
        return k * math.sin(t)

    s = scaled(x)
    k = 2.0 * x
    return s * scaled(s)


EXAMPLE = (0.7,)
