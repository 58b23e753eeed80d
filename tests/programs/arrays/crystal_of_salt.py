"""The energy of ions in a periodic box by Ewald's sums in space and in waves."""

import numpy as np
from scipy.special import erfc


def crystal_of_salt(places, charges, box, split):
    n = len(charges)
    gaps = places[:, None] - places
    gaps = gaps - box * np.rint(gaps / box)
    far = np.sqrt(np.sum(gaps**2, axis=-1) + np.eye(n))
    pairs = np.outer(charges, charges) * erfc(split * far) / far
    near = 0.5 * np.sum(pairs - np.diag(np.diag(pairs)))
    grid = np.arange(-1, 2)
    i, j, k = np.meshgrid(grid, grid, grid)
    waves = np.stack([i.ravel(), j.ravel(), k.ravel()], axis=1)
    waves = 2.0 * np.pi / box * waves[np.any(waves != 0, axis=1)]
    k2 = np.sum(waves**2, axis=1)
    factor = np.exp(1j * waves @ places.T) @ charges
    weights = np.exp(-k2 / (4.0 * split**2)) / k2
    long = 2.0 * np.pi / box**3 * np.sum(weights * np.abs(factor) ** 2)
    return near + long - split / np.sqrt(np.pi) * np.sum(charges**2)


EXAMPLE = (
    np.array([[0.1, 0.2, 0.3], [1.1, 0.4, 0.2], [0.3, 1.3, 0.6], [1.2, 1.0, 1.4]]),
    np.array([1.0, -1.0, 1.2, -1.2]),
    2.3,
    1.1,
)
