"""The pull of nuclei on Gaussian charges: Boys' function by the incomplete gamma."""

import numpy as np
from scipy.special import gamma, gammainc


def boys(n, t):
    t = np.maximum(t, 1e-6)
    return gamma(n + 0.5) * gammainc(n + 0.5, t) / (2.0 * t ** (n + 0.5))


def nuclei_and_electrons(exponents, centres, nuclei, charges):
    p = exponents[:, None] + exponents
    weighted = exponents[:, None] * centres
    middle = (weighted[:, None] + weighted[None]) / p[..., None]
    r2 = np.sum((centres[:, None] - centres) ** 2, axis=-1)
    overlap = np.exp(-np.outer(exponents, exponents) / p * r2)
    far = np.sum((middle[:, :, None] - nuclei) ** 2, axis=-1)
    pulls = boys(0, p[:, :, None] * far)
    attraction = -2.0 * np.pi / p * overlap * np.dot(pulls, charges)
    slope = boys(1, p[:, :, None] * far).sum(axis=-1)
    return attraction, np.trace(slope)


EXAMPLE = (
    np.array([0.8, 1.3]),
    np.array([[0.0, 0.1, 0.2], [0.9, -0.3, 0.4]]),
    np.array([[0.3, 0.5, -0.2], [1.1, 0.1, 0.6]]),
    np.array([1.0, 2.0]),
)
