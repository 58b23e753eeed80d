"""Coefficients that predict a signal, by Burg's method of two errors."""

import numpy as np


def burg_prediction(x, order):
    forward, backward = x[1:].copy(), x[:-1].copy()
    a = np.array([1.0])
    power = np.mean(x**2)
    for _ in range(order):
        k = (
            -2.0
            * forward.dot(backward)
            / (forward.dot(forward) + backward.dot(backward))
        )
        padded = np.append(a, 0.0)
        a = padded + k * padded[::-1]
        power *= 1.0 - k * k
        forward, backward = (
            forward[1:] + k * backward[1:],
            backward[:-1] + k * forward[:-1],
        )
    return a, power


EXAMPLE = (np.array([0.7, 1.3, 0.9, -0.4, -0.6, 0.2, 0.8]), 2)
