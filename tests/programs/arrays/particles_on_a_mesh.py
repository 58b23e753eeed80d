"""Charges spread over a periodic mesh, the field by a Fourier transform, and forces."""

import numpy as np


def particles_on_a_mesh(x, charge, length, cells):
    h = length / cells
    left = np.floor(x / h).astype(int)
    share = x / h - left
    density = np.zeros(cells)
    np.add.at(density, left % cells, charge * (1.0 - share))
    np.add.at(density, (left + 1) % cells, charge * share)
    k = 2.0 * np.pi * np.fft.fftfreq(cells, h)
    k2 = np.where(k == 0.0, 1.0, k**2)
    wave = np.where(k == 0.0, 0.0, np.fft.fft(density / h) / k2)
    potential = np.fft.ifft(wave).real
    field = (np.roll(potential, 1) - np.roll(potential, -1)) / (2.0 * h)
    force = charge * (
        (1.0 - share) * field[left % cells] + share * field[(left + 1) % cells]
    )
    return force, 0.5 * np.dot(density, potential)


EXAMPLE = (
    np.array([0.33, 1.18, 2.27, 2.9]),
    np.array([1.0, -0.6, 0.8, -1.1]),
    3.2,
    6,
)
