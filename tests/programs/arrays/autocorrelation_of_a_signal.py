"""The correlation of a signal with itself, and how many samples are independent."""

import numpy as np


def autocorrelation_of_a_signal(x, window):
    centred = x - np.mean(x)
    full = np.correlate(centred, centred, mode="full")
    acf = full[full.size // 2 :] / full[full.size // 2]
    time = 1.0 + 2.0 * np.sum(acf[1:window] * (1.0 - np.arange(1, window) / window))
    return acf, x.size / time


EXAMPLE = (np.array([0.7, 1.3, 0.9, -0.4, -0.6, 0.2, 0.8]), 4)
