"""The rising numbers that are nearest to others: neighbours that fall are pooled.

Busing, Monotone regression: a simple and fast O(n) PAVA implementation (2022).
"""

from collections import namedtuple

import numpy as np

from s2sad.known.definitions import defines
from s2sad.library.inference import as_vector

Rising = namedtuple("Rising", "x weights blocks")


@defines("scipy.optimize.isotonic_regression")
def isotonic_regression(y, *, weights=None, increasing=True):
    """The rising, or falling, numbers nearest to a vector in squares with weights."""
    y = as_vector(y)
    w = np.ones(len(y)) if weights is None else as_vector(weights)
    if len(w) != len(y):
        raise ValueError("Input arrays y and w must have one dimension of equal length")
    if np.any(w <= 0.0):
        raise ValueError("Weights w must be strictly positive.")
    if increasing:
        means, sizes, starts = pooled(y, w)
        return Rising(spread(means, starts), sizes, starts)
    means, sizes, starts = pooled(y[::-1], w[::-1])
    return Rising(
        spread(means, starts)[::-1], sizes[::-1], starts[len(starts) - 1] - starts[::-1]
    )


def pooled(y, w):
    """The means of blocks that rise, their weights, and where they start and end."""
    n = len(y)
    means, sizes, starts = np.empty(n), np.empty(n), np.empty(n + 1, np.int64)
    count = 0
    for i in range(n):
        mean, size, start = y[i], w[i], i
        while count > 0 and means[count - 1] >= mean:
            count -= 1
            total = sizes[count] + size
            mean = (sizes[count] * means[count] + size * mean) / total
            size, start = total, starts[count]
        means[count], sizes[count], starts[count] = mean, size, start
        count += 1
    starts[count] = n
    return means[:count].copy(), sizes[:count].copy(), starts[: count + 1].copy()


def spread(means, starts):
    """The mean of its block for each element."""
    x = np.empty(starts[len(starts) - 1])
    for k in range(len(means)):
        for i in range(starts[k], starts[k + 1]):
            x[i] = means[k]
    return x
