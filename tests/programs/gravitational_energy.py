"""The potential energy of a few bodies, over all pairs."""

import math

import numpy as np


def gravitational_energy(position, mass, softening):
    energy = 0.0
    for i in range(len(mass)):
        for j in range(i + 1, len(mass)):
            r2 = softening * softening
            for axis in range(position.shape[1]):
                r2 += (position[i, axis] - position[j, axis]) ** 2
            energy -= mass[i] * mass[j] / math.sqrt(r2)
    return energy


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [-0.8, 0.2, 0.5], [0.1, -1.1, 0.9]]),
    np.array([1.0, 0.6, 1.4]),
    0.3,
)
