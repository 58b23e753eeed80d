"""A pendulum that swings far: its period and time of flight by elliptic integrals."""

import numpy as np
from scipy.special import ellipe, ellipeinc, ellipk, ellipkinc


def swing_of_a_large_pendulum(amplitudes, angle, length, gravity, periods):
    m = np.sin(0.5 * amplitudes) ** 2
    pace = np.sqrt(length / gravity)
    whole = 4.0 * pace * ellipk(m)
    phi = np.arcsin(np.sin(0.5 * angle) / np.sqrt(m))
    until = pace * ellipkinc(phi, m)
    action = 8.0 * np.sqrt(gravity * length) * (ellipe(m) - (1.0 - m) * ellipk(m))
    arc = ellipeinc(phi, m) / ellipe(m)
    small = whole[0] * (1.0 + amplitudes**2 / 16.0 + 11.0 * amplitudes**4 / 3072.0)
    return np.sum((whole - periods) ** 2), until, action, arc @ small


EXAMPLE = (
    np.array([0.7, 1.2, 1.9]),
    0.5,
    1.1,
    9.7,
    np.array([2.2, 2.3, 2.7]),
)
