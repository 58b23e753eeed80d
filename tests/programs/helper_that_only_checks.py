"""A helper checks its argument and gives nothing that varies."""

import math


def checked(x):
    assert x > 0.0, "x is positive"
    if x > 1e6:
        raise ValueError("x is too large")
    return 2.0


def helper_that_only_checks(x):
    scale = checked(x)
    return scale * math.log(x)


EXAMPLE = (1.7,)
