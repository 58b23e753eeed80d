"""The energy of a lattice of soft spins with periodic neighbours."""

import math

import numpy as np


def ising_energy(spin, coupling, field):
    rows, columns = spin.shape
    energy = 0.0
    for i in range(rows):
        for j in range(columns):
            s = math.tanh(spin[i, j])
            right = math.tanh(spin[i, (j + 1) % columns])
            below = math.tanh(spin[i - 1, j])
            energy -= s * (coupling * (right + below) + field)
    return energy


EXAMPLE = (np.array([[0.7, 1.3, -0.4], [0.9, -0.8, 0.5]]), 0.6, 0.2)
