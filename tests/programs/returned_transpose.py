"""The transpose of a new matrix is returned."""

import numpy as np


def returned_transpose(m):
    q = m * m
    return q.T


EXAMPLE = (np.array([[1.0, 0.5], [0.3, 0.8]]),)
