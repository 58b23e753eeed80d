"""Over-relaxation of every second point of a grid, then of the others."""

import numpy as np


def red_black_relaxation(u, source, omega, sweeps):
    u = u.copy()
    i, j = np.indices(u.shape)
    for _ in range(sweeps):
        for colour in (0, 1):
            mean = np.zeros_like(u)
            mean[1:-1, 1:-1] = 0.25 * (
                u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] - source
            )
            chosen = (i + j) % 2 == colour
            chosen[[0, -1]] = False
            chosen[:, [0, -1]] = False
            u[chosen] += omega * (mean[chosen] - u[chosen])
    return u[1:-1, 1:-1]


EXAMPLE = (
    np.array([[0.1, 0.4, 0.2, 0.3], [0.5, 0.0, 0.1, 0.6], [0.2, 0.7, 0.3, 0.9]]),
    np.array([[0.3, -0.2]]),
    1.3,
    2,
)
