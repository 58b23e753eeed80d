"""What a loop in independent trips reads only to run again is run again as well."""

import math

import numpy as np


def number_used_in_a_loop_in_a_loop(position, mass, softening, weight):
    energy = 0.0
    for i in range(len(mass)):
        for j in range(i + 1, len(mass)):
            r2 = softening * softening
            for axis in range(position.shape[1]):
                r2 += (position[i, axis] - position[j, axis]) ** 2
            for k in range(len(weight)):
                energy -= weight[k] * mass[i] * mass[j] / math.sqrt(r2)
    return energy


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [-0.8, 0.2, 0.5], [0.1, -1.1, 0.9]]),
    np.array([1.0, 0.6, 1.4]),
    0.3,
    np.array([0.5, 1.5]),
)
