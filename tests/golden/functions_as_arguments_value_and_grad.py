import math

import numpy as np


def logistic(x):
    return 2.6 * x * (1.0 - x)


def iterate(x, n):
    for _ in range(n):
        x = logistic(x)
    return x


def iterate_2(x, n):
    for _ in range(n):
        x = math.cos(x)
    return x


def iterate_2_adjoint(x, n, result_bar):
    """The adjoint of x in iterate_2."""
    # forward sweep
    x_by_x_start = 1.0
    for k in range(n):
        x_by_x_start = -math.sin(x) * x_by_x_start
        x = math.cos(x)
    return x_by_x_start * result_bar


def logistic_adjoint(x, result_bar):
    """The adjoint of x in logistic."""
    return (2.6 * (1.0 - x) - 2.6 * x) * result_bar


def iterate_adjoint(x, n, result_bar):
    """The adjoint of x in iterate."""
    # forward sweep: saves x
    x_saved = np.empty(n)
    for k in range(n):
        x_saved[k] = x
        x = logistic(x)

    # reverse sweep
    x_bar = result_bar
    for k in range(n - 1, -1, -1):
        x_bar = logistic_adjoint(x_saved[k], x_bar)
    return x_bar


def functions_as_arguments_value_and_grad(x):
    """The value of functions_as_arguments, and its gradient with respect to x."""
    # forward sweep
    iterate_result = iterate(x, 3)
    iterate_2_result = iterate_2(x, 2)

    # reverse sweep
    x_bar = iterate_2_adjoint(x, 2, iterate_result)
    x_bar += iterate_adjoint(x, 3, iterate_2_result)
    return iterate_result * iterate_2_result + iterate(0.4, 1), x_bar
