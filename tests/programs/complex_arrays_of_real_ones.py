"""Whole complex arrays between real ones: a transfer function and its response."""

import numpy as np


def complex_arrays_of_real_ones(frequencies, damping, load):
    s = damping + 1j * frequencies
    transfer = s / (s**2 + damping * s + 1.0)
    response = transfer * load
    return np.sum(response.real * frequencies) + np.sum(np.abs(response) ** 2)


EXAMPLE = (np.array([0.4, 0.9, 1.7]), 0.3, np.array([1.0, -0.5, 0.8]))
