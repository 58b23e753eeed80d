"""The motion between two pictures, by sweeps over whole fields of velocity."""

import numpy as np


def horn_schunck_flow(first, second, alpha, sweeps):
    gy, gx = np.gradient(0.5 * (first + second))
    gt = second - first
    u, v = np.zeros_like(first), np.zeros_like(first)
    for _ in range(sweeps):
        mean = [
            0.25 * (p[2:, 1:-1] + p[:-2, 1:-1] + p[1:-1, 2:] + p[1:-1, :-2])
            for p in (np.pad(u, 1, mode="edge"), np.pad(v, 1, mode="edge"))
        ]
        step = (gx * mean[0] + gy * mean[1] + gt) / (alpha**2 + gx**2 + gy**2)
        u, v = mean[0] - gx * step, mean[1] - gy * step
    return np.stack([u, v])


EXAMPLE = (
    np.array([[0.7, 0.3, 0.2], [1.1, 0.4, 0.9], [0.5, 0.8, 0.1]]),
    np.array([[0.6, 0.4, 0.1], [1.0, 0.5, 0.7], [0.6, 0.6, 0.2]]),
    0.7,
    2,
)
