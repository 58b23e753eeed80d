"""Sorted arrays, the permutations that sort them, and places among sorted numbers.

Values differentiate through the permutation; indices have no derivatives.
"""

import numpy as np

from s2sad.library.axes import as_array, axes_of, flattened, length, refused
from s2sad.specialise.definitions import defines


@defines("numpy.argsort")
def argsort(a, axis=-1, kind=None, *, stable=None):
    """The indices that sort an array along an axis."""
    a = as_array(a)
    if axis is None:
        return np.argsort(flattened(a), kind="mergesort")
    elif a.ndim == 1:
        return np.argsort(a, kind="mergesort")
    else:
        return argsort_along(a, axes_of(a, axis)[0])


def argsort_along(a, axis):
    """The indices that sort each vector along an axis."""
    places = np.empty(a.shape, np.int64)
    if a.ndim == 2:
        for i in range(length(a, axis, 0)):
            if axis == 0:
                places[:, i] = np.argsort(a[:, i], kind="mergesort")
            else:
                places[i] = np.argsort(a[i], kind="mergesort")
    elif axis == 0:
        for i in range(a.shape[1]):
            places[:, i] = argsort_along(a[:, i], 0)
    else:
        for i in range(len(a)):
            places[i] = argsort_along(a[i], axis - 1)
    return places


@defines("numpy.sort")
def sort(a, axis=-1, kind=None, *, stable=None):
    """The elements in rising order, along an axis."""
    a = as_array(a)
    if axis is None:
        return sort(flattened(a))
    elif a.ndim == 1:
        return a[np.argsort(a, kind="mergesort")]
    else:
        return rearranged(a, np.argsort(a, axis), axes_of(a, axis)[0])


def rearranged(a, places, axis):
    """The elements in the order that indices give for each vector along an axis."""
    values = np.empty(a.shape, a.dtype)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            if a.ndim == 2:
                p = places[i, j]
                values[i, j] = a[p, j] if axis == 0 else a[i, p]
            else:
                for k in range(a.shape[2]):
                    if a.ndim == 3:
                        p = places[i, j, k]
                        values[i, j, k] = element(a, axis, p, i, j, k)
                    else:
                        for m in range(a.shape[3]):
                            p = places[i, j, k, m]
                            if axis == 0:
                                values[i, j, k, m] = a[p, j, k, m]
                            else:
                                values[i, j, k, m] = element(a[i], axis - 1, p, j, k, m)
    return values


def element(a, axis, p, i, j, k):
    """The element at i, j, k but for one axis, where it is at p."""
    if axis == 0:
        return a[p, j, k]
    elif axis == 1:
        return a[i, p, k]
    else:
        return a[i, j, p]


@defines("ndarray.sort")
def sort_in_place(a, axis=-1, kind=None, *, stable=None):
    """Put the elements in rising order, along an axis."""
    a[:] = np.sort(a, axis)


@defines("numpy.partition")
def partition(a, kth, axis=-1):
    """The elements with the kth in its place and no smaller ones after it."""
    a = as_array(a)
    if a.ndim != 1:
        refused("np.partition of ranks above 1 is not supported", "np.sort")
    return a[np.argpartition(a, kth)]


@defines("numpy.bincount")
def bincount(x, weights=None, minlength=0):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, minlength)
    if weights is None:
        counts = np.zeros(size, np.int64)
        for i in range(len(x)):
            counts[x[i]] += 1
        return counts
    else:
        totals = np.zeros(size)
        for i in range(len(x)):
            totals[x[i]] += weights[i]
        return totals
