"""Microphones that listen in one direction: the pattern of a weighted array."""

import numpy as np


def delay_and_sum_beamformer(weights, places, steer, angles, wave):
    k = 2.0 * np.pi / wave
    unit = np.stack([np.cos(angles), np.sin(angles)])
    look = np.array([np.cos(steer), np.sin(steer)])
    phase = k * (places @ unit - (places @ look)[:, None])
    real = weights @ np.cos(phase)
    imaginary = weights @ np.sin(phase)
    power = (real**2 + imaginary**2) / np.sum(weights) ** 2
    main = np.abs(angles - steer) < 0.5
    return 10.0 * np.log10(np.sum(power * main) / np.sum(power * ~main))


EXAMPLE = (
    np.array([0.8, 1.0, 0.7]),
    np.array([[0.0, 0.1], [0.4, 0.0], [0.9, -0.1]]),
    0.6,
    np.array([-1.2, 0.3, 0.7, 1.9]),
    0.9,
)
