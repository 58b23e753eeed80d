def inner_factor(x, n):
    if n == 0:
        result = 1.0
    else:
        result = outer_factor(x, n - 1)
    return result


def outer_factor(x, n):
    if n == 0:
        result = x
    else:
        result = inner_factor(x, n - 1) * x
    return result


def inner_factor_adjoint(x, n, result_bar):
    """The adjoint of x in inner_factor."""
    x_bar = 0.0
    if n != 0:
        x_bar += outer_factor_adjoint(x, n - 1, result_bar)
    return x_bar


def outer_factor_adjoint(x, n, result_bar):
    """The adjoint of x in outer_factor."""
    # forward sweep
    if n != 0:
        inner_factor_result = inner_factor(x, n - 1)

    # reverse sweep
    if n == 0:
        x_bar = result_bar
    else:
        x_bar = inner_factor_result * result_bar
        x_bar += inner_factor_adjoint(x, n - 1, x * result_bar)
    return x_bar


def mutual_recursion_as_a_factor_value_and_grad(x):
    """The value of mutual_recursion_as_a_factor, and its gradient with respect to x."""
    return outer_factor(x, 4), outer_factor_adjoint(x, 4, 1.0)
