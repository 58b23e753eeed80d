"""Aftershocks: the likelihood of times and sizes when each may cause others."""

import numpy as np


def earthquake_sequence(mu, productivity, alpha, c, p, times, sizes, end):
    gap = times[:, None] - times[None, :]
    earlier = gap > 0.0
    waited = np.where(earlier, gap, 1.0) + c
    trigger = productivity * np.exp(alpha * (sizes - sizes.min()))
    rate = mu + np.sum(np.where(earlier, trigger * waited**-p, 0.0), axis=1)
    tail = (c ** (1.0 - p) - (end - times + c) ** (1.0 - p)) / (p - 1.0)
    b = np.log10(np.e) / (sizes.mean() - sizes.min() + 0.05)
    return np.log(rate).sum() - mu * end - trigger @ tail, b


EXAMPLE = (
    0.3,
    0.4,
    0.9,
    0.1,
    1.3,
    np.array([0.4, 1.1, 1.3, 2.6]),
    np.array([3.1, 4.2, 3.4, 3.8]),
    3.0,
)
