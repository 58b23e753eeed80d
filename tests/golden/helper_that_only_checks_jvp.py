import math


def checked_tangent(x, x_dot):
    """checked and its tangent."""
    assert x > 0.0, "x is positive"
    if x > 1000000.0:
        raise ValueError("x is too large")
    return 2.0


def helper_that_only_checks_jvp(x, x_dot):
    """The value of helper_that_only_checks, and its derivative in the direction
    x_dot.
    """
    scale = checked_tangent(x, x_dot)
    return scale * math.log(x), scale * x_dot / x
