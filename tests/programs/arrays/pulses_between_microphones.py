"""When a sound reaches a second microphone: the peak of a whitened correlation."""

import numpy as np


def pulses_between_microphones(left, right, whitening, rate):
    n = 16
    cross = np.fft.fft(right, n) * np.conj(np.fft.fft(left, n))
    cross = cross / (np.abs(cross) + 0.1) ** whitening
    correlation = np.fft.fftshift(np.fft.ifft(cross).real)
    peak = np.argmax(correlation[1:-1]) + 1
    before, at, after = correlation[peak - 1 : peak + 2]
    shift = 0.5 * (before - after) / (before - 2.0 * at + after)
    return (peak - n // 2 + shift) / rate, at - 0.25 * (before - after) * shift


EXAMPLE = (
    np.array([0.1, 0.8, 1.5, 0.6, -0.9, -0.4, 0.2, 0.1]),
    np.array([0.0, 0.2, 0.3, 0.9, 1.3, 0.5, -0.8, -0.2]),
    0.7,
    8.0,
)
