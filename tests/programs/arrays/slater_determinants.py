"""The local energy of electrons in a trap, with orbitals in a determinant."""

import numpy as np


def slater_determinants(positions, width, jastrow):
    n = len(positions)
    degree = np.arange(n)
    x = positions[:, None]
    orbital = x**degree * np.exp(-0.5 * x**2 / width)
    first = degree * x ** np.maximum(degree - 1, 0) * np.exp(-0.5 * x**2 / width)
    first -= x / width * orbital
    inverse = np.linalg.inv(orbital)
    drift = np.einsum("ij,ji->i", first, inverse)
    gap = positions[:, None] - positions
    far = np.abs(gap) + np.eye(n)
    pull = jastrow * np.sign(gap) / (1.0 + jastrow * far) ** 2
    drift = drift + pull.sum(axis=1)
    repulsion = np.triu(1.0 / far, k=1).sum()
    value = np.log(np.abs(np.linalg.det(orbital)))
    value += np.triu(jastrow * far / (1.0 + jastrow * far), 1).sum()
    return value, 0.5 * np.sum(drift**2 + positions**2) + repulsion


EXAMPLE = (np.array([-0.9, 0.2, 1.3]), 1.1, 0.6)
