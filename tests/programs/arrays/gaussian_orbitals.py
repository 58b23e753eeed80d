"""The overlap and the kinetic energy of contracted Gaussian orbitals in space."""

import numpy as np


def gaussian_orbitals(centres, exponents, weights):
    a = exponents[:, None, :, None]
    b = exponents[None, :, None, :]
    distance = np.sum((centres[:, None] - centres[None]) ** 2, axis=-1)[..., None, None]
    p, q = a + b, a * b / (a + b)
    overlap = (np.pi / p) ** 1.5 * np.exp(-q * distance)
    kinetic = q * (3.0 - 2.0 * q * distance) * overlap
    norm = (4.0 * a * b / np.pi**2) ** 0.75
    s = np.einsum("ik,jl,ijkl->ij", weights, weights, norm * overlap)
    t = np.einsum("ik,jl,ijkl->ij", weights, weights, norm * kinetic)
    return np.trace(np.linalg.solve(s, t))


EXAMPLE = (
    np.array([[0.0, 0.1, 0.0], [0.9, -0.2, 0.7]]),
    np.array([[1.3, 0.4], [0.8, 0.3]]),
    np.array([[0.6, 0.5], [0.7, 0.4]]),
)
