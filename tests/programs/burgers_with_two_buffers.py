"""Burgers' equation in two dimensions, from one buffer into the other and back."""

import numpy as np


def burgers_with_two_buffers(start, goal, speed, spread):
    u = start.copy()
    new = start.copy()
    rows, columns = u.shape
    for _ in range(3):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                change = spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
                new[i, j] = u[i, j] + change
        u, new = new, u
    misfit = 0.0
    for i in range(rows):
        for j in range(columns):
            misfit += 0.5 * (u[i, j] - goal[i, j]) ** 2
    return misfit


EXAMPLE = (
    1.0 + 0.4 * np.sin(np.arange(20.0)).reshape(4, 5),
    np.cos(np.arange(20.0)).reshape(4, 5),
    0.3,
    0.1,
)
