"""A vector is added to and multiplied with every row of a matrix."""

import numpy as np


def vector_broadcast_over_a_matrix(a, v):
    b = a * v + v
    b = b - np.sin(v * a)
    b[1] = b[0] * v
    return np.sum(b * b)


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [0.9, -0.8, 0.5]]),
    np.array([0.6, -0.3, 1.1]),
)
