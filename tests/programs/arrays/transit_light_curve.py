"""A planet in front of a star whose limb is dark: the flux that is left."""

import numpy as np


def transit_light_curve(times, period, impact, ratio, u1, u2, flux, error):
    phase = 2.0 * np.pi * times / period
    z = np.sqrt(np.sin(phase) ** 2 + (impact * np.cos(phase)) ** 2)
    mu = np.sqrt(np.clip(1.0 - z**2, 0.01, 1.0))
    dark = 1.0 - u1 * (1.0 - mu) - u2 * (1.0 - mu) ** 2
    covered = 1.0 / (1.0 + np.exp((z - 1.0) / 0.05))
    model = 1.0 - ratio**2 * dark * covered / (1.0 - u1 / 3.0 - u2 / 6.0)
    chi = (flux - model) / error
    return -0.5 * np.dot(chi, chi) - np.sum(np.log(error))


EXAMPLE = (
    np.array([-0.3, -0.1, 0.05, 0.2, 0.4]),
    4.0,
    0.3,
    0.2,
    0.4,
    0.2,
    np.array([0.99, 0.97, 0.96, 0.97, 1.0]),
    np.array([0.2, 0.1, 0.2, 0.1, 0.2]),
)
