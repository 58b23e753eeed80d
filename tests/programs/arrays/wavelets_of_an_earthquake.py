"""A record in scales and times by Morlet's wavelet: ridges, and energy in a band."""

import numpy as np


def wavelets_of_an_earthquake(record, scales, centre, rate):
    n = len(record)
    omega = 2.0 * np.pi * np.fft.fftfreq(n, 1.0 / rate)
    argument = np.multiply.outer(scales, omega) - centre
    daughter = np.pi**-0.25 * np.exp(-0.5 * argument**2) * (omega > 0.0)
    daughter = daughter * np.sqrt(2.0 * np.pi * scales * rate)[:, np.newaxis]
    spectrum = np.fft.fft(record - np.mean(record))
    waves = np.fft.ifft(spectrum * daughter, axis=1)
    power = np.abs(waves) ** 2 / scales[:, None]
    ridge = power.max(axis=0)
    mean = np.average(power, axis=1, weights=np.hanning(n + 2)[1:-1])
    slope = np.gradient(np.log(mean), np.log(scales))
    return ridge, np.trapezoid(mean, scales), slope[1]


EXAMPLE = (
    np.array([0.2, 1.0, -0.3, -1.2, 0.4, 1.5, 0.1, -0.7]),
    np.array([0.5, 0.8, 1.3]),
    5.0,
    3.0,
)
