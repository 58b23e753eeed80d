"""Positions and velocities are both advanced in place and nothing is returned."""

import math

import numpy as np


def update_two_arguments(position, velocity, dt):
    for i in range(len(position)):
        velocity[i] -= dt * math.sin(position[i])
        position[i] += dt * velocity[i]


WRITES = ("position", "velocity")

EXAMPLE = (np.array([0.7, 1.3]), np.array([0.1, -0.4]), 0.2)
