"""A number and a row are added to a matrix inside a sum."""

import numpy as np


def number_spread_over_a_sum(s, row, m):
    return np.sum(m + s) * np.sum(m - row) + np.mean(s - row)


EXAMPLE = (
    0.7,
    np.array([0.4, -0.2, 1.1]),
    np.array([[1.0, 0.5, -0.3], [0.3, 0.8, 0.6]]),
)
