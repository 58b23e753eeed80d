"""A scene of rounded solids by distances, its volume and its surface, softly."""

import numpy as np


def smooth_union_of_solids(points, centres, sizes, blend, width):
    offset = np.abs(points[:, None, :] - centres) - sizes
    outside = np.sqrt(np.sum(np.maximum(offset, 0.0) ** 2, axis=-1) + 0.04)
    inside = np.minimum(offset.max(axis=-1), 0.0)
    distance = outside + inside
    weight = np.exp(-distance / blend)
    union = -blend * np.log(weight.sum(axis=1))
    occupied = 0.5 * (1.0 - np.tanh(union / width))
    return occupied.mean(), np.mean(1.0 / np.cosh(union / width) ** 2) / (2.0 * width)


EXAMPLE = (
    np.array([[0.7, 0.3, 0.2], [1.1, -0.4, 0.9], [-0.5, 0.8, 0.1]]),
    np.array([[0.2, 0.1, 0.0], [0.9, 0.2, 0.4]]),
    np.array([[0.4, 0.3, 0.5], [0.3, 0.5, 0.25]]),
    0.3,
    0.4,
)
