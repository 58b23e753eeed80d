"""Dot products of vectors, of matrices with vectors and of matrices."""

import numpy as np


def dot_products(x, a):
    y = np.dot(a, x)
    z = a @ y
    b = np.dot(a, a) @ a
    return np.dot(x, z) * (y @ y) + np.sum(b)


EXAMPLE = (np.array([0.7, 1.3]), np.array([[0.4, -0.9], [0.6, 0.2]]))
