"""A layer whose outputs have mean 0 and variance 1 before they are scaled again."""

import numpy as np


def batch_normalisation(x, weights, gamma, beta, target, eps=1e-3):
    z = x.dot(weights)
    centred = z - z.mean(axis=0)
    variance = np.mean(np.square(centred), axis=0)
    normed = centred / np.sqrt(variance + eps)
    out = np.maximum(gamma * normed + beta, 0.0)
    return 0.5 * np.mean(np.sum((out - target) ** 2, axis=1))


EXAMPLE = (
    np.cos(np.arange(12.0) ** 1.5).reshape(4, 3),
    np.sin(np.arange(6.0) + 0.4).reshape(3, 2),
    np.array([1.1, 0.8]),
    np.array([0.1, 0.3]),
    np.array([[0.4, 0.2], [0.9, -0.1], [0.3, 0.5], [0.2, 0.8]]),
)
