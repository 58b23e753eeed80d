"""A block of a picture in cosines: what is left when coefficients are rounded."""

import numpy as np


def cosine_transform_compression(block, table, quality):
    n = len(block)
    k = np.arange(n)[:, None]
    basis = np.sqrt(2.0 / n) * np.cos(
        np.pi * k * (2.0 * np.arange(n) + 1.0) / (2.0 * n)
    )
    basis[0] /= np.sqrt(2.0)
    scaled = (basis @ block @ basis.T) / (table * quality)
    soft = scaled - np.sin(2.0 * np.pi * scaled) / (2.0 * np.pi)
    back = basis.T @ (soft * table * quality) @ basis
    bits = np.log1p(soft**2).sum()
    return np.mean((back - block) ** 2) + 0.01 * bits


EXAMPLE = (
    np.array([[0.7, 0.3, 0.2], [1.1, 0.4, 0.9], [0.5, 0.8, 0.1]]),
    np.array([[0.4, 0.5, 0.7], [0.5, 0.6, 0.8], [0.7, 0.8, 1.0]]),
    1.8,
)
