"""A cycle of a permutation is followed and its elements moved in place."""

import numpy as np


def permutation_applied_in_place(x, permutation):
    y = x * 1.0
    held = y[0]
    i = 0
    while permutation[i] != 0:
        y[i] = y[permutation[i]] * held
        i = permutation[i]
    y[i] = held
    return y[0] * y[1] + y[2] * y[3]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]), np.array([2, 0, 3, 1]))
