"""The density matrix of a molecule without eigenvalues, by McWeeny's polynomial."""

import numpy as np


def density_matrix_purification(hamiltonian, electrons, steps):
    n = len(hamiltonian)
    radius = np.abs(hamiltonian).sum(axis=1).max()
    mean = np.trace(hamiltonian) / n
    p = 0.5 * (
        np.eye(n) * 2.0 * electrons / n - (hamiltonian - mean * np.eye(n)) / radius
    )
    for _ in range(steps):
        square = p @ p
        p = 3.0 * square - 2.0 * square @ p
    idempotency = np.linalg.norm(p @ p - p)
    return np.trace(p @ hamiltonian), idempotency


EXAMPLE = (np.array([[-0.9, 0.3, 0.1], [0.3, 0.2, -0.2], [0.1, -0.2, 0.8]]), 1.3, 3)
