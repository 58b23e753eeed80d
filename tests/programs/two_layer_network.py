"""A network of two layers by matrix products, with a squared loss."""

import numpy as np


def two_layer_network(x, w1, b1, w2, target):
    hidden = np.tanh(x @ w1 + b1)
    output = hidden @ w2
    error = output - target
    return np.sum(error * error) / error.size


EXAMPLE = (
    np.array([[0.7, 1.3], [-0.4, 0.9], [0.2, -0.8]]),
    np.array([[0.5, -0.3, 0.8], [0.2, 0.6, -0.7]]),
    np.array([0.1, -0.2, 0.3]),
    np.array([[0.4], [-0.9], [0.6]]),
    np.array([[0.3], [-0.1], [0.5]]),
)
