"""Particles scattered by a hard well: phase shifts and the angular distribution."""

import numpy as np
from scipy.special import spherical_jn


def spherical_yn(n, x):
    before, at = -np.cos(x) / x, -np.cos(x) / x**2 - np.sin(x) / x
    if n == 0:
        return before
    for k in range(1, n):
        before, at = at, (2.0 * k + 1.0) / x * at - before
    return at


def partial_waves(energy, depth, radius, angles):
    outside, inside = np.sqrt(2.0 * energy), np.sqrt(2.0 * (energy + depth))
    ka, qa = outside * radius, inside * radius
    legendre = [np.ones_like(angles), np.cos(angles)]
    amplitude = np.zeros_like(angles) * 1j
    total = 0.0
    for n in range(3):
        slope = inside * spherical_jn(n, qa, derivative=True) / spherical_jn(n, qa)
        top = outside * spherical_jn(n, ka, True) - slope * spherical_jn(n, ka)
        y = spherical_yn(n, ka)
        y_slope = n / ka * y - spherical_yn(n + 1, ka)
        phase = np.arctan(top / (outside * y_slope - slope * y))
        if n == 2:
            x = np.cos(angles)
            legendre.append((3.0 * x * legendre[1] - legendre[0]) / 2.0)
        amplitude = (
            amplitude + (2 * n + 1) * np.exp(1j * phase) * np.sin(phase) * (legendre[n])
        )
        total += 4.0 * np.pi / outside**2 * (2 * n + 1) * np.sin(phase) ** 2
    return np.abs(amplitude / outside) ** 2, total


EXAMPLE = (0.9, 1.7, 1.1, np.array([0.3, 1.0, 1.8, 2.6]))
