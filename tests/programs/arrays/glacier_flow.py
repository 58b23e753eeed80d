"""Ice that creeps downhill under its own weight, fed by snow above a line."""

import numpy as np


def glacier_flow(ice, bed, softness, line, dt, dx, steps):
    for _ in range(steps):
        surface = bed + ice
        middle = 0.5 * (ice[1:] + ice[:-1])
        tilt = (surface[1:] - surface[:-1]) / dx
        flow = -softness * middle**5 * np.abs(tilt) ** 2 * tilt
        change = np.clip(0.3 * (surface - line), -0.5, 0.4)
        change[1:-1] -= np.diff(flow) / dx
        ice = np.maximum(ice + dt * change, 0.0)
    length = dx * np.sum(ice / (ice + 0.1))
    return ice, length


EXAMPLE = (
    np.array([1.1, 1.3, 0.9, 0.5, 0.2]),
    np.array([2.0, 1.5, 1.1, 0.6, 0.3]),
    0.4,
    1.2,
    0.1,
    0.8,
    3,
)
