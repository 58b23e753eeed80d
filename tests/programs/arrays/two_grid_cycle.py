"""One cycle of multigrid for Poisson's equation: smooth, restrict, correct, smooth."""

import numpy as np


def smoothed(u, f, h, sweeps):
    for _ in range(sweeps):
        u = u.copy()
        u[1:-1] += (0.5 * (u[:-2] + u[2:] + h * h * f[1:-1]) - u[1:-1]) * 2.0 / 3.0
    return u


def two_grid_cycle(u, f, h):
    u = smoothed(u, f, h, 2)
    residual = np.zeros_like(u)
    residual[1:-1] = f[1:-1] + (u[:-2] - 2.0 * u[1:-1] + u[2:]) / h**2
    coarse = np.zeros(len(u) // 2 + 1)
    coarse[1:-1] = (
        0.25 * residual[1:-2:2] + 0.5 * residual[2:-1:2] + 0.25 * residual[3::2]
    )
    m = len(coarse) - 2
    operator = (2.0 * np.eye(m) - np.eye(m, k=1) - np.eye(m, k=-1)) / (2.0 * h) ** 2
    error = np.zeros_like(coarse)
    error[1:-1] = np.linalg.solve(operator, coarse[1:-1])
    u = u.copy()
    u[::2] += error
    u[1::2] += 0.5 * (error[1:] + error[:-1])
    return smoothed(u, f, h, 1)


EXAMPLE = (
    np.array([0.0, 0.4, 0.1, 0.7, 0.3, 0.5, 0.0]),
    np.array([0.0, 1.1, 0.4, -0.6, 0.8, 0.3, 0.0]),
    0.2,
)
