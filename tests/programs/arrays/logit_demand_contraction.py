"""Market shares of products: mean utilities by contraction, then the moments."""

import numpy as np


def logit_demand_contraction(shares, prices, tastes, sigma, alpha, instruments, steps):
    mu = sigma * np.outer(prices, tastes)
    delta = np.log(shares) - np.log(1.0 - shares.sum())
    for _ in range(steps):
        utility = np.exp(delta[:, None] + mu)
        chosen = utility / (1.0 + utility.sum(axis=0, keepdims=True))
        delta = delta + np.log(shares) - np.log(chosen.mean(axis=1))
    xi = delta + alpha * prices
    moments = instruments.T @ xi / len(xi)
    weight = np.linalg.inv(instruments.T @ instruments)
    return moments @ weight @ moments


EXAMPLE = (
    np.array([0.2, 0.3, 0.1]),
    np.array([1.1, 0.8, 1.5]),
    np.array([-0.7, 0.4, 1.2]),
    0.3,
    0.9,
    np.array([[1.0, 0.2], [1.0, -0.6], [1.0, 0.9]]),
    3,
)
