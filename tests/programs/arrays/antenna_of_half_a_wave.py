"""Impedances of thin wires that stand side by side, by sine and cosine integrals."""

import numpy as np
from scipy.special import sici


def antenna_of_half_a_wave(gaps, drive, wavelength):
    k = 2.0 * np.pi / wavelength
    length = 0.5 * wavelength
    u0 = k * gaps
    root = np.sqrt(gaps**2 + length**2)
    u1, u2 = k * (root + length), k * (root - length)
    s0, c0 = sici(u0)
    s1, c1 = sici(u1)
    s2, c2 = sici(u2)
    real = 30.0 * (2.0 * c0 - c1 - c2)
    imaginary = -30.0 * (2.0 * s0 - s1 - s2)
    n = drive.size
    places = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    mutual = np.append(73.1 + 42.5j, real + 1j * imaginary)[places]
    current = np.linalg.solve(mutual, drive + 0j)
    power = 0.5 * np.real(np.vdot(current, mutual @ current))
    angle = np.linspace(0.2, 3.0, 4)
    phase = np.exp(1j * k * gaps[0] * np.outer(np.cos(angle), np.arange(n)))
    return np.abs(phase @ current) ** 2 / power, real


EXAMPLE = (np.array([0.3, 0.61]), np.array([1.0, 0.8, 0.4]), 1.1)
