import numpy as np


def weighted_square(x):
    s = 0.0
    for i in range(len(x)):
        s += x[i] * x[i]
    return s


def weighted_square_2(x, weights):
    s = 0.0
    for i in range(len(x)):
        s += weights[i] * x[i] * x[i]
    return s


def weighted_square_2_adjoint(x, weights, result_bar, x_bar, weights_bar):
    """The adjoint of x and weights is added to x_bar, weights_bar."""
    for i in range(len(x)):
        weights_bar[i] += x[i] * x[i] * result_bar
        x_bar[i] += 2.0 * weights[i] * x[i] * result_bar


def weighted_square_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * result_bar


def optional_argument_of_none_value_and_grad(x):
    """The value of optional_argument_of_none, and its gradient with respect to x."""
    # forward sweep
    weighted_square_x = weighted_square(x)
    weighted_square_2_result = weighted_square_2(x, x)

    # reverse sweep
    x_bar = np.zeros_like(x)
    weighted_square_2_adjoint(x, x, weighted_square_x, x_bar, x_bar)
    weighted_square_adjoint(x, weighted_square_2_result, x_bar)
    return weighted_square_x * weighted_square_2_result, x_bar
