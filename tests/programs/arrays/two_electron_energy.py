"""The energy of a closed shell from integrals over orbitals of rank 4."""

import numpy as np


def two_electron_energy(coefficients, core, repulsion, occupied):
    c = coefficients[:, :occupied]
    density = 2.0 * c @ c.T
    coulomb = np.einsum("pqrs,rs->pq", repulsion, density)
    exchange = np.einsum("prqs,rs->pq", repulsion, density)
    fock = core + coulomb - 0.5 * exchange
    return 0.5 * np.sum(density * (core + fock)), coefficients.T @ fock @ coefficients


EXAMPLE = (
    np.array([[0.8, 0.6], [-0.6, 0.8]]),
    np.array([[-1.5, 0.2], [0.2, -0.9]]),
    np.array(
        [
            [[[0.7, 0.1], [0.1, 0.4]], [[0.1, 0.2], [0.2, 0.1]]],
            [[[0.1, 0.2], [0.2, 0.1]], [[0.4, 0.1], [0.1, 0.6]]],
        ]
    ),
    1,
)
