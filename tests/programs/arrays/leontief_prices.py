"""What industries must make for final demand, and how a tax on carbon moves prices."""

import numpy as np


def leontief_prices(flows, output, demand, wages, carbon, tax):
    coefficients = flows / output
    inverse = np.linalg.inv(np.eye(len(output)) - coefficients)
    made = inverse @ demand
    prices = (wages + tax * carbon) @ inverse
    weights = demand / demand.sum()
    inflation = np.log(prices / (wages @ inverse)) @ weights
    multipliers = inverse.sum(axis=0)
    return np.array([made @ carbon, inflation, multipliers.max() - multipliers.min()])


EXAMPLE = (
    np.array([[0.3, 0.1, 0.2], [0.2, 0.4, 0.1], [0.1, 0.3, 0.2]]),
    np.array([1.5, 1.8, 1.2]),
    np.array([0.7, 0.9, 0.5]),
    np.array([0.6, 0.4, 0.7]),
    np.array([0.2, 0.8, 0.4]),
    0.15,
)
