"""A density by layers that can be turned round, half of the numbers at a time."""

import numpy as np
from scipy.stats import norm


def network(x, first, second):
    return np.tanh(x @ first) @ second


class Coupling:
    def __init__(self, weights, is_turned):
        self.weights, self.is_turned = weights, is_turned

    def __call__(self, x):
        x = np.flip(x, axis=1) if self.is_turned else x
        kept, moved = np.hsplit(x, 2)
        shift, scale = np.split(network(kept, *self.weights), 2, axis=-1)
        scale = np.tanh(scale)
        y = np.hstack((kept, moved * np.exp(scale) + shift))
        return np.fliplr(y) if self.is_turned else y, scale.sum(axis=-1)


def coupling_layers(data, one, two):
    total = np.zeros(len(data))
    z = data
    for layer in (Coupling(one, False), Coupling(two, True)):
        z, volume = layer(z)
        total += volume
    return -np.mean(norm.logpdf(z).sum(axis=1) + total)


EXAMPLE = (
    np.array([[0.3, -0.8, 1.1, 0.4], [0.9, 0.2, -0.5, 1.3]]),
    (
        np.array([[0.5, -0.3], [0.8, 0.2]]),
        np.array([[0.2, -0.6, 0.4, 0.1], [0.7, 0.3, -0.2, 0.5]]),
    ),
    (
        np.array([[-0.4, 0.9], [0.1, 0.6]]),
        np.array([[0.3, 0.5, -0.7, 0.2], [-0.1, 0.4, 0.6, -0.3]]),
    ),
)
