"""How a shock travels through a vector autoregression: variances of forecasts."""

import numpy as np


def impulse_responses(coefficients, covariance, horizon):
    n = covariance.shape[0]
    lags = coefficients.shape[0]
    companion = np.zeros((n * lags, n * lags))
    companion[:n] = coefficients.transpose(1, 0, 2).reshape(n, n * lags)
    companion[n:, :-n] = np.eye(n * (lags - 1))
    impact = np.linalg.cholesky(covariance)
    power = np.eye(n * lags)
    responses = np.zeros((horizon, n, n))
    for h in range(horizon):
        responses[h] = power[:n, :n] @ impact
        power = companion @ power
    squared = np.cumsum(responses**2, axis=0)
    return squared[-1] / squared[-1].sum(axis=1, keepdims=True)


EXAMPLE = (
    np.array([[[0.5, 0.1], [-0.2, 0.4]], [[0.1, 0.0], [0.2, -0.1]]]),
    np.array([[1.0, 0.3], [0.3, 0.8]]),
    4,
)
