"""The mean of the worst losses of a portfolio, and its deepest fall."""

import numpy as np


def expected_shortfall(weights, returns, worst):
    portfolio = returns @ (weights / weights.sum())
    losses = -np.sort(portfolio)[:worst]
    wealth = np.cumprod(1.0 + portfolio)
    fall = 1.0 - wealth / np.maximum.accumulate(wealth)
    return losses.mean() + 0.5 * fall.max()


EXAMPLE = (
    np.array([0.5, 0.3, 0.4]),
    np.array(
        [
            [0.03, 0.01, -0.02],
            [-0.05, 0.02, -0.01],
            [0.02, -0.04, 0.03],
            [-0.01, -0.03, -0.06],
            [0.04, 0.01, 0.02],
        ]
    ),
    2,
)
