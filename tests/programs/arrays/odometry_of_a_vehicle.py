"""The path of a vehicle from its speeds and turns, and how far it missed its marks."""

import numpy as np


def odometry_of_a_vehicle(speed, turn, dt, start, marks):
    heading = start[2] + np.cumsum(turn * dt)
    middle = heading - 0.5 * turn * dt
    steps = speed * dt * np.stack((np.cos(middle), np.sin(middle)))
    path = start[:2, None] + np.cumsum(steps, axis=1)
    wrapped = (heading + np.pi) % (2.0 * np.pi) - np.pi
    miss = np.hypot(path[0] - marks[0], path[1] - marks[1])
    return miss.sum() + 0.1 * np.sum(wrapped**2)


EXAMPLE = (
    np.array([0.8, 1.1, 0.9, 1.2]),
    np.array([0.3, 0.9, 1.1, 0.7]),
    0.9,
    np.array([0.1, -0.2, 1.4]),
    np.array([[0.2, -0.5, -1.4, -2.2], [0.6, 1.1, 1.5, 0.9]]),
)
