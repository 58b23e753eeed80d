"""Calls under a variance that reverts to its mean, by a characteristic function."""

import numpy as np


def characteristic(u, spot, rate, time, v0, kappa, theta, sigma, rho):
    xi = kappa - 1j * rho * sigma * u
    d = np.sqrt(xi**2 + sigma**2 * (u**2 + 1j * u))
    g = (xi - d) / (xi + d)
    decay = np.exp(-d * time)
    c = (xi - d) * time - 2.0 * np.log((1.0 - g * decay) / (1.0 - g))
    e = (xi - d) * (1.0 - decay) / (1.0 - g * decay)
    drift = 1j * u * (np.log(spot) + rate * time)
    return np.exp(drift + kappa * theta / sigma**2 * c + v0 / sigma**2 * e)


def smile_of_heston(spot, strikes, rate, time, variance):
    v0, kappa, theta, sigma, rho = variance
    u = np.linspace(0.25, 12.0, 20)
    phi = characteristic(u - 0.5j, spot, rate, time, v0, kappa, theta, sigma, rho)
    phase = np.exp(-1j * np.outer(np.log(strikes), u))
    inside = np.real(phase * phi) / (u**2 + 0.25)
    whole = np.trapezoid(inside, u, axis=1)
    return spot - np.sqrt(strikes) * np.exp(-rate * time) / np.pi * whole


EXAMPLE = (
    1.1,
    np.array([0.9, 1.0, 1.25]),
    0.03,
    0.8,
    np.array([0.06, 1.5, 0.05, 0.4, -0.6]),
)
