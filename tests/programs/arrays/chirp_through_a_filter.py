"""A radar's chirp, weighed against side lobes, found again by its matched filter."""

import numpy as np
from scipy.special import i0


def chirp_through_a_filter(echo, start, sweep, beta, noise):
    n = 5
    t = np.linspace(0.0, 1.0, n)
    pulse = np.exp(2j * np.pi * (start * t + 0.5 * sweep * t**2))
    place = 2.0 * np.arange(n) / (n - 1) - 1.0
    kaiser = i0(beta * np.sqrt(1.0 - 0.999 * place**2)) / i0(beta)
    template = np.conj(pulse * kaiser)[::-1]
    answer = np.convolve(echo + 0j, template, mode="valid")
    power = answer.real**2 + answer.imag**2
    gain = np.abs(np.sum(kaiser)) ** 2 / (n * np.sum(kaiser**2))
    level = power / (noise * np.sum(kaiser**2))
    found = np.log1p(level)
    phase = np.unwrap(np.angle(answer))
    return found, gain, np.polyfit(np.arange(len(phase)), phase, 1)[0]


EXAMPLE = (np.array([0.1, 0.4, 0.9, -0.6, -0.8, 0.7, 0.3, -0.2]), 0.4, 1.1, 2.5, 0.3)
