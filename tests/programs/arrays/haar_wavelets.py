"""A signal is cleaned: the small details of its wavelet transform shrink."""

import numpy as np


def haar_wavelets(signal, threshold, levels):
    w = signal.copy()
    n = len(w)
    for _ in range(levels):
        even, odd = w[:n:2].copy(), w[1:n:2].copy()
        w[: n // 2] = (even + odd) / np.sqrt(2.0)
        w[n // 2 : n] = (even - odd) / np.sqrt(2.0)
        n //= 2
    details = w[n:]
    w[n:] = np.sign(details) * np.maximum(np.abs(details) - threshold, 0.0)
    for _ in range(levels):
        mean, half = w[:n].copy(), w[n : 2 * n].copy()
        w[: 2 * n : 2] = (mean + half) / np.sqrt(2.0)
        w[1 : 2 * n : 2] = (mean - half) / np.sqrt(2.0)
        n *= 2
    return w


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -1.1, 0.2, 0.6, 1.0]), 0.3, 2)
