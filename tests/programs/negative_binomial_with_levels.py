"""Counts with too many zeros: the likelihood branches on the count it explains."""

import numpy as np
from scipy.special import gammaln


def negative_binomial_with_levels(beta, levels, log_alpha, zeros_logit, X, y, group):
    r = np.exp(-log_alpha)
    zeros = 1.0 / (1.0 + np.exp(-zeros_logit))
    total = 0.0
    for i in range(X.shape[0]):
        eta = levels[group[i]]
        for j in range(X.shape[1]):
            eta += X[i, j] * beta[j]
        mu = np.exp(eta)
        ll = gammaln(y[i] + r) - gammaln(r) - gammaln(y[i] + 1.0)
        ll += r * np.log(r / (r + mu)) + y[i] * np.log(mu / (r + mu))
        if y[i] == 0:
            total += np.log(zeros + (1.0 - zeros) * np.exp(ll))
        else:
            total += np.log(1.0 - zeros) + ll
    return -total


EXAMPLE = (
    np.array([0.4, -0.3]),
    np.array([0.2, 0.9]),
    0.3,
    -1.2,
    np.array([[1.0, 0.5], [0.3, -1.0], [-0.6, 0.2]]),
    np.array([0, 3, 1]),
    np.array([0, 1, 0]),
)
