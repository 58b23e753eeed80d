"""The potential of charges in a box whose walls are grounded."""

import numpy as np


def poisson_by_jacobi(charge, spacing, sweeps):
    phi = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    for _ in range(sweeps):
        phi[1:-1, 1:-1] = 0.25 * (
            phi[2:, 1:-1]
            + phi[:-2, 1:-1]
            + phi[1:-1, 2:]
            + phi[1:-1, :-2]
            + spacing**2 * charge
        )
    gx, gy = np.diff(phi, axis=0) / spacing, np.diff(phi, axis=1) / spacing
    return 0.5 * spacing**2 * (np.sum(gx**2) + np.sum(gy**2))


EXAMPLE = (np.array([[0.7, -0.3, 0.2], [1.1, 0.4, -0.9]]), 0.5, 4)
