import math

import numpy as np


def weighted(x, scale, table):
    s = 0.0
    for i in range(len(x)):
        s += scale * table[i] * math.exp(0.1 * x[i])
    return s


def weighted_adjoint(x, scale, table, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        x_bar[i] += 0.1 * math.exp(0.1 * x[i]) * scale * table[i] * result_bar


def closure_made_outside_value_and_grad(x, scale, table):
    """The value of closure_made_outside, and its gradient with respect to x."""
    # forward sweep
    term = np.empty_like(x)
    for i in range(len(x)):
        term[i] = x[i] * x[i]
    weighted_result = weighted(x, scale, table)

    # reverse sweep
    x_bar = np.zeros_like(x)
    x_bar[0] += weighted_result
    term_bar = np.zeros_like(term)
    weighted_adjoint(term, scale, table, -1.0, term_bar)
    weighted_adjoint(x, scale, table, x[0], x_bar)
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * term_bar[i]
    return weighted_result * x[0] - weighted(term, scale, table), x_bar
