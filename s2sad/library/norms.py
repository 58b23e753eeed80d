"""Norms of vectors and matrices, and the logarithm of a sum of exponentials."""

import math
from typing import Any

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.facts.values import Static
from s2sad.known.comparable import comparable
from s2sad.known.definitions import defines, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    converted,
    is_known,
    known,
    like,
    over,
    real,
    reduced,
    restored,
)
from s2sad.library.sums import summed


@defines("numpy.linalg.norm")
def norm(x, ord=None, axis: Any = None, keepdims=False):
    """The norm of a vector or a matrix, or of those along one axis or two.

    The derivative of the Euclidean norm at 0 is 0, as that of abs is.
    """
    x = as_array(x)
    x = converted(x, real(x))
    axes, order = axes_of(x, axis), order_of(ord)
    if len(axes) == 1:
        values = over(lambda v: vector_norm(v, order), x, axes[0], x.dtype)
    elif ord is None or ord == "fro" and len(axes) == 2:
        values = roots(summed(x * x, axes))
    elif len(axes) == 2 and axis is None:
        values = matrix_norm(x, order, 0, 1)
    elif len(axes) == 2:
        values = matrix_norm(x, order, axis[0] % x.ndim, axis[1] % x.ndim)
    else:
        values = refused("a norm of this order takes a vector or a matrix", "axis=")
    return restored(values, axes, keepdims)


@known
def order_of(frame, arguments, keywords, node):
    """The order of a norm, as a word if it is not finite."""
    (order,) = arguments
    given = comparable(order)
    if given is None or given.value not in (math.inf, -math.inf):
        return order
    return Static("inf" if given.value > 0 else "-inf")


def matrix_norm(x, order, rows, columns):
    """Of the sums of absolute values in a column or a row, or of singular values."""
    if order == 1 or order == -1:
        sums = np.sum(np.abs(x), rows)
        return extreme(sums, columns - 1 if columns > rows else columns, order == 1)
    elif order == "inf" or order == "-inf":
        sums = np.sum(np.abs(x), columns)
        return extreme(sums, rows - 1 if rows > columns else rows, order == "inf")
    elif x.ndim != 2:
        return refused("singular values of several matrices", "a loop over matrices")
    elif order == "nuc":
        return np.sum(np.linalg.svdvals(x))
    elif order == 2:
        return np.linalg.svdvals(x)[0]
    elif order == -2:
        return np.linalg.svdvals(x)[-1]
    else:
        return refused("this order of a matrix norm", "1, 2, np.inf, 'fro' or 'nuc'")


def extreme(sums, axis, is_largest):
    """The largest or the smallest sums along an axis."""
    return np.max(sums, axis) if is_largest else np.min(sums, axis)


def vector_norm(x, order):
    """The norm of a vector."""
    if order is None or order == 2:
        return length_of(x)
    elif order == 1:
        return np.sum(np.abs(x))
    elif order == "inf":
        return np.max(np.abs(x))
    elif order == "-inf":
        return np.min(np.abs(x))
    elif order == 0:
        count = np.count_nonzero(x)
        return np.float32(count) if x.dtype == np.float32 else float(count)
    else:
        return power_norm(x, order)


def length_of(x):
    """The Euclidean length of a vector."""
    return np.sqrt(np.sum(x * x))


@rule_of(length_of)
def length_rule(x):
    z = length_of(x)
    z_dot = np.sum(x * x_dot) / (z if z != 0.0 else 1.0)
    x_bar += x * (z_bar / (z if z != 0.0 else 1.0))


def roots(squares):
    """The square roots; at 0 they are 0 and so are their derivatives."""
    if squares.ndim == 0:
        return np.sqrt(squares) if squares != 0.0 else like(squares, 0)
    else:
        zero, one = like(squares, 0), like(squares, 1)
        positive = np.where(squares == 0.0, one, squares)
        return np.where(squares == 0.0, zero, np.sqrt(positive))


def power_norm(x, order):
    """The root of an order of the sum of the powers of that order of a vector."""
    if not is_known(order):
        if order == 0.0 or np.isinf(order):
            raise ValueError("an order of 0 or inf must be a constant")
    powers = np.sum(np.abs(x) ** order)
    value = like(powers, 0)
    if powers != 0.0:
        value = powers ** (1.0 / order)
    return value


@defines("scipy.special.logsumexp")
def logsumexp(a, axis=None, b=None, keepdims=False):
    """The logarithm of the sum of the exponentials, times b, over some axes."""
    a = as_array(a)
    a = converted(a, real(a))
    axes = axes_of(a, axis)
    if b is None:
        return restored(reduced(log_of_sum, a, axes, a.dtype), axes, keepdims)
    else:
        largest = reduced(lambda v: np.max(v), a, axes, a.dtype)
        total = summed(b * np.exp(a - restored(largest, axes, True)), axes)
        return restored(largest + np.log(total), axes, keepdims)


@defines("numpy.logaddexp.reduce")
def logaddexp_over(array, axis=0, *, keepdims=False):
    """The logarithm of the sum of the exponentials over some axes."""
    return logsumexp(array, axis, None, keepdims)


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


@rule_of(log_of_sum)
def log_of_sum_rule(a):
    z = log_of_sum(a)
    z_dot = np.sum(np.exp(a - z) * a_dot)
    a_bar += np.exp(a - z) * z_bar
