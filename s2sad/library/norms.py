"""Norms of vectors and matrices, and the logarithm of a sum of exponentials."""

import numpy as np

from s2sad.custom.decorators import rule
from s2sad.library.axes import (
    as_array,
    axes_of,
    converted,
    like,
    over,
    real,
    reduced,
    refused,
    restored,
)
from s2sad.library.sums import summed
from s2sad.specialise.definitions import defines


@defines("numpy.linalg.norm")
def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or a matrix, or of those along one axis or two.

    The derivative of the Euclidean norm at 0 is 0, as that of abs is.
    """
    x = as_array(x)
    x = converted(x, real(x))
    axes = axes_of(x, axis)
    if len(axes) == 1:
        values = over(lambda v: vector_norm(v, ord), x, axes[0], x.dtype)
    elif ord is None or ord == "fro" and len(axes) == 2:
        values = roots(summed(x * x, axes))
    elif len(axes) == 2:
        rows, columns = axes if axis is None else order_of(x, axis)
        values = matrix_norm(x, ord, rows, columns)
    else:
        refused("a norm of this order takes a vector or a matrix", "axis=")
    return restored(values, axes, keepdims)


def order_of(x, axis):
    """Two axes in the order in which they are named."""
    return axes_of(x, axis[0])[0], axes_of(x, axis[1])[0]


def matrix_norm(x, ord, rows, columns):
    """The largest or smallest sum of the absolute values in a column or in a row."""
    if ord == 1 or ord == -1:
        sums, axis = np.sum(np.abs(x), rows), columns - (1 if columns > rows else 0)
    elif ord == np.inf or ord == -np.inf:
        sums, axis = np.sum(np.abs(x), columns), rows - (1 if rows > columns else 0)
    else:
        refused("a matrix norm by singular values is not supported", "ord='fro'")
    return np.max(sums, axis) if ord > 0 else np.min(sums, axis)


def vector_norm(x, ord):
    """The norm of a vector."""
    if ord is None or ord == 2:
        return root(np.sum(x * x))
    elif ord == 1:
        return np.sum(np.abs(x))
    elif ord == np.inf:
        return np.max(np.abs(x))
    elif ord == -np.inf:
        return np.min(np.abs(x))
    elif ord == 0:
        return like(x, np.count_nonzero(x))
    else:
        return power_norm(x, ord)


def root(square):
    """The square root; at 0 it is 0 and so is its derivative."""
    value = like(square, 0)
    if square != 0.0:
        value = np.sqrt(square)
    return value


def roots(squares):
    """The square roots; at 0 they are 0 and so are their derivatives."""
    if squares.ndim == 0:
        return root(squares)
    else:
        zero, one = like(squares, 0), like(squares, 1)
        positive = np.where(squares == 0.0, one, squares)
        return np.where(squares == 0.0, zero, np.sqrt(positive))


def power_norm(x, ord):
    """The root of order p of the sum of the powers of order p of a vector."""
    powers = np.sum(np.abs(x) ** ord)
    value = like(powers, 0)
    if powers != 0.0:
        value = powers ** (1.0 / ord)
    return value


@defines("scipy.special.logsumexp")
def logsumexp(a, axis=None, b=None, keepdims=False):
    """The logarithm of the sum of the exponentials, over some axes."""
    a = as_array(a)
    a = converted(a, real(a))
    if b is not None:
        refused("b= of logsumexp is not supported", "np.log(b) added to the array")
    axes = axes_of(a, axis)
    return restored(reduced(log_of_sum, a, axes, a.dtype), axes, keepdims)


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector."""
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = like(a, 0)
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


@rule
def log_of_sum_rule(a):
    z = log_of_sum(a)
    z_dot = np.sum(np.exp(a - z) * a_dot)
    a_bar += np.exp(a - z) * z_bar
