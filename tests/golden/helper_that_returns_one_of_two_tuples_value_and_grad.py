import math

import numpy as np


def larger_first(p, q):
    if p > q:
        result_0 = p * q
        result_1 = math.sin(q)
    else:
        result_0 = q
        result_1 = p + q
    return result_0, result_1


def larger_first_adjoint(p, q, result_0_bar, result_1_bar):
    """The adjoints of p and q in larger_first."""
    if p > q:
        q_bar = math.cos(q) * result_1_bar + p * result_0_bar
        p_bar = q * result_0_bar
    else:
        p_bar = result_1_bar
        q_bar = result_1_bar + result_0_bar
    return p_bar, q_bar


def helper_that_returns_one_of_two_tuples_value_and_grad(x, y):
    """The value of helper_that_returns_one_of_two_tuples, and its gradient with
    respect to x and y.
    """
    # forward sweep: saves a, b and y
    a, b = larger_first(x, y)
    a_saved = np.empty(2)
    b_saved = np.empty(2)
    y_saved = np.empty(2)
    for i in range(2):
        y_saved[i] = y
        c, y = larger_first(1.5, 0.5)
        a_saved[i] = a
        b_saved[i] = b
        a, b = larger_first(b * c, a)
    value = a * b + y

    # reverse sweep
    a_bar = b
    b_bar = a
    y_bar = 1.0
    for i in range(1, -1, -1):
        a = a_saved[i]
        b = b_saved[i]
        c, y = larger_first(1.5, 0.5)
        p_bar, a_bar = larger_first_adjoint(b * c, a, a_bar, b_bar)
        b_bar = c * p_bar
        y = y_saved[i]
        y_bar = 0.0
    x_bar, y_bar_part = larger_first_adjoint(x, y, a_bar, b_bar)
    return value, x_bar, y_bar + y_bar_part
