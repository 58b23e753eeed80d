"""Slices of one element are spread over whole arrays."""

import numpy as np


def slices_of_one_element(x, k):
    y = x * x[k : k + 1]
    y -= x[-1:]
    return np.sum(y * x[:1]) + np.sum(np.array([x[0]]) / (x * x + 1.0))


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 1)
