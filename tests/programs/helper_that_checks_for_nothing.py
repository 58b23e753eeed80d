"""What a helper that checks returns is not used."""

import math


def checked(x):
    if x <= 0.0:
        raise ValueError("x is positive")
    return x * x


def helper_that_checks_for_nothing(x):
    y = checked(x)
    y = 3.0 * x
    return math.log(x) * y


EXAMPLE = (1.7,)
