"""The field of dipoles at a few points in space, with their vectors broadcast."""

import numpy as np


def magnetic_dipoles(moments, sources, points):
    r = points[:, None] - sources
    distance = np.linalg.norm(r, axis=-1, keepdims=True)
    unit = r / distance
    along = np.sum(moments * unit, axis=-1, keepdims=True)
    return np.sum((3.0 * along * unit - moments) / distance**3, axis=1)


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [0.2, -0.8, 0.9]]),
    np.array([[0.0, 0.1, -0.5], [0.6, -0.3, -0.7]]),
    np.array([[0.4, 0.8, 0.9], [-0.7, 0.5, 1.1]]),
)
