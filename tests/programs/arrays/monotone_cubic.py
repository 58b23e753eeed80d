"""Slopes at the knots that keep a curve monotone, as Fritsch and Butland take them."""

import numpy as np


def monotone_cubic(x, y, at):
    h, d = np.diff(x), np.diff(y) / np.diff(x)
    w1, w2 = 2.0 * h[1:] + h[:-1], h[1:] + 2.0 * h[:-1]
    same = d[1:] * d[:-1] > 0.0
    safe = np.where(same[None], np.stack((d[:-1], d[1:])), 1.0)
    inner = np.where(same, (w1 + w2) / (w1 / safe[0] + w2 / safe[1]), 0.0)
    m = np.concatenate(([d[0]], inner, [d[-1]]))
    k = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(h) - 1)
    t = (at - x[k]) / h[k]
    rise = y[k] + (y[k + 1] - y[k]) * t * t * (3.0 - 2.0 * t)
    return rise + h[k] * t * (1.0 - t) * (m[k] * (1.0 - t) - m[k + 1] * t)


EXAMPLE = (
    np.array([0.0, 0.7, 1.5, 2.1, 3.0]),
    np.array([0.1, 0.6, 1.4, 1.1, 1.9]),
    np.array([0.4, 1.2, 1.9, 2.6]),
)
