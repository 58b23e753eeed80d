"""The energy of the electrons of a ring molecule by Hückel's method."""

import numpy as np


def huckel_molecule(alpha, beta, electrons):
    n = len(alpha)
    hamiltonian = np.diag(alpha)
    for k in range(n):
        hamiltonian[k, (k + 1) % n] = beta[k]
        hamiltonian[(k + 1) % n, k] = beta[k]
    levels, orbitals = np.linalg.eigh(hamiltonian)
    occupied = orbitals[:, : electrons // 2]
    density = 2.0 * occupied @ occupied.T
    return 2.0 * levels[: electrons // 2].sum(), np.diagonal(density).copy()


EXAMPLE = (np.array([0.1, -0.2, 0.3, 0.0]), np.array([-1.0, -0.8, -1.1, -0.7]), 4)
