"""A household saves on a grid of assets: the best values, by iteration."""

import numpy as np


def value_function_iteration(grid, income, transition, rate, beta, gamma, sweeps):
    wealth = (1.0 + rate) * grid[:, None] + income
    spent = wealth[:, :, None] - grid
    utility = np.where(spent > 0.0, np.maximum(spent, 1e-3) ** (1.0 - gamma), 0.0)
    utility = np.where(spent > 0.0, utility / (1.0 - gamma), -1e4)
    value = np.zeros(wealth.shape)
    for _ in range(sweeps):
        expected = beta * np.tensordot(transition, value, axes=(1, 1))
        value = np.max(utility + expected[None, :, :], axis=2)
    return value.mean(axis=1)


EXAMPLE = (
    np.array([0.1, 0.5, 1.2]),
    np.array([0.6, 1.1]),
    np.array([[0.8, 0.2], [0.3, 0.7]]),
    0.03,
    0.9,
    2.0,
    3,
)
