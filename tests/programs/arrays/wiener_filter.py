"""A blurred record is sharpened in frequencies, less where the noise is strong."""

import numpy as np


def wiener_filter(record, kernel, noise, smooth):
    n = len(record)
    seen = np.fft.rfft(record)
    blur = np.fft.rfft(kernel, n)
    power = np.maximum(np.abs(seen) ** 2 / n - noise, 0.05)
    f = np.fft.rfftfreq(n)
    penalty = noise / power + smooth * (2.0 * np.pi * f) ** 4
    gain = np.conj(blur) / (np.abs(blur) ** 2 + penalty)
    return np.fft.irfft(gain * seen, n)


EXAMPLE = (
    np.array([0.1, 0.5, 1.4, 1.9, 1.2, 0.6, -0.2, 0.3]),
    np.array([0.5, 0.35, 0.15]),
    0.08,
    0.02,
)
