"""The same call stands twice in a sum; its adjoint adds to an array both times."""

import numpy as np


def weighted(x, weights):
    return x * weights[0] + weights[1] * x * x


def one_call_twice_in_a_sum(x, weights):
    twice = weighted(x, weights) + weighted(x, weights)
    return twice - 0.5 * weighted(twice, weights) - 0.5 * weighted(twice, weights)


EXAMPLE = (0.7, np.array([1.2, 0.4]))
