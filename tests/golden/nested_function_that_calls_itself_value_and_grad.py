import numpy as np


def product(n, x):
    if n < 0:
        result = 1.0
    else:
        result = x[n] * product(n - 1, x)
    return result


def product_adjoint(n, x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    if not n < 0:
        product_result = product(n - 1, x)

    # reverse sweep
    if not n < 0:
        x_bar[n] += product_result * result_bar
        product_result_bar = x[n] * result_bar
        product_adjoint(n - 1, x, product_result_bar, x_bar)


def nested_function_that_calls_itself_value_and_grad(x):
    """The value of nested_function_that_calls_itself, and its gradient with respect
    to x.
    """
    # forward sweep
    value = product(len(x) - 1, x)

    # reverse sweep
    x_bar = np.zeros_like(x)
    product_adjoint(len(x) - 1, x, 1.0, x_bar)
    return value, x_bar
