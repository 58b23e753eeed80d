"""A vowel's resonances: the autocorrelation solves a Toeplitz system."""

import numpy as np


def linear_prediction_by_toeplitz(signal, order, emphasis):
    x = np.append(signal[0], signal[1:] - emphasis * signal[:-1])
    x = x * np.hanning(len(x) + 2)[1:-1]
    r = np.array([x[: len(x) - k] @ x[k:] for k in range(order + 1)])
    lag = np.abs(np.subtract.outer(np.arange(order), np.arange(order)))
    a = np.linalg.solve(r[lag], r[1:])
    gain = np.sqrt(r[0] - a @ r[1:])
    return np.append(a, gain)


EXAMPLE = (np.array([0.7, 1.3, 0.9, -0.4, -0.6, 0.2, 0.8]), 2, 0.9)
