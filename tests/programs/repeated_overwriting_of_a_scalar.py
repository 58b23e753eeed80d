"""One name is overwritten again and again by a function of itself."""

import math


def repeated_overwriting_of_a_scalar(x):
    x = math.sin(x)
    x = x * x + x
    x = math.exp(x)
    x = x / (1.0 + x * x)
    return x


EXAMPLE = (0.7,)
