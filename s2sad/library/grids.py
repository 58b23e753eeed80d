"""Index arrays of triangles, diagonals and grids."""

import math

import numpy as np

from s2sad.facts.values import Static, is_of
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import converted, is_tuple, known
from s2sad.library.joining import parts_between
from s2sad.library.matrices import end_of, start_of
from s2sad.library.parts import kind_of_all


@defines("numpy.arange")
def arange(start, stop=None, step=1, dtype=None):
    """Numbers from one to before another, by steps."""
    if stop is None:
        return steps(0.0, start, step, dtype)
    else:
        return steps(start, stop, step, dtype)


def steps(start, stop, step, dtype):
    """Floats from one to before another."""
    count = max(int(math.ceil((stop - start) / step)), 0)
    values = np.empty(count)
    for i in range(count):
        values[i] = start + i * step
    return converted(values, dtype)


@defines("numpy.triu_indices")
def triu_indices(n, k=0, m=None):
    """The places of a matrix from the k-th diagonal upwards, row after row."""
    columns = n if m is None else m
    count = 0
    for i in range(n):
        count += max(columns - start_of(i, k), 0)
    rows = np.empty(count, dtype=np.int64)
    places = np.empty(count, dtype=np.int64)
    place = 0
    for i in range(n):
        for j in range(start_of(i, k), columns):
            rows[place] = i
            places[place] = j
            place += 1
    return rows, places


@defines("numpy.tril_indices")
def tril_indices(n, k=0, m=None):
    """The places of a matrix up to the k-th diagonal, row after row."""
    columns = n if m is None else m
    count = 0
    for i in range(n):
        count += end_of(i, k, columns)
    rows = np.empty(count, dtype=np.int64)
    places = np.empty(count, dtype=np.int64)
    place = 0
    for i in range(n):
        for j in range(end_of(i, k, columns)):
            rows[place] = i
            places[place] = j
            place += 1
    return rows, places


@defines("numpy.triu_indices_from")
def triu_indices_from(arr, k=0):
    """The places of the upper triangle of a matrix."""
    return triu_indices(arr.shape[0], k, arr.shape[1])


@defines("numpy.tril_indices_from")
def tril_indices_from(arr, k=0):
    """The places of the lower triangle of a matrix."""
    return tril_indices(arr.shape[0], k, arr.shape[1])


@defines("numpy.diag_indices")
def diag_indices(n, ndim=2):
    """The places on the diagonal, for each axis."""
    return (np.arange(n),) * ndim


@defines("numpy.diag_indices_from")
def diag_indices_from(arr):
    """The places on the diagonal of an array, for each axis."""
    return diag_indices(arr.shape[0], arr.ndim)


@defines("numpy.indices")
def indices(dimensions):
    """The index of each element of an array of some shape, along each axis."""
    if not is_tuple(dimensions) or len(dimensions) > 3:
        return refused("np.indices of this shape", "a tuple of up to three numbers")
    elif len(dimensions) == 1:
        return np.arange(dimensions[0])[None]
    else:
        axes = tuple(np.arange(n) for n in dimensions)
        return np.stack(np.meshgrid(*axes, indexing="ij"))


@defines("numpy.mgrid.__getitem__")
@of_complex
@known
def filled_grid(frame, arguments, keywords, node):
    """The coordinates of the points of a grid: `np.mgrid[0:3, 0:1:5j]`."""
    return grid(frame, all_points, arguments, node)


@defines("numpy.ogrid.__getitem__")
@of_complex
@known
def open_grid(frame, arguments, keywords, node):
    """The same along each axis only, to be broadcast: `np.ogrid[0:3, 0:1:5j]`."""
    return grid(frame, along_axes, arguments, node)


def grid(frame, make, arguments, node):
    """What is made of the numbers that slices between brackets stand for."""
    axes = parts_between(frame, arguments, node)
    if not is_of(arguments[0], tuple):
        return axes[0]
    return frame.applications.apply(Static(make), axes, {}, node)


def all_points(*axes):
    """A point of a grid for each choice of numbers, one along each axis."""
    if len(axes) == 1:
        return axes[0][None]
    else:
        return np.stack(np.meshgrid(*axes, indexing="ij"))


def along_axes(*axes):
    """Numbers along axes of their own."""
    kind = kind_of_all(axes)
    if len(axes) == 1:
        return (axes[0],)
    elif len(axes) == 2:
        return axes[0].astype(kind)[:, None], axes[1].astype(kind)[None]
    elif len(axes) == 3:
        first, second = axes[0].astype(kind), axes[1].astype(kind)
        third = axes[2].astype(kind)
        return first[:, None, None], second[None, :, None], third[None, None]
    else:
        return refused("np.ogrid of more than three axes", "np.ix_")
