"""Transport around a ring by the scheme of Lax and Wendroff."""

import numpy as np


def lax_wendroff_on_a_ring(u, speed, dt, dx, steps):
    c = speed * dt / dx
    mass = u.sum()
    for _ in range(steps):
        left, right = np.roll(u, 1), np.roll(u, -1)
        u = u - 0.5 * c * (right - left) + 0.5 * c**2 * (right - 2.0 * u + left)
    return u, u.sum() - mass, np.abs(np.diff(u, append=u[:1])).sum()


EXAMPLE = (np.array([0.2, 0.7, 2.6, 0.1, -0.4]), 0.8, 0.1, 0.25, 3)
