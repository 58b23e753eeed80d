"""A picture seen through an affine map: four neighbours of each moved pixel."""

import numpy as np


def bilinear_warp(picture, affine, target):
    rows, columns = np.indices(target.shape)
    y = affine[0, 0] * rows + affine[0, 1] * columns + affine[0, 2]
    x = affine[1, 0] * rows + affine[1, 1] * columns + affine[1, 2]
    y = np.clip(y, 0.0, picture.shape[0] - 1.001)
    x = np.clip(x, 0.0, picture.shape[1] - 1.001)
    i, j = np.floor(y).astype(int), np.floor(x).astype(int)
    v, u = y - i, x - j
    above = (1.0 - u) * picture[i, j] + u * picture[i, j + 1]
    below = (1.0 - u) * picture[i + 1, j] + u * picture[i + 1, j + 1]
    return 0.5 * np.sum(((1.0 - v) * above + v * below - target) ** 2)


EXAMPLE = (
    np.sin(np.arange(12.0) ** 1.2).reshape(3, 4),
    np.array([[0.9, 0.1, 0.25], [-0.1, 1.05, 0.4]]),
    np.array([[0.4, 0.2, -0.3], [0.1, 0.6, 0.5]]),
)
