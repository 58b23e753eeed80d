"""How strongly noise shakes a stable system: the stationary covariance."""

import numpy as np


def discrete_lyapunov(a, noise):
    n = len(a)
    big = np.eye(n * n) - np.kron(a, a)
    stationary = np.linalg.solve(big, noise.ravel()).reshape(n, n)
    deviation = np.sqrt(np.diagonal(stationary))
    return stationary / np.outer(deviation, deviation)


EXAMPLE = (
    np.array([[0.6, 0.2], [-0.3, 0.4]]),
    np.array([[0.5, 0.1], [0.1, 0.3]]),
)
