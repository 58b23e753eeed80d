"""Scalars meet arrays on either side of every operator."""

import numpy as np


def scalar_broadcast_over_an_array(x, c):
    y = c * x + 1.0
    y = c - y / c
    y = c / (2.0 + y * y)
    y = y**2 - c
    return np.sum(y) * c


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 0.8)
