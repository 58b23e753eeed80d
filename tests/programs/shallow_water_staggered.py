"""Shallow water on a staggered grid: heights in cells, speeds between them."""

import numpy as np


def shallow_water_staggered(height, depth, dt):
    n = len(height)
    h = height.copy()
    speed = np.zeros(n + 1, dtype=height.dtype)
    for _ in range(3):
        for i in range(1, n):
            speed[i] -= dt * (h[i] - h[i - 1])
        for i in range(n):
            h[i] -= dt * depth[i] * (speed[i + 1] - speed[i])
    return h[0] * h[1] + np.sum(h**2)


EXAMPLE = (
    np.array([1.0, 1.4, 0.8, 1.1], dtype=np.float32),
    np.array([0.9, 0.7, 1.2, 1.0], dtype=np.float32),
    np.float32(0.2),
)
