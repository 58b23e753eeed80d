"""A call on a basket of correlated assets, from normal numbers that are given."""

import numpy as np


def basket_option_by_simulation(spots, volatility, correlation, strike, rate, normals):
    factor = np.linalg.cholesky(correlation)
    z = np.einsum("ij,pj->pi", factor, normals)
    drift = rate - 0.5 * volatility**2
    ends = spots * np.exp(drift + volatility * z)
    payoff = np.maximum(ends.mean(axis=1) - strike, 0.0)
    return np.exp(-rate) * np.average(payoff)


EXAMPLE = (
    np.array([1.0, 1.2]),
    np.array([0.2, 0.3]),
    np.array([[1.0, 0.4], [0.4, 1.0]]),
    1.05,
    0.03,
    np.array([[0.7, 1.3], [-0.4, 0.2], [1.1, -0.9], [0.3, 0.8]]),
)
