"""Burgers' equation marches in place, so each point sees its updated neighbour."""

import numpy as np


def burgers_in_place(u, viscosity, steps):
    n = len(u)
    for _ in range(steps):
        for i in range(1, n - 1):
            advection = u[i] * (u[i + 1] - u[i - 1]) * 0.5
            diffusion = viscosity * (u[i + 1] - 2.0 * u[i] + u[i - 1])
            u[i] += 0.2 * (diffusion - advection)
        u[0] = u[n - 2]
        u[n - 1] = u[1]
    s = 0.0
    for value in u:
        s += value**3
    return s


WRITES = ("u",)

EXAMPLE = (np.array([0.2, 0.7, 1.3, -0.4, 0.5]), 0.6, 3)
