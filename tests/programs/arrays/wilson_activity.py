"""Vapour over a mixture of liquids, whose activities follow Wilson's equation."""

import numpy as np


def wilson_activity(x, energies, pressures):
    big = np.exp(-energies)
    inner = big @ x
    log_gamma = 1.0 - np.log(inner) - (big / inner[:, None]).T @ x
    partial = x * np.exp(log_gamma) * pressures
    total = np.sum(partial)
    return total, partial / total


EXAMPLE = (
    np.array([0.3, 0.5, 0.2]),
    np.array([[0.0, 0.4, -0.2], [0.3, 0.0, 0.6], [0.1, -0.3, 0.0]]),
    np.array([1.2, 0.8, 0.5]),
)
