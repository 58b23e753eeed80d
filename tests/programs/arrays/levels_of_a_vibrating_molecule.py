"""Vibrations in Morse's well on a grid of sincs: levels, strengths, partition sums."""

import numpy as np


def levels_of_a_vibrating_molecule(depth, width, place, mass, temperature):
    r = np.linspace(0.4, 3.4, 7)
    h = r[1] - r[0]
    k = np.arange(len(r))
    gap = k[:, None] - k
    kinetic = np.where(
        gap == 0, np.pi**2 / 3.0, 2.0 * (-1.0) ** gap / np.where(gap == 0, 1, gap) ** 2
    )
    potential = depth * np.square(-np.expm1(-width * (r - place)))
    energies, waves = np.linalg.eigh(kinetic / (2.0 * mass * h**2) + np.diag(potential))
    dipole = waves.T @ ((r * np.exp(-0.5 * r))[:, None] * waves)
    strength = np.square(dipole[0, 1:3]) * (energies[1:3] - energies[0])
    weights = np.exp(-(energies - energies[0]) / temperature)
    total = weights.sum()
    mean = weights @ energies / total
    heat = (weights @ energies**2 / total - mean**2) / temperature**2
    return energies[:2], strength, heat


EXAMPLE = (4.0, 1.1, 1.4, 1.7, 0.9)
