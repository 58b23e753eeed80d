"""The analytic signal by a Fourier transform: its envelope and frequency."""

import numpy as np


def envelope_of_a_signal(x, rate):
    n = x.size
    step = np.zeros(n)
    step[0] = 1.0
    step[1 : (n + 1) // 2] = 2.0
    if n % 2 == 0:
        step[n // 2] = 1.0
    analytic = np.fft.ifft(np.fft.fft(x) * step)
    envelope = np.abs(analytic)
    phase = np.unwrap(np.angle(analytic))
    frequency = np.diff(phase) * rate / (2.0 * np.pi)
    weight = envelope[1:] * envelope[:-1]
    return envelope, np.average(frequency, weights=weight)


EXAMPLE = (np.array([0.2, 1.1, 0.3, -0.9, -0.7, 0.5, 1.3, 0.1, -1.0]), 5.0)
