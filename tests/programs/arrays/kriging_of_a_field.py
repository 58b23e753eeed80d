"""Ordinary kriging: the best linear guess between samples, and how sure it is."""

import numpy as np
from scipy.linalg import cho_factor, cho_solve


def kriging_of_a_field(places, values, target, sill, reach, nugget):
    def covariance(a, b):
        h = np.linalg.norm(a[:, None, :] - b[None, :, :], axis=2) / reach
        return sill * np.where(h < 1.0, 1.0 - 1.5 * h + 0.5 * h**3, 0.0)

    n = len(places)
    gap = np.eye(n)
    k = np.where(gap > 0.5, sill + nugget, covariance(places, places + 1e-9))
    factor = cho_factor(k, lower=True)
    ones = np.ones(n)
    by_ones, by_values = cho_solve(factor, ones), cho_solve(factor, values)
    trend = ones @ by_values / (ones @ by_ones)
    across = covariance(places, target)
    guess = trend + across.T @ (by_values - trend * by_ones)
    solved = cho_solve(factor, across)
    rest = 1.0 - ones @ solved
    variance = sill - np.sum(across * solved, axis=0) + rest**2 / by_ones.sum()
    return guess, variance


EXAMPLE = (
    np.array([[0.0, 0.1], [1.1, 0.2], [0.3, 1.2], [1.4, 1.3]]),
    np.array([1.2, 0.4, 1.9, 0.7]),
    np.array([[0.6, 0.7], [1.0, 0.9]]),
    1.3,
    1.7,
    0.2,
)
