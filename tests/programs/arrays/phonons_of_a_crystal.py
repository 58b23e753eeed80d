"""Frequencies of two chains of atoms that are coupled, and how much each atom moves."""

import numpy as np


def phonons_of_a_crystal(first, second, coupling, masses):
    def chain(springs):
        inner = np.diag(springs[:-1] + springs[1:])
        return inner - np.diag(springs[1:-1], 1) - np.diag(springs[1:-1], -1)

    link = coupling * np.eye(len(first) - 1)
    stiffness = np.block([[chain(first) + link, -link], [-link, chain(second) + link]])
    scale = 1.0 / np.sqrt(masses)
    squares, modes = np.linalg.eigh(scale[:, None] * stiffness * scale)
    frequencies = np.sqrt(squares)
    motion = np.sum(modes**2 / frequencies, axis=1)
    return frequencies, motion / masses


EXAMPLE = (
    np.array([1.0, 1.7, 0.8]),
    np.array([0.6, 1.2, 2.1]),
    0.3,
    np.array([0.9, 1.4, 1.1, 0.7]),
)
