import math

import numpy as np


def combine(x, low, high):
    if high - low == 1:
        result = x[low]
    else:
        middle = (low + high) // 2
        left = combine(x, low, middle)
        right = combine(x, middle, high)
        result = math.sin(left) * right + left
    return result


def combine_adjoint(x, low, high, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    if high - low != 1:
        middle = (low + high) // 2
        left = combine(x, low, middle)
        right = combine(x, middle, high)
        sin_left = math.sin(left)

    # reverse sweep
    if high - low == 1:
        x_bar[low] += result_bar
    else:
        left_bar = result_bar + math.cos(left) * right * result_bar
        combine_adjoint(x, middle, high, sin_left * result_bar, x_bar)
        combine_adjoint(x, low, middle, left_bar, x_bar)


def recursive_sum_over_halves_value_and_grad(x):
    """The value of recursive_sum_over_halves, and its gradient with respect to x."""
    # forward sweep
    value = combine(x, 0, len(x))

    # reverse sweep
    x_bar = np.zeros_like(x)
    combine_adjoint(x, 0, len(x), 1.0, x_bar)
    return value, x_bar
