"""The power of a windowed signal at some frequencies, without a Fourier transform."""

import numpy as np


def periodogram(signal, frequencies, rate):
    n = len(signal)
    window = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(n) / (n - 1))
    tapered = (signal - signal.mean()) * window
    phase = 2.0 * np.pi * np.outer(frequencies, np.arange(n)) / rate
    real = np.cos(phase) @ tapered
    imaginary = np.sin(phase) @ tapered
    return (real**2 + imaginary**2) / (rate * np.sum(window**2))


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9, -1.1, 0.2]), np.array([0.8, 1.7]), 5.0)
