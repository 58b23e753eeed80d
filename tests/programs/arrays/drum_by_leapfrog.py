"""A square drum with damping, by three levels of time in arrays that change places."""

import numpy as np


def drum_by_leapfrog(start, speed, damping, dt, steps):
    before, now = start.copy(), start.copy()
    after = np.zeros_like(start)
    heard = np.zeros(steps)
    for t in range(steps):
        laplacian = (
            now[2:, 1:-1] + now[:-2, 1:-1] + now[1:-1, 2:] + now[1:-1, :-2]
        ) - 4.0 * now[1:-1, 1:-1]
        after[1:-1, 1:-1] = (
            2.0 * now[1:-1, 1:-1]
            - (1.0 - damping * dt) * before[1:-1, 1:-1]
            + (speed * dt) ** 2 * laplacian
        ) / (1.0 + damping * dt)
        before, now, after = now, after, before
        heard[t] = now[1:-1, 1:-1].mean()
    return heard


EXAMPLE = (
    np.array(
        [
            [0.0, 0.0, 0.0, 0.0],
            [0.0, 0.7, 0.3, 0.0],
            [0.0, -0.4, 0.9, 0.0],
            [0.0, 0.0, 0.0, 0.0],
        ]
    ),
    0.9,
    0.2,
    0.3,
    3,
)
