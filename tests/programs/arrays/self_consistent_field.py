"""A molecule in a small basis: Roothaan's equations with mixing, and the energy."""

import numpy as np


def self_consistent_field(core, overlap, repulsion, pairs, mixing, steps):
    values, vectors = np.linalg.eigh(overlap)
    root = vectors @ np.diag(values**-0.5) @ vectors.T
    density = np.zeros_like(core)
    for _ in range(steps):
        coulomb = np.tensordot(repulsion, density, axes=2)
        exchange = np.einsum("prqs,rs->pq", repulsion, density)
        fock = core + coulomb - 0.5 * exchange
        levels, orbitals = np.linalg.eigh(root.T @ fock @ root)
        occupied = root @ orbitals[:, :pairs]
        density = mixing * density + (1.0 - mixing) * 2.0 * occupied @ occupied.T
    energy = 0.5 * np.sum(density * (core + fock))
    return energy, levels, np.linalg.norm(density @ overlap @ density - 2.0 * density)


def _repulsion():
    a = np.array([[0.8, 0.2, 0.1], [0.2, 0.7, 0.15], [0.1, 0.15, 0.6]])
    return np.einsum("pq,rs->pqrs", a, a)


EXAMPLE = (
    np.array([[-1.6, -0.5, -0.2], [-0.5, -1.2, -0.3], [-0.2, -0.3, -0.7]]),
    np.array([[1.0, 0.3, 0.1], [0.3, 1.0, 0.25], [0.1, 0.25, 1.0]]),
    _repulsion(),
    1,
    0.3,
    2,
)
