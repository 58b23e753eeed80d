"""Two arrays exchange their names after every step."""

import math

import numpy as np


def swapped_buffers(x, steps):
    u = x.copy()
    v = np.zeros(len(x))
    for _ in range(steps):
        for i in range(len(u)):
            v[i] = 0.5 * math.sin(u[i]) + u[(i + 1) % len(u)] * u[i]
        u, v = v, u
    return u[0] * u[2] + v[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 3)
