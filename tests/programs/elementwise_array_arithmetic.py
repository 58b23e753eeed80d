"""Operators and functions apply to whole arrays."""

import numpy as np


def elementwise_array_arithmetic(x, y):
    z = x * y - y / (1.0 + x**2)
    w = np.sin(z) + np.exp(-x) * 2.0
    w = -w + z
    return np.sum(w * w * x)


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([0.5, -0.2, 0.9]))
