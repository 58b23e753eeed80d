import numpy as np


def weighted(x, weights):
    return x * weights[0] + weights[1] * x * x


def weighted_adjoint(x, weights, result_bar, weights_bar):
    """The adjoint of x in weighted; the adjoint of weights is added to weights_bar."""
    weights_bar[0] += x * result_bar
    weights_bar[1] += x * x * result_bar
    return (weights[0] + 2.0 * weights[1] * x) * result_bar


def one_call_twice_in_a_sum_value_and_grad(x, weights):
    """The value of one_call_twice_in_a_sum, and its gradient with respect to x and
    weights.
    """
    # forward sweep
    twice = weighted(x, weights) + weighted(x, weights)
    value = twice - 0.5 * weighted(twice, weights) - 0.5 * weighted(twice, weights)

    # reverse sweep
    weights_bar = np.zeros_like(weights)
    twice_bar = 1.0 + weighted_adjoint(twice, weights, -0.5, weights_bar)
    twice_bar += weighted_adjoint(twice, weights, -0.5, weights_bar)
    x_bar = weighted_adjoint(x, weights, twice_bar, weights_bar)
    x_bar += weighted_adjoint(x, weights, twice_bar, weights_bar)
    return value, x_bar, weights_bar
