"""Matrices: their triangles and diagonals, and such as are made of vectors."""

import numpy as np

from s2sad.known.definitions import defines, lends, of_complex, refused
from s2sad.library.axes import as_array, axis_of, converted, is_known
from s2sad.library.flat import in_a_row
from s2sad.library.layout import moved
from s2sad.library.parts import counted, kind_of_all, listed, mapped, positive


def end_of(i, k, count):
    """Where a row ends that goes up to the k-th diagonal."""
    if not is_known(k):
        return min(max(i + k + 1, 0), count)
    elif k < -1:
        return min(max(i - (-k - 1), 0), count)
    else:
        return min(more(i, k + 1), count)


def start_of(i, k):
    """Where a row starts that goes from the k-th diagonal on."""
    if not is_known(k):
        return max(i + k, 0)
    elif k < 0:
        return max(i - (-k), 0)
    else:
        return more(i, k)


def more(number, k):
    """A sum: the number itself, where nothing is added."""
    if is_known(k):
        return number if k == 0 else number + k
    else:
        return number + k


def less(number, k):
    """A difference: the number itself, where nothing is taken away."""
    if is_known(k):
        return number if k == 0 else number - k
    else:
        return number - k


@defines("scipy.linalg.block_diag")
def block_diag(*arrs):
    """A matrix of which blocks on the diagonal are given, 0 elsewhere."""
    blocks = mapped(np.atleast_2d, listed(arrs))
    rows, columns = counts_of(blocks, 0), counts_of(blocks, 1)
    whole = np.zeros((rows[-1], columns[-1]), kind_of_all(blocks))
    for k in counted(len(blocks)):
        place = whole[rows[k] : rows[k + 1], columns[k] : columns[k + 1]]
        place[:] = blocks[k]
    return whole


def counts_of(blocks, axis):
    """How far the blocks before each, and all of them, go along an axis."""
    if len(blocks) == 0:
        return (0,)
    else:
        before = counts_of(blocks[:-1], axis)
        return before + (before[-1] + blocks[-1].shape[axis],)


@defines("numpy.tril")
@of_complex
def tril(m, k=0):
    """The lower triangle, 0 above the k-th diagonal."""
    part = np.zeros(m.shape, m.dtype)
    if m.ndim == 2:
        for i in range(m.shape[0]):
            for j in range(end_of(i, k, m.shape[1])):
                part[i, j] = m[i, j]
    elif m.ndim == 3:
        for i in range(m.shape[1]):
            for j in range(end_of(i, k, m.shape[2])):
                part[:, i, j] = m[:, i, j]
    else:
        refused("np.tril of these axes", "matrices, in a loop")
    return part


@defines("numpy.triu")
@of_complex
def triu(m, k=0):
    """The upper triangle, 0 below the k-th diagonal."""
    part = np.zeros(m.shape, m.dtype)
    if m.ndim == 2:
        for i in range(m.shape[0]):
            for j in range(start_of(i, k), m.shape[1]):
                part[i, j] = m[i, j]
    elif m.ndim == 3:
        for i in range(m.shape[1]):
            for j in range(start_of(i, k), m.shape[2]):
                part[:, i, j] = m[:, i, j]
    else:
        refused("np.triu of these axes", "matrices, in a loop")
    return part


@defines("numpy.diag")
@lends(2)
@of_complex
def diag(v, k=0):
    """The k-th diagonal of a matrix, or the matrix that has a vector there."""
    if v.ndim == 1:
        return matrix_of(v, k)
    else:
        return diagonal(v, k)


def matrix_of(v, k):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    down, across = positive(-k), positive(k)
    size = more(more(len(v), down), across)
    matrix = np.zeros((size, size), v.dtype)
    for i in range(len(v)):
        matrix[more(i, down), more(i, across)] = v[i]
    return matrix


@defines("numpy.diagflat")
@of_complex
def diagflat(v, k=0):
    """The matrix that has all elements as its k-th diagonal, and zeros."""
    return matrix_of(in_a_row(as_array(v)), k)


@defines("numpy.diagonal", "numpy.linalg.diagonal")
@lends(2)
@of_complex
def diagonal(a, offset=0, axis1=0, axis2=1):
    """The elements on a diagonal of two axes, along the last axis."""
    if a.ndim == 2 and axis1 == 0 and axis2 == 1:
        return on_diagonal(a, offset)
    else:
        planes = moved(a, (axis_of(a, axis1), axis_of(a, axis2)), (0, 1))
        return moved(on_diagonal(planes, offset), (0,), (-1,))


def on_diagonal(a, offset):
    """The elements on a diagonal of the first two axes, along the first."""
    down, across = positive(-offset), positive(offset)
    count = max(min(less(a.shape[0], down), less(a.shape[1], across)), 0)
    found = np.empty((count,) + a.shape[2:], a.dtype)
    for i in range(count):
        found[i] = a[more(i, down), more(i, across)]
    return found


@defines("numpy.trace", "numpy.linalg.trace")
@of_complex
def trace(a, offset=0, axis1=0, axis2=1):
    """The sum of the elements on a diagonal."""
    if a.ndim == 2:
        return np.sum(diagonal(a, offset, axis1, axis2))
    else:
        return np.sum(diagonal(a, offset, axis1, axis2), -1)


@defines("numpy.fill_diagonal")
@of_complex
def fill_diagonal(a, val):
    """Write a number, or a vector, on the diagonal of a matrix."""
    value = as_array(val)
    if a.ndim != 2:
        refused("np.fill_diagonal of more axes", "a loop")
    for i in range(min(a.shape[0], a.shape[1])):
        if value.ndim == 0:
            a[i, i] = value
        else:
            a[i, i] = value[i % len(value)]


@defines("numpy.outer")
@of_complex
def outer(a, b):
    """The products of each element with each other."""
    if np.ndim(a) != 1 or np.ndim(b) != 1:
        return outer(np.ravel(a), np.ravel(b))
    else:
        dtype = np.result_type(a, b)
        return np.outer(of_dtype(a, dtype), of_dtype(b, dtype))


def of_dtype(a, dtype):
    """The elements as those of a dtype: compiled products are of one."""
    return a if a.dtype == dtype else a.astype(dtype)


@defines("numpy.kron")
@of_complex
def kron(a, b):
    """The Kronecker product: b times each element of a."""
    if a.ndim == 1 and b.ndim == 1:
        return np.ravel(a[:, None] * b)
    elif a.ndim == 2 and b.ndim == 2:
        blocks = a[:, None, :, None] * b[None, :, None, :]
        rows = a.shape[0] * b.shape[0]
        return np.reshape(blocks, (rows, a.shape[1] * b.shape[1]))
    else:
        return refused("np.kron of these axes", "np.kron of vectors or of matrices")


@defines("numpy.identity")
@of_complex
def identity(n, dtype=None):
    """The matrix with ones on its diagonal."""
    return converted(np.eye(n), dtype)


@defines("numpy.eye")
@of_complex
def eye(N, M=None, k=0, dtype=float):
    """The matrix with ones on its k-th diagonal."""
    columns = N if M is None else M
    matrix = np.zeros((N, columns), dtype)
    down, across = positive(-k), positive(k)
    for i in range(max(min(less(N, down), less(columns, across)), 0)):
        matrix[more(i, down), more(i, across)] = 1
    return matrix


@defines("numpy.tri")
def tri(N, M=None, k=0, dtype=float):
    """The matrix with ones on its k-th diagonal and below."""
    columns = N if M is None else M
    matrix = np.zeros((N, columns), dtype)
    for i in range(N):
        for j in range(end_of(i, k, columns)):
            matrix[i, j] = 1
    return matrix


@defines("numpy.vander")
@of_complex
def vander(x, N=None, increasing=False):
    """The matrix of the powers of each number, the highest first."""
    count = len(x) if N is None else N
    powers = np.empty((len(x), count), x.dtype)
    for i in range(len(x)):
        power = x[i] * 0 + 1
        for k in range(count):
            powers[i, k if increasing else count - 1 - k] = power
            power *= x[i]
    return powers


def all_elements(a):
    """The elements of an array, or a number, in one row."""
    return a if a.ndim == 1 else np.reshape(a, -1)


@defines("numpy.meshgrid")
def meshgrid(*xi, indexing="xy"):
    """The coordinates of the points of a grid, from those along its axes."""
    axes = mapped(all_elements, listed(xi))
    if len(axes) == 1:
        return (axes[0].copy(),)
    elif len(axes) == 2 and indexing == "xy":
        zeros = np.zeros((len(axes[1]), len(axes[0])), kind_of_all(axes))
        return zeros + axes[0], zeros + axes[1][:, None]
    elif len(axes) == 2:
        zeros = np.zeros((len(axes[0]), len(axes[1])), kind_of_all(axes))
        return zeros + axes[0][:, None], zeros + axes[1]
    elif len(axes) == 3 and indexing == "ij":
        shape = (len(axes[0]), len(axes[1]), len(axes[2]))
        zeros = np.zeros(shape, kind_of_all(axes))
        first = zeros + axes[0][:, None, None]
        return first, zeros + axes[1][:, None], zeros + axes[2]
    elif len(axes) == 3 and indexing == "xy":
        second, first, third = meshgrid(axes[1], axes[0], axes[2], indexing="ij")
        return first, second, third
    else:
        return refused("np.meshgrid of these axes", "two axes, or three")
