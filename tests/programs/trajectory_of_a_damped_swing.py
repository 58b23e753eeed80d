"""A trajectory that a loop fills, of sines of what it filled before."""

import numpy as np


def trajectory_of_a_damped_swing(p, n, dt):
    angle = np.empty(n)
    speed = np.zeros(n)
    angle[0] = 0.5
    for i in range(1, n):
        speed[i] = speed[i - 1] - dt * (
            p[0] * np.sin(angle[i - 1]) + p[1] * speed[i - 1]
        )
        angle[i] = angle[i - 1] + dt * speed[i]
    return np.sum(angle**2) + speed[n - 1]


EXAMPLE = (np.array([1.3, 0.4]), 12, 0.1)
