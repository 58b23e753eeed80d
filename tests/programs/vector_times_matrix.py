"""A vector multiplies a matrix from the left, slices of both take part."""

import numpy as np


def vector_times_matrix(x, a):
    y = x @ a
    z = x[:2] @ a[1:] + a[0]
    return y @ z + np.sum(a[:, 1] * x)


EXAMPLE = (
    np.array([0.7, 1.3, -0.5]),
    np.array([[0.4, -0.9], [0.6, 0.2], [0.3, 1.1]]),
)
