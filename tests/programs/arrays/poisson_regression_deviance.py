"""Counts in regions of different size; terms of counts of 0 are left out."""

import numpy as np


def poisson_regression_deviance(beta, design, counts, exposure):
    mu = exposure * np.exp(design @ beta)
    positive = counts > 0
    deviance = 2.0 * (mu - counts)
    deviance[positive] += (
        2.0 * counts[positive] * np.log(counts[positive] / mu[positive])
    )
    signed = np.sign(counts - mu) * np.sqrt(deviance)
    return np.sum(deviance), signed


EXAMPLE = (
    np.array([0.3, -0.5]),
    np.array([[1.0, 0.2], [1.0, -0.7], [1.0, 1.1], [1.0, 0.5]]),
    np.array([2, 0, 1, 3]),
    np.array([1.2, 0.8, 1.5, 0.9]),
)
