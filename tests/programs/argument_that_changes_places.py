"""An argument and a new array take turns, a loop at a time."""

import numpy as np


def argument_that_changes_places(u, rate, steps):
    v = np.zeros(len(u))
    for _ in range(steps):
        for i in range(1, len(u) - 1):
            v[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]) * u[i]
        u, v = v, u
    return u[1] * u[2] + np.sum(v)


WRITES = ("u",)

EXAMPLE = (np.array([0.4, 0.7, 1.3, -0.4, 0.5]), 0.3, 3)
