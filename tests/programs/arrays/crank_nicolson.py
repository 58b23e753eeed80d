"""Diffusion with a varying conductivity, half implicit, by dense solutions."""

import numpy as np


def crank_nicolson(u, conductivity, dt, dx, steps):
    n = u.size
    inner = 0.5 * (conductivity[1:] + conductivity[:-1])
    operator = np.zeros((n, n))
    k = np.arange(n - 1)
    operator[k, k + 1] = inner
    operator[k + 1, k] = inner
    operator -= np.diag(operator.sum(axis=1))
    half = 0.5 * dt / dx**2 * operator
    for _ in range(steps):
        u = np.linalg.solve(np.eye(n) - half, (np.eye(n) + half) @ u)
    return u


EXAMPLE = (
    np.array([1.0, 0.4, 0.2, 0.7]),
    np.array([0.5, 0.8, 1.2, 0.9]),
    0.1,
    0.5,
    3,
)
