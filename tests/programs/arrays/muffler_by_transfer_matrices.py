"""How much sound a chain of chambers keeps back, at some frequencies."""

import numpy as np


def muffler_by_transfer_matrices(areas, lengths, frequencies, speed):
    k = 2.0 * np.pi * frequencies / speed
    a, b = np.ones_like(k), np.zeros_like(k)
    c, d = np.zeros_like(k), np.ones_like(k)
    for area, length in zip(areas, lengths):
        cos, sin = np.cos(k * length), np.sin(k * length)
        a, b = a * cos - b * sin * area, a * sin / area + b * cos
        c, d = c * cos + d * sin * area, d * cos - c * sin / area
    pipe = areas[0]
    real, imaginary = 0.5 * (a + d), 0.5 * (b * pipe + c / pipe)
    return 10.0 * np.log10(real**2 + imaginary**2)


EXAMPLE = (
    np.array([1.0, 4.0, 1.0, 2.5]),
    np.array([0.1, 0.3, 0.15, 0.2]),
    np.array([80.0, 200.0, 350.0]),
    343.0,
)
