"""A sparse matrix in compressed rows multiplies a vector again and again."""

import numpy as np


def sparse_matrix_vector(values, columns, offsets, x):
    y = x
    for _ in range(3):
        z = np.zeros(len(offsets) - 1)
        for row in range(len(z)):
            for k in range(offsets[row], offsets[row + 1]):
                z[row] += values[k] * y[columns[k]]
        y = z
    return np.dot(y, x)


EXAMPLE = (
    np.array([0.7, 1.3, -0.4, 0.9, 0.5]),
    np.array([0, 2, 1, 0, 2]),
    np.array([0, 2, 3, 5]),
    np.array([0.6, -0.8, 1.1]),
)
