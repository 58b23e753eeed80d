"""Arrays joined to one."""

import numpy as np

from s2sad.library.axes import axis_of, is_tuple
from s2sad.library.layout import atleast_1d, atleast_2d, atleast_3d, moved
from s2sad.library.parts import (
    fitted,
    front,
    kind_of_all,
    lengths,
    listed,
    mapped,
    numbered,
    resized,
)
from s2sad.specialise.definitions import defines, refused


@defines("numpy.concatenate", "numpy.concat")
def concatenate(arrays, axis=0, *, dtype=None):
    """Arrays one after the other, along an axis."""
    if not is_tuple(arrays):
        if axis != 0 or arrays.ndim < 2:
            refused("parts of one array are joined", "np.reshape")
        return np.reshape(arrays, (-1,) + arrays.shape[2:])
    elif axis is None:
        return joined(mapped(np.ravel, listed(arrays)), 0, dtype)
    else:
        parts = listed(arrays)
        if parts[0].ndim == 0:
            refused("numbers are joined by np.concatenate", "np.array([a, b])")
        return joined(parts, axis_of(parts[0], axis), dtype)


def joined(arrays, axis, dtype):
    """Arrays one after the other, along an axis that is not negative."""
    first = fitted(arrays, axis)
    kind = kind_of_all(arrays) if dtype is None else dtype
    whole = np.empty(resized(first, axis, lengths(arrays, axis)), kind)
    place = front(whole, axis)
    for k, part in numbered(arrays):
        start, stop = lengths(arrays[:k], axis), lengths(arrays[: k + 1], axis)
        if k == 0:
            place[:stop] = front(part, axis)
        elif k == len(arrays) - 1:
            place[start:] = front(part, axis)
        else:
            place[start:stop] = front(part, axis)
    return whole


@defines("numpy.stack")
def stack(arrays, axis=0, *, dtype=None):
    """Arrays beside each other, along a new axis."""
    if not is_tuple(arrays):
        return np.moveaxis(arrays, 0, axis).copy()
    else:
        return stacked(listed(arrays), axis, dtype)


def stacked(arrays, axis, dtype):
    """Arrays beside each other, along a new axis."""
    first = fitted(arrays, None)
    kind = kind_of_all(arrays) if dtype is None else dtype
    place = axis if axis >= 0 else axis + first.ndim + 1
    shape = first.shape
    whole = np.empty(shape[:place] + (len(arrays),) + shape[place:], kind)
    rows = moved(whole, (place,), (0,))
    for k, part in numbered(arrays):
        rows[k] = part
    return whole


@defines("numpy.vstack", "numpy.row_stack")
def vstack(tup, *, dtype=None):
    """Arrays below each other; a vector is a row."""
    return joined(mapped(atleast_2d, listed(tup)), 0, dtype)


@defines("numpy.hstack")
def hstack(tup, *, dtype=None):
    """Arrays beside each other, vectors one after the other."""
    arrays = mapped(atleast_1d, listed(tup))
    if arrays[0].ndim == 1:
        return joined(arrays, 0, dtype)
    else:
        return joined(arrays, 1, dtype)


@defines("numpy.dstack")
def dstack(tup):
    """Arrays joined along their third axis."""
    return joined(mapped(atleast_3d, listed(tup)), 2, None)


@defines("numpy.column_stack")
def column_stack(tup):
    """Vectors as the columns of a matrix, matrices beside them."""
    return joined(mapped(columns, listed(tup)), 1, None)


def columns(a):
    """A vector as a matrix with one column."""
    if a.ndim == 0:
        return np.array([[a]])
    elif a.ndim == 1:
        return a[:, None]
    else:
        return a


@defines("numpy.append")
def append(arr, values, axis=None):
    """An array, and values after it; of all elements in a row if no axis is given."""
    if axis is None:
        parts = listed((arr, values))
        return joined(mapped(np.ravel, mapped(atleast_1d, parts)), 0, None)
    else:
        parts = listed((arr, values))
        return joined(parts, axis_of(parts[0], axis), None)
