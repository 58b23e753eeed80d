"""Losses of loans that default together: a one-factor copula."""

import numpy as np
from scipy.special import ndtr, ndtri
from scipy.stats import norm


def copula_of_losses(default, correlation, exposure, nodes):
    weights = norm.pdf(nodes)
    weights /= weights.sum()
    barrier = ndtri(default)
    root = np.sqrt(correlation)
    given = ndtr((barrier - root * nodes[:, None]) / np.sqrt(1.0 - correlation))
    mean = weights @ given @ exposure
    spread = weights @ (given * (1.0 - given)) @ exposure**2
    spread += weights @ (given @ exposure - mean) ** 2
    vasicek = ndtr((barrier + root * norm.ppf(0.99)) / np.sqrt(1.0 - correlation))
    return mean, np.sqrt(spread), vasicek @ exposure - mean


EXAMPLE = (
    np.array([0.02, 0.05, 0.11]),
    0.25,
    np.array([1.0, 0.7, 1.6]),
    np.linspace(-2.5, 2.5, 5),
)
