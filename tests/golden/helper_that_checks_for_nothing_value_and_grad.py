import math


def checked_adjoint(x, result_bar):
    """The adjoint of x in checked."""
    # forward sweep
    if x <= 0.0:
        raise ValueError("x is positive")
    return 2.0 * x * result_bar


def helper_that_checks_for_nothing_value_and_grad(x):
    """The value of helper_that_checks_for_nothing, and its gradient with respect to
    x.
    """
    # forward sweep
    y_2 = 3.0 * x
    log_x = math.log(x)
    return log_x * y_2, y_2 / x + 3.0 * log_x + checked_adjoint(x, 0.0)
