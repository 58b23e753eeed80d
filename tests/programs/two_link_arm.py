"""The distance of a two-link arm's hand from its target."""

import math

import numpy as np


def two_link_arm(angles, lengths, target):
    x = 0.0
    y = 0.0
    heading = 0.0
    for angle, length in zip(angles, lengths):
        heading += angle
        x += length * math.cos(heading)
        y += length * math.sin(heading)
    return math.hypot(x - target[0], y - target[1])


EXAMPLE = (np.array([0.7, 0.5]), np.array([1.2, 0.8]), (0.3, 0.4))
