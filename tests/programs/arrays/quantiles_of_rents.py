"""Rents at several quantiles at once, which must not cross."""

import numpy as np


def quantiles_of_rents(coefficients, design, rents, levels, penalty):
    fitted = design @ coefficients
    miss = rents[:, None] - fitted
    loss = np.where(miss >= 0.0, levels * miss, (levels - 1.0) * miss)
    crossing = np.maximum(0.0, -np.diff(fitted, axis=1))
    whole = np.quantile(rents, levels)
    below = np.percentile(fitted, 25.0, axis=0)
    null = np.sum(
        np.maximum(
            levels * (rents[:, None] - whole), (levels - 1.0) * (rents[:, None] - whole)
        ),
        axis=0,
    )
    return 1.0 - loss.sum(axis=0) / null, penalty * np.sum(crossing**2) + below.sum()


EXAMPLE = (
    np.array([[0.5, 0.8, 1.1], [0.4, 0.6, 0.3]]),
    np.array([[1.0, 0.2], [1.0, 1.1], [1.0, 1.9], [1.0, 0.7], [1.0, 3.4]]),
    np.array([0.9, 1.3, 1.2, 1.6, 2.4]),
    np.array([0.2, 0.55, 0.85]),
    2.0,
)
