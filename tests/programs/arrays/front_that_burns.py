"""A fire front as a level set: upwind slopes, wind, curvature, and the area burnt."""

import numpy as np


def front_that_burns(phi, speed, wind, curvature, dt, steps):
    for _ in range(steps):
        p = np.pad(phi, 1, mode="edge")
        left, right = phi - p[1:-1, :-2], p[1:-1, 2:] - phi
        down, up = phi - p[:-2, 1:-1], p[2:, 1:-1] - phi
        grow = np.maximum(left, 0.0) ** 2 + np.minimum(right, 0.0) ** 2
        grow += np.maximum(down, 0.0) ** 2 + np.minimum(up, 0.0) ** 2
        dy, dx = np.gradient(phi)
        size = np.sqrt(dx**2 + dy**2 + 1e-6)
        bend = np.gradient(dx / size, axis=1) + np.gradient(dy / size, axis=0)
        along = np.maximum(wind[0] * dx + wind[1] * dy, 0.0) / size
        phi = phi - dt * (
            (speed + along) * np.sqrt(grow + 1e-6) - curvature * bend * size
        )
    burnt = 0.5 * (1.0 - np.tanh(phi / 0.5))
    return phi, burnt.sum()


EXAMPLE = (
    np.array([[0.9, 0.5, 0.7], [0.3, -0.6, 0.2], [0.5, -0.1, 0.8], [1.2, 0.6, 1.1]]),
    0.7,
    np.array([0.4, 0.3]),
    0.05,
    0.2,
    2,
)
