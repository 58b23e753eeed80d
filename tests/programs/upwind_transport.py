"""A wave carried by a current that turns: differences against the current."""

import numpy as np


def upwind_transport(start, current, ratio):
    n = len(start)
    u = start.copy()
    new = np.zeros(n)
    for _ in range(4):
        for i in range(1, n - 1):
            if current[i] > 0.0:
                new[i] = u[i] - ratio * current[i] * (u[i] - u[i - 1])
            else:
                new[i] = u[i] - ratio * current[i] * (u[i + 1] - u[i])
        u, new = new, u
    return np.sum(u**2) + u[1] * u[n - 2]


EXAMPLE = (
    np.array([0.0, 0.7, 1.3, -0.4, 0.5, 0.0]),
    np.array([0.1, 0.6, 0.9, -0.5, -0.8, 0.3]),
    0.4,
)
