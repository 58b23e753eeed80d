"""Yearly floods with a trend by the extreme value law; levels by L-moments."""

import numpy as np
from scipy.special import gamma


def heights_of_floods(floods, years, trend, shape, scale, place):
    z = 1.0 + shape * (floods - place - trend * years) / scale
    y = np.log(z) / shape
    likelihood = -np.sum(np.log(scale) + (1.0 + shape) * y + np.exp(-y))
    n = floods.size
    x = np.sort(floods)
    rank = np.arange(n)
    b = np.array([x.mean(), rank @ x / (n * (n - 1)), 0.0])
    b[2] = (rank * (rank - 1)) @ x / (n * (n - 1) * (n - 2))
    l1, l2 = b[0], 2.0 * b[1] - b[0]
    c = (2.0 * b[1] - b[0]) / (3.0 * b[2] - b[0]) - np.log(2.0) / np.log(3.0)
    k = 7.859 * c + 2.9554 * c**2
    alpha = l2 * k / ((1.0 - 2.0**-k) * gamma(1.0 + k))
    level = l1 - alpha * (1.0 - gamma(1.0 + k)) / k
    returns = np.array([10.0, 100.0])
    return likelihood, level + alpha / k * (1.0 - (-np.log1p(-1.0 / returns)) ** k)


EXAMPLE = (
    np.array([2.1, 3.4, 2.7, 5.2, 2.4, 3.0, 4.1]),
    np.arange(7.0) - 3.0,
    0.05,
    0.15,
    0.8,
    2.6,
)
