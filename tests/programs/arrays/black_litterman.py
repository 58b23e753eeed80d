"""Views of an investor are mixed with what the market expects."""

import numpy as np


def black_litterman(market, covariance, aversion, tau, picks, views, doubt):
    implied = aversion * covariance @ market
    prior = np.linalg.inv(tau * covariance)
    weighted = picks.T / doubt
    posterior = np.linalg.inv(prior + weighted @ picks)
    expected = posterior @ (prior @ implied + weighted @ views)
    optimal = np.linalg.solve(aversion * (covariance + posterior), expected)
    return optimal / optimal.sum()


EXAMPLE = (
    np.array([0.5, 0.3, 0.2]),
    np.array([[0.04, 0.01, 0.0], [0.01, 0.09, 0.02], [0.0, 0.02, 0.06]]),
    2.5,
    0.3,
    np.array([[1.0, -1.0, 0.0], [0.0, 0.0, 1.0]]),
    np.array([0.02, 0.07]),
    np.array([0.03, 0.05]),
)
