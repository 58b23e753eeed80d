"""Functions of vectors that give vectors, along an axis of an array."""

import numpy as np

from s2sad.library.axes import length, vector


def each_line(function, a, axis, dtype):
    """What a function gives for each vector along an axis, in its place."""
    if a.ndim == 1:
        return function(a)
    values = np.empty(a.shape, dtype)
    if a.ndim == 2:
        for i in range(length(a, axis, 0)):
            line = function(a[:, i] if axis == 0 else a[i])
            for n in range(a.shape[axis]):
                values[at(axis, n, i)] = line[n]
    elif a.ndim == 3:
        for i in range(length(a, axis, 0)):
            for j in range(length(a, axis, 1)):
                line = function(vector(a, axis, i, j))
                for n in range(a.shape[axis]):
                    values[at(axis, n, i, j)] = line[n]
    else:
        for i in range(length(a, axis, 0)):
            for j in range(length(a, axis, 1)):
                for k in range(length(a, axis, 2)):
                    line = function(
                        a[:, i, j, k] if axis == 0 else vector(a[i], axis - 1, j, k)
                    )
                    for n in range(a.shape[axis]):
                        values[at(axis, n, i, j, k)] = line[n]
    return values


def at(axis, n, *others):
    """The indices of the n-th element along an axis, at a place on the others."""
    return (*others[:axis], n, *others[axis:])
