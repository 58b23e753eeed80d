"""How far the magnitudes of a signal's Fourier sums are from those measured."""

import numpy as np


def phase_retrieval(signal, measured):
    n = len(signal)
    misfit = 0.0
    for k in range(len(measured)):
        total = 0.0
        for j in range(n):
            total += signal[j] * np.exp(-2j * np.pi * j * k / n)
        misfit += (abs(total) ** 2 - measured[k]) ** 2
    return misfit


EXAMPLE = (np.array([0.5, 1.1, -0.4, 0.2]), np.array([1.9, 0.7, 0.5]))
