"""Light reflected by layers on glass, by complex matrices of Abelès, in colours."""

from functools import reduce

import numpy as np


def layer(index, thickness, wavelength):
    delta = 2.0 * np.pi * index * thickness / wavelength
    c, s = np.cos(delta), 1j * np.sin(delta)
    return np.stack([np.stack([c, s / index]), np.stack([s * index, c])])


def thin_films_on_glass(indices, losses, thickness, wavelengths):
    index = indices - 1j * losses
    layers = [layer(n, d, wavelengths) for n, d in zip(index[1:-1], thickness)]
    whole = reduce(lambda a, b: np.einsum("ijw,jkw->ikw", a, b), layers)
    ends = np.stack([np.ones(len(wavelengths)) + 0j, index[-1] + 0j * wavelengths])
    b, c = np.einsum("ijw,jw->iw", whole, ends)
    back = (indices[0] * b - c) / (indices[0] * b + c)
    through = 4.0 * indices[0] * indices[-1] / np.abs(indices[0] * b + c) ** 2
    return np.abs(back) ** 2, np.mean(through)


EXAMPLE = (
    np.array([1.0, 1.38, 2.1, 1.52]),
    np.array([0.0, 0.001, 0.02, 0.0]),
    np.array([0.1, 0.07]),
    np.array([0.45, 0.55, 0.65]),
)
