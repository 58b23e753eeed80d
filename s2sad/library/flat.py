"""The elements of an array in one row."""

import numpy as np


def flattened(a):
    """The elements as a vector, the last axis running fastest."""
    if a.ndim == 0:
        return np.full(1, a)
    elif a.ndim == 1:
        return a
    else:
        values = np.empty(a.size, a.dtype)
        n = 0
        for i in range(len(a)):
            for j in range(a.shape[1]):
                if a.ndim == 2:
                    values[n] = a[i, j]
                    n += 1
                else:
                    for k in range(a.shape[2]):
                        if a.ndim == 3:
                            values[n] = a[i, j, k]
                            n += 1
                        else:
                            for m in range(a.shape[3]):
                                values[n] = a[i, j, k, m]
                                n += 1
        return values


def in_a_row(a):
    """The elements as a vector that is only read: a vector is one already."""
    return a if a.ndim == 1 else np.ravel(a)
