"""The index that is written runs around by a counter that a branch sets back."""

import numpy as np


def written_place_chosen_by_a_counter(x, n):
    y = x.copy()
    for i in range(4):
        if n == 0:
            n = 2
        else:
            n -= 1
        y[n] = y[n] * y[n] + y[0]
    return np.sum(y)


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 2)
