"""Correlated measurements: the log-likelihood by a Cholesky factor."""

import numpy as np


def multivariate_normal_likelihood(data, mean, scale, raw):
    lower = np.tril(raw, -1) + np.diag(np.exp(np.diagonal(raw)))
    factor = scale[:, np.newaxis] * lower
    covariance = factor @ factor.T
    chol = np.linalg.cholesky(covariance)
    white = np.linalg.solve(chol, (data - mean).T)
    n, d = data.shape
    log_det = 2.0 * np.log(np.diag(chol)).sum()
    return -0.5 * (np.sum(white * white) + n * (log_det + d * np.log(2.0 * np.pi)))


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [0.2, -0.8, 0.9]]),
    np.array([0.1, 0.3, -0.2]),
    np.array([0.9, 1.2, 0.7]),
    np.array([[0.2, 0.0, 0.0], [0.4, -0.1, 0.0], [-0.3, 0.6, 0.1]]),
)
