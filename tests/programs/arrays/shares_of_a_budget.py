"""Shares between 0 and 1 by beta regression, with deviances and a test of the fit."""

import numpy as np
from scipy import special, stats


def shares_of_a_budget(beta, log_precision, covariates, shares):
    mean = special.expit(covariates @ beta)
    precision = np.exp(log_precision)
    a, b = mean * precision, (1.0 - mean) * precision
    likelihood = (
        special.xlog1py(b - 1.0, -shares)
        + special.xlogy(a - 1.0, shares)
        - special.betaln(a, b)
    )
    chance = special.betainc(a, b, shares)
    scores = special.ndtri(chance)
    squares = np.sum(scores**2)
    return likelihood.sum(), stats.chi2.sf(squares, len(shares) - len(beta))


EXAMPLE = (
    np.array([0.3, -0.6]),
    1.7,
    np.array([[1.0, 0.4], [1.0, -0.7], [1.0, 1.2], [1.0, 0.1]]),
    np.array([0.55, 0.72, 0.31, 0.6]),
)
