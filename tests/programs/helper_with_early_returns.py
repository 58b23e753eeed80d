"""A helper with several returns is called inside a loop."""

import numpy as np


def huber(r, delta):
    if r > delta:
        return delta * (r - 0.5 * delta)
    if r < -delta:
        return -delta * (r + 0.5 * delta)
    return 0.5 * r * r


def helper_with_early_returns(x, delta):
    s = 0.0
    for i in range(len(x)):
        s += huber(x[i] * x[0] - 1.0, delta) * x[i]
    return s


EXAMPLE = (np.array([0.7, 3.3, -1.4, 1.2]), 0.8)
