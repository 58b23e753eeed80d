"""A fluid of particles on a lattice of nine velocities: collide, then stream."""

import numpy as np

VELOCITIES = np.array(
    [[0, 0], [1, 0], [0, 1], [-1, 0], [0, -1], [1, 1], [-1, 1], [-1, -1], [1, -1]]
)
WEIGHTS = np.array([4 / 9] + [1 / 9] * 4 + [1 / 36] * 4)


def equilibrium(density, u):
    along = np.tensordot(VELOCITIES, u, axes=(1, 0))
    square = np.sum(u**2, axis=0)
    bracket = 1.0 + 3.0 * along + 4.5 * along**2 - 1.5 * square
    return WEIGHTS[:, None, None] * density * bracket


def lattice_boltzmann(density, u, relaxation, force, steps):
    f = equilibrium(density, u)
    for _ in range(steps):
        rho = f.sum(axis=0)
        momentum = np.tensordot(VELOCITIES.T, f, axes=1)
        u = (momentum + 0.5 * force[:, None, None]) / rho
        f += relaxation * (equilibrium(rho, u) - f)
        for k, (cx, cy) in enumerate(VELOCITIES):
            f[k] = np.roll(f[k], (cx, cy), axis=(0, 1))
    vorticity = np.gradient(u[1], axis=0) - np.gradient(u[0], axis=1)
    return f.sum(axis=0), np.sum(vorticity**2)


EXAMPLE = (
    np.array([[1.0, 1.1, 0.9], [1.05, 0.95, 1.0]]),
    np.array(
        [
            [[0.05, 0.02, -0.03], [0.01, -0.04, 0.02]],
            [[0.0, 0.03, 0.04], [-0.02, 0.01, 0.05]],
        ]
    ),
    0.8,
    np.array([0.01, -0.02]),
    2,
)
