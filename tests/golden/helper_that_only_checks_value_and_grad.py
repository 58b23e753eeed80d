import math


def checked(x):
    assert x > 0.0, "x is positive"
    if x > 1000000.0:
        raise ValueError("x is too large")
    return 2.0


def checked_adjoint(x):
    """The adjoint of x in checked."""
    # forward sweep
    assert x > 0.0, "x is positive"
    if x > 1000000.0:
        raise ValueError("x is too large")
    return 0.0


def helper_that_only_checks_value_and_grad(x):
    """The value of helper_that_only_checks, and its gradient with respect to x."""
    # forward sweep
    scale = checked(x)
    return scale * math.log(x), scale / x + checked_adjoint(x)
