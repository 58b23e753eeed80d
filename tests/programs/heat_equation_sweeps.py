"""Explicit steps of the heat equation with a conductivity that varies in space."""

import numpy as np


def heat_equation_sweeps(u, conductivity, steps):
    n = len(u)
    now = u.copy()
    for _ in range(steps):
        new = now.copy()
        for i in range(1, n - 1):
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            flux = right * (now[i + 1] - now[i]) - left * (now[i] - now[i - 1])
            new[i] = now[i] + 0.2 * flux
        now = new
    return np.sum(now * now)


EXAMPLE = (
    np.array([0.0, 0.7, 1.3, -0.4, 0.2]),
    np.array([1.0, 0.8, 1.2, 0.9, 1.1]),
    3,
)
