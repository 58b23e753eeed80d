"""Gauss-Seidel sweeps on a small square with given edges."""

import numpy as np


def laplace_by_gauss_seidel(edge, source):
    grid = np.zeros((4, 4))
    grid[0] = edge
    grid[:, -1] = edge[::-1]
    for _ in range(3):
        for i in range(1, 3):
            for j in range(1, 3):
                around = (
                    grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1]
                )
                grid[i, j] = 0.25 * (around - source * grid[i, j] ** 2)
    return grid[1, 1] * grid[2, 2] + grid[2, 1]


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]), 0.5)
