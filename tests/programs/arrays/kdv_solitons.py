"""Two waves in shallow water that pass through each other, by Zabusky and Kruskal."""

import numpy as np


def kdv_solitons(start, dispersion, dt, dx, steps):
    def slope(u):
        ahead, behind = np.roll(u, -1), np.roll(u, 1)
        far = np.roll(u, -2) - 2.0 * ahead + 2.0 * behind - np.roll(u, 2)
        return -(ahead + u + behind) * (ahead - behind) / 6.0 / dx - (
            0.5 * dispersion**2 * far / dx**3
        )

    before = start
    now = start + dt * slope(start)
    for _ in range(steps - 1):
        before, now = now, before + 2.0 * dt * slope(now)
    return np.array([now.sum(), 0.5 * np.sum(now**2), now.max()]) * dx


EXAMPLE = (np.array([0.2, 0.9, 1.7, 0.6, 0.1, -0.3]), 0.3, 0.02, 0.5, 3)
