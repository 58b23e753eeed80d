import math


def checked_tangent(x, x_dot):
    """checked and its tangent."""
    if x <= 0.0:
        raise ValueError("x is positive")
    return x * x, x_dot * x + x * x_dot


def helper_that_checks_for_nothing_jvp(x, x_dot):
    """The value of helper_that_checks_for_nothing, and its derivative in the
    direction x_dot.
    """
    y, y_dot = checked_tangent(x, x_dot)
    y_dot = 3.0 * x_dot
    y = 3.0 * x
    log_x = math.log(x)
    return log_x * y, x_dot * y / x + log_x * y_dot
