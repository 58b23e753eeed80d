"""Survival times in descending order: who was at risk when somebody died."""

import numpy as np


def cox_partial_likelihood(beta, covariates, died):
    score = covariates.dot(beta)
    high = score.max()
    at_risk = np.cumsum(np.exp(score - high))
    log_risk = np.log(at_risk) + high
    return np.sum((score - log_risk)[died]) - 0.1 * np.abs(beta).sum()


EXAMPLE = (
    np.array([0.7, -0.4]),
    np.array([[0.2, 1.1], [-0.9, 0.4], [0.6, -0.5], [1.3, 0.8]]),
    np.array([True, False, True, True]),
)
