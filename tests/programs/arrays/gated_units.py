"""A block of a language model: scaled norms, turned positions, and gated units."""

import numpy as np
from scipy.special import erf, expit


def scaled(x, gain):
    return x * gain / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + 1e-5)


def turned(x, base):
    half = x.shape[1] // 2
    angle = np.outer(np.arange(len(x)), base ** (-np.arange(half) / half))
    a, b = np.split(x, 2, axis=1)
    c, s = np.cos(angle), np.sin(angle)
    return np.concatenate([a * c - b * s, a * s + b * c], axis=1)


def gated_units(x, gains, query, key, gate, up, down, base):
    h = scaled(x, gains[0])
    scores = turned(h @ query, base) @ turned(h @ key, base).T / np.sqrt(query.shape[1])
    scores = scores - 0.5 * np.abs(
        np.subtract.outer(np.arange(len(x)), np.arange(len(x)))
    )
    weights = expit(scores)
    x = x + weights @ h / weights.sum(axis=1, keepdims=True)
    h = scaled(x, gains[1])
    z = h @ gate
    silu = z * expit(z)
    gelu = 0.5 * z * (1.0 + erf(z / np.sqrt(2.0)))
    return x + ((0.5 * silu + 0.5 * gelu) * (h @ up)) @ down


EXAMPLE = (
    np.array([[0.4, -0.8], [1.1, 0.3], [-0.5, 0.9]]),
    np.array([[1.0, 0.9], [1.1, 0.8]]),
    np.array([[0.6, -0.2, 0.3, 0.1], [0.4, 0.7, -0.5, 0.2]]),
    np.array([[-0.3, 0.8, 0.2, 0.4], [0.5, 0.1, 0.6, -0.7]]),
    np.array([[0.5, -0.4, 0.9], [0.2, 0.8, -0.3]]),
    np.array([[0.7, 0.3, -0.6], [-0.2, 0.4, 0.5]]),
    np.array([[0.3, -0.1], [0.6, 0.2], [-0.4, 0.8]]),
    10.0,
)
