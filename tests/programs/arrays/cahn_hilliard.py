"""Two liquids that part: the phase field on a torus, and its free energy."""

import numpy as np


def laplacian(c):
    p = np.pad(c, 1, mode="wrap")
    return p[2:, 1:-1] + p[:-2, 1:-1] + p[1:-1, 2:] + p[1:-1, :-2] - 4.0 * c


def cahn_hilliard(c, gap, dt, steps):
    for _ in range(steps):
        potential = c**3 - c - gap * laplacian(c)
        c = c + dt * laplacian(potential)
    gx = np.roll(c, -1, axis=0) - c
    gy = np.roll(c, -1, axis=1) - c
    return np.sum(0.25 * (c**2 - 1.0) ** 2 + 0.5 * gap * (gx**2 + gy**2))


EXAMPLE = (np.array([[0.3, -0.2, 0.5], [0.1, 0.4, -0.6]]), 0.5, 0.05, 2)
