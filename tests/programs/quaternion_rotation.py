"""A vector is rotated by a quaternion, which is first normalised."""

import math

import numpy as np


def cross(a, b):
    return np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )


def quaternion_rotation(q, v):
    q = q / math.sqrt(np.dot(q, q))
    axis = q[1:]
    t = 2.0 * cross(axis, v)
    return v + q[0] * t + cross(axis, t)


EXAMPLE = (np.array([0.9, 0.3, -0.4, 0.2]), np.array([0.7, 1.3, -0.4]))
