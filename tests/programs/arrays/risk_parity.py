"""How much each asset adds to the risk of a portfolio, against equal parts."""

import numpy as np


def risk_parity(raw, returns):
    weights = np.exp(raw) / np.exp(raw).sum()
    covariance = np.cov(returns, rowvar=False)
    marginal = covariance @ weights
    volatility = np.sqrt(weights @ marginal)
    parts = weights * marginal / volatility
    budget = volatility / len(raw)
    return np.sum((parts - budget) ** 2) / volatility**2


EXAMPLE = (
    np.array([0.2, -0.4, 0.1]),
    np.array([[0.7, 1.3, -0.4], [0.2, -0.8, 0.9], [-1.1, 0.3, 0.5], [0.4, 0.6, -0.2]]),
)
