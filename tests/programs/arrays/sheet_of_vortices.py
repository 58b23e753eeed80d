"""Vortices of a wing in complex planes: a Joukowski profile, lift, and a wake."""

import numpy as np


def sheet_of_vortices(centre, attack, speed, wake, strength, dt):
    middle = centre[0] + 1j * centre[1]
    radius = np.abs(1.0 - middle)
    theta = np.linspace(0.3, 5.9, 5)
    circle = middle + radius * np.exp(1j * theta)
    beta = np.arcsin(centre[1] / radius)
    circulation = 4.0 * np.pi * speed * radius * np.sin(attack + beta)
    zeta = circle - middle
    flow = speed * (np.exp(-1j * attack) - radius**2 * np.exp(1j * attack) / zeta**2)
    flow = flow + 1j * circulation / (2.0 * np.pi * zeta)
    velocity = flow / (1.0 - 1.0 / circle**2)
    pressure = 1.0 - np.abs(velocity) ** 2 / speed**2
    z = wake[:, 0] + 1j * wake[:, 1]
    apart = z[:, None] - z + np.eye(len(z))
    pull = np.where(np.eye(len(z), dtype=bool), 0.0, strength / apart)
    drift = np.conj(np.sum(pull, axis=1) / (2j * np.pi))
    moved = z + dt * (speed * np.exp(1j * attack) + drift)
    return pressure, circulation, np.imag(moved)


EXAMPLE = (
    np.array([-0.1, 0.08]),
    0.12,
    1.3,
    np.array([[1.2, 0.1], [1.6, -0.1], [2.1, 0.2]]),
    np.array([0.3, -0.2, 0.25]),
    0.1,
)
