"""The field of a planet that is not round: sums over degrees by recurrences."""

import numpy as np


def spherical_harmonic_gravity(r, latitude, longitude, c, s, radius):
    x, root = np.sin(latitude), np.cos(latitude)
    degrees = c.shape[0]
    p = np.zeros((degrees, degrees, len(x)))
    p[0, 0] = 1.0
    for m in range(degrees):
        if m > 0:
            p[m, m] = (2 * m - 1) * root * p[m - 1, m - 1]
        if m + 1 < degrees:
            p[m + 1, m] = (2 * m + 1) * x * p[m, m]
        for n in range(m + 2, degrees):
            p[n, m] = ((2 * n - 1) * x * p[n - 1, m] - (n + m - 1) * p[n - 2, m]) / (
                n - m
            )
    k = np.arange(degrees)
    scale = (radius / r) ** k[:, None]
    turn = k[:, None] * longitude
    terms = np.einsum("nmi,nm,mi->ni", p, c, np.cos(turn))
    terms += np.einsum("nmi,nm,mi->ni", p, s, np.sin(turn))
    return np.sum(scale * terms, axis=0) / r


EXAMPLE = (
    np.array([1.2, 1.5]),
    np.array([0.4, -0.7]),
    np.array([0.9, 2.1]),
    np.array([[1.0, 0.0, 0.0], [0.1, 0.2, 0.0], [-0.3, 0.1, 0.2]]),
    np.array([[0.0, 0.0, 0.0], [0.0, -0.1, 0.0], [0.0, 0.3, 0.1]]),
    1.0,
)
