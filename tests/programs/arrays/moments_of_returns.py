"""Returns that are skewed: moments, a corrected quantile, and a test of normality."""

import numpy as np
from scipy import stats


def moments_of_returns(returns, weights, level):
    book = returns @ weights
    skew, bulge = stats.skew(book), stats.kurtosis(book)
    z = stats.norm.ppf(level)
    corrected = (
        z
        + (z**2 - 1.0) * skew / 6.0
        + (z**3 - 3.0 * z) * bulge / 24.0
        - (2.0 * z**3 - 5.0 * z) * skew**2 / 36.0
    )
    risk = -(book.mean() + corrected * book.std(ddof=1))
    bera = len(book) / 6.0 * (skew**2 + 0.25 * bulge**2)
    growth = stats.gmean(1.0 + book) - 1.0
    below = np.minimum(book - 0.01, 0.0)
    sortino = (book.mean() - 0.01) / np.sqrt(np.mean(below**2))
    co = np.mean(
        (returns - returns.mean(axis=0)) * (book - book.mean())[:, None] ** 2, axis=0
    )
    return risk, stats.chi2.sf(bera, 2), growth, sortino, co / stats.moment(book, 3)


EXAMPLE = (
    np.array(
        [
            [0.05, -0.1],
            [-0.2, 0.15],
            [0.1, 0.3],
            [0.02, -0.05],
            [0.25, 0.12],
            [-0.06, -0.3],
        ]
    ),
    np.array([0.6, 0.4]),
    0.05,
)
