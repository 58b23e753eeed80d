"""The energy and forces of ions from the matrix of all distances."""

import numpy as np


def pair_potential_by_distances(position, charge, sigma):
    delta = position[:, None, :] - position[None, :, :]
    r2 = np.einsum("ijk,ijk->ij", delta, delta)
    np.fill_diagonal(r2, 1.0)
    r = np.sqrt(r2)
    s6 = (sigma**2 / r2) ** 3
    energy = 4.0 * (s6**2 - s6) + charge[:, None] * charge / r
    i, j = np.triu_indices(len(position), k=1)
    slope = (24.0 * (s6 - 2.0 * s6**2) - charge[:, None] * charge / r) / r2
    np.fill_diagonal(slope, 0.0)
    return energy[i, j].sum(), -np.einsum("ij,ijk->ik", slope, delta)


EXAMPLE = (
    np.array([[0.0, 0.1, 0.2], [1.1, 0.3, -0.2], [0.2, 1.4, 0.5], [0.9, 0.8, 1.3]]),
    np.array([0.5, -0.4, 0.3, -0.6]),
    0.9,
)
