"""An adaptive filter learns an unknown system from what goes in and what comes out."""

import numpy as np


def least_mean_squares_filter(signal, desired, taps, rate):
    w = np.zeros(taps)
    errors = np.empty(len(signal) - taps + 1)
    for n in range(len(errors)):
        window = signal[n : n + taps][::-1]
        errors[n] = desired[n + taps - 1] - w @ window
        w += rate * errors[n] * window / (0.01 + window @ window)
    return w, np.mean(errors[-2:] ** 2)


EXAMPLE = (
    np.array([0.7, 1.3, -0.4, 0.9, -1.1, 0.2]),
    np.array([0.2, 0.8, 0.5, -0.1, 0.3, -0.6]),
    2,
    0.5,
)
