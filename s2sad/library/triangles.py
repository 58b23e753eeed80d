"""The triangles of a matrix, as derivatives of factorizations use them.

Murray, Differentiation of the Cholesky decomposition (2016).
"""

import numpy as np


def lower_part(a, diagonal):
    """The lower triangle of a square matrix, the diagonal multiplied by a number."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
        part[i, i] = diagonal * a[i, i]
    return part


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


def folded(a):
    """The lower triangle that takes the upper one as well: the adjoint of mirrored."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j] + a[j, i]
        part[i, i] = a[i, i]
    return part


def diagonal(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), a.dtype)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


def with_unit_diagonal(a):
    """The matrix with a diagonal of ones."""
    unit = a.copy()
    for i in range(len(a)):
        unit[i, i] = 1.0
    return unit


def strictly_lower(a):
    """The lower triangle of a square matrix below its diagonal."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
    return part
