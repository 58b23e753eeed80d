"""Counts that vary more than Poisson's: the negative binomial, with its score."""

import numpy as np
from scipy.special import digamma, gammaln, xlogy


def overdispersed_counts(beta, log_size, covariates, exposure, counts):
    size = np.exp(log_size)
    mean = exposure * np.exp(covariates @ beta)
    total = size + mean
    likelihood = np.sum(
        gammaln(counts + size)
        - gammaln(size)
        - gammaln(counts + 1.0)
        + xlogy(size, size / total)
        + xlogy(counts, mean / total)
    )
    score = digamma(counts + size) - digamma(size) + np.log(size / total)
    score = np.sum(score + 1.0 - (counts + size) / total) * size
    return likelihood, score


EXAMPLE = (
    np.array([0.4, -0.7]),
    0.3,
    np.array([[1.0, 0.2], [1.0, -0.5], [1.0, 1.1], [1.0, 0.6]]),
    np.array([2.0, 1.5, 0.8, 1.2]),
    np.array([4, 0, 1, 3]),
)
