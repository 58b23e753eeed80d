"""Kuramoto and Sivashinsky's wrinkled flame, in Fourier space."""

import numpy as np


def flame_front(u, length, dt, steps):
    n = len(u)
    k = 2.0 * np.pi * n / length * np.fft.fftfreq(n)
    linear = k**2 - k**4
    grow = np.exp(dt * linear)
    rate = np.where(linear == 0.0, 1.0, linear)
    gain = np.where(linear == 0.0, dt, np.expm1(dt * linear) / rate)
    g = -0.5j * k
    v = np.fft.fft(u)
    for _ in range(steps):
        v = grow * v + gain * g * np.fft.fft(np.fft.ifft(v).real ** 2)
    u = np.fft.ifft(v).real
    return u, 0.5 * np.mean(u**2)


EXAMPLE = (np.array([0.3, 0.9, 0.4, -0.5, -1.1, -0.2, 0.6, -0.1]), 9.0, 0.1, 3)
