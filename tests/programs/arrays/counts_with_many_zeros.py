"""Counts with more zeros than Poisson's law has: two ways to be zero, and residuals."""

import numpy as np
from scipy.special import gammaln, pdtr
from scipy.stats import poisson


def counts_with_many_zeros(beta, gamma, covariates, counts):
    rate = np.exp(covariates @ beta)
    logit = covariates @ gamma
    none = -np.logaddexp(0.0, -logit)
    some = -np.logaddexp(0.0, logit)
    positive = some + counts * np.log(rate) - rate - gammaln(counts + 1)
    zero = np.logaddexp(none, some - rate)
    likelihood = np.sum(np.where(counts == 0, zero, positive))
    chance = np.exp(none) + np.exp(some) * pdtr(counts, rate)
    tail = poisson.sf(counts, rate)
    mean = np.exp(some) * rate
    spread = mean * (1.0 + np.exp(none) * rate)
    pearson = np.sum((counts - mean) ** 2 / spread)
    return likelihood, pearson, chance, np.mean(tail)


EXAMPLE = (
    np.array([0.6, 0.4]),
    np.array([-0.5, 0.7]),
    np.array([[1.0, 0.3], [1.0, -0.8], [1.0, 1.1], [1.0, 0.2], [1.0, -0.1]]),
    np.array([0, 2, 0, 1, 4]),
)
