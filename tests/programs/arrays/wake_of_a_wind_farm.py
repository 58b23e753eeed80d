"""Turbines behind each other: deficits of speed add up as squares; the power of all."""

import numpy as np


def wake_of_a_wind_farm(x, y, wind, direction, thrust, spread):
    c, s = np.cos(direction), np.sin(direction)
    along, across = c * x + s * y, c * y - s * x
    dx = along[:, None] - along[None, :]
    dy = across[:, None] - across[None, :]
    behind = dx > 0.0
    width = 0.25 + spread * np.where(behind, dx, 0.0)
    room = np.sqrt(np.maximum(1.0 - thrust / (8.0 * width**2), 0.01))
    deficit = (1.0 - room) * np.exp(-0.5 * (dy / width) ** 2) * behind
    speed = wind * (1.0 - np.sqrt((deficit**2).sum(axis=1) + 1e-4))
    power = np.where(speed < 3.0, 0.0, np.minimum(speed, 12.0) ** 3)
    return power.sum() / (len(x) * wind**3)


EXAMPLE = (
    np.array([0.0, 3.1, 5.9, 2.8]),
    np.array([0.2, 0.5, -0.1, 2.0]),
    8.0,
    0.1,
    0.2,
    0.06,
)
