import math


def checked(x):
    if x <= 0.0:
        raise ValueError("x is positive")
    return x * x


def helper_that_checks_for_nothing_value_and_grad(x):
    """The value of helper_that_checks_for_nothing, and its gradient with respect to
    x.
    """
    # forward sweep
    y = checked(x)
    y = 3.0 * x
    log_x = math.log(x)
    return log_x * y, y / x + 3.0 * log_x
