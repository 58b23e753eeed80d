"""Variances, covariances, and the elements in the middle."""

import math

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    axis_of,
    converted,
    count_of,
    is_known,
    is_tuple,
    less,
    like,
    over,
    real,
    restored,
    selected,
)
from s2sad.library.flat import flattened
from s2sad.library.sums import summed


@defines("numpy.var")
def var(a, axis=None, dtype=None, *, ddof=0, keepdims=False, where=True):
    """The mean square distance from the mean, over some axes."""
    a = converted(as_array(a), dtype)
    a = a if a.dtype == real(a) else converted(a, np.float64)
    axes = axes_of(a, axis)
    if not is_known(where):
        centred = a - np.mean(a, axes, keepdims=True, where=where)
        squares = np.sum(selected(centred * centred, where, 0), axes)
        counts = np.sum(np.broadcast_to(where, a.shape), axes)
        return restored(squares / (counts - ddof), axes, keepdims)
    if a.ndim == 0:
        return a - a
    elif a.ndim == 1:
        return restored(variance(a, ddof), axes, keepdims)
    else:
        centred = a - np.mean(a, axes, keepdims=True)
        squares = summed(centred * centred, axes)
        values = squares / like(a, less(count_of(a, axes), ddof))
        return restored(values, axes, keepdims)


def variance(a, ddof):
    """The mean square distance of the elements of a vector from their mean."""
    mean = np.mean(a)
    squares = like(a, 0)
    for i in range(len(a)):
        squares += (a[i] - mean) ** 2
    return squares / like(a, less(len(a), ddof))


@defines("numpy.std")
def std(a, axis=None, dtype=None, *, ddof=0, keepdims=False, where=True):
    """The root of the mean square distance from the mean, over some axes."""
    variances = np.var(a, axis, dtype, ddof=ddof, keepdims=keepdims, where=where)
    return np.sqrt(variances)


@defines("numpy.cov")
def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    """The covariances of variables, each a row of observations."""
    m = as_array(m) if y is None else two_rows(as_array(m), as_array(y))
    if m.ndim == 1:
        return variance(m, 0 if bias and ddof is None else 1 if ddof is None else ddof)
    else:
        rows = m if rowvar else m.T
        taken = 0 if bias and ddof is None else 1 if ddof is None else ddof
        centred = rows - np.mean(rows, axis=1, keepdims=True)
        return np.dot(centred, centred.T) / like(m, less(rows.shape[1], taken))


def two_rows(x, y):
    """Two vectors as the rows of a matrix."""
    if x.ndim != 1 or y.ndim != 1:
        refused(
            "two arrays of ranks above 1 are not supported", "the rows of one array"
        )
    rows = np.empty((2, len(x)))
    rows[0] = x
    rows[1] = y
    return rows


@defines("numpy.corrcoef")
def corrcoef(x, y=None, rowvar=True):
    """The correlations of variables, each a row of observations."""
    covariances = np.cov(x, y, rowvar)
    if covariances.ndim == 0:
        return covariances / covariances
    else:
        deviations = np.sqrt(diagonal(covariances))
        return covariances / np.outer(deviations, deviations)


def diagonal(a):
    """The elements of a square matrix on its diagonal."""
    values = np.empty(len(a), a.dtype)
    for i in range(len(a)):
        values[i] = a[i, i]
    return values


@defines("numpy.median")
def median(a, axis=None, *, keepdims=False):
    """The element in the middle of the sorted ones, along an axis."""
    return np.quantile(a, 0.5, axis, keepdims=keepdims)


@defines("numpy.percentile")
def percentile(a, q, axis=None, *, method="linear", keepdims=False):
    """The element below which q percent of the sorted ones are, along an axis."""
    if is_tuple(q):
        q = as_array(q)
    return quantile(a, q / 100.0, axis, method=method, keepdims=keepdims)


@defines("numpy.quantile")
def quantile(a, q, axis=None, *, method="linear", keepdims=False):
    """The element below which a part q of the sorted ones is, along an axis."""
    a, q = as_array(a), as_array(q)
    axes = axes_of(a, axis)
    rows = a if axis is None else in_one_axis(a, axes)
    place = axes[0] if len(axes) == 1 else -1
    if axis is None:
        ordered = np.sort(converted(flattened(a), real(a)))
    else:
        ordered = np.sort(converted(rows, real(a)), place)
    values = quantiles(ordered, q, axis_of(ordered, place), method)
    if q.ndim == 0:
        return restored(values, axes, keepdims)
    else:
        return restored(values, tuple([axis + 1 for axis in axes]), keepdims)


def in_one_axis(a, axes):
    """An array whose last axis holds all the elements along some axes."""
    if len(axes) == 1:
        return a
    else:
        last = np.moveaxis(a, axes, tuple(range(-len(axes), 0)))
        return np.reshape(last, (*last.shape[: a.ndim - len(axes)], -1))


def quantiles(ordered, q, axis, method):
    """The quantiles of sorted elements along an axis, for one part or for several."""
    if q.ndim == 0:
        return over(lambda v: at_part(v, q, method), ordered, axis, ordered.dtype)
    elif ordered.ndim == 1:
        values = np.empty(len(q), ordered.dtype)
        for i in range(len(q)):
            values[i] = at_part(ordered, q[i], method)
        return values
    else:
        shape = ordered.shape[:axis] + ordered.shape[axis + 1 :]
        values = np.empty((len(q), *shape), ordered.dtype)
        for i in range(len(q)):
            values[i] = quantiles(ordered, q[i], axis, method)
        return values


def at_part(ordered, q, method):
    """The number at a part q of the way through sorted numbers, by a method."""
    if method == "linear":
        return between(ordered, q)
    else:
        way = min(max(way_by(len(ordered), q, method), 0.0), len(ordered) - 1.0)
        return at_way(ordered, way)


def way_by(count, q, method):
    """How far sorted numbers are gone through, counted in them."""
    if method == "lower":
        return math.floor(q * (count - 1))
    elif method == "higher":
        return math.ceil(q * (count - 1))
    elif method == "midpoint":
        way = q * (count - 1)
        return 0.5 * (math.floor(way) + math.ceil(way))
    elif method == "nearest":
        return np.rint(q * (count - 1))
    elif method == "hazen":
        return q * count - 0.5
    elif method == "weibull":
        return q * (count + 1) - 1.0
    elif method == "median_unbiased":
        return q * (count + 1.0 / 3.0) - 2.0 / 3.0
    elif method == "normal_unbiased":
        return q * (count + 0.25) - 0.625
    elif method == "interpolated_inverted_cdf":
        return q * count - 1.0
    else:
        return refused("this method of quantiles is not supported", 'method="linear"')


def at_way(ordered, way):
    """The number at a place between sorted numbers."""
    last = len(ordered) - 1
    below = min(int(math.floor(way)), last)
    above = min(below + 1, last)
    value = ordered[below] + (way - below) * (ordered[above] - ordered[below])
    return value if ordered[last] == ordered[last] else ordered[last]


def between(ordered, q):
    """The number at a part q of the way through sorted numbers."""
    last = len(ordered) - 1
    way = q * last
    below = min(int(math.floor(way)), last)
    above = min(below + 1, last)
    value = ordered[below] + (way - below) * (ordered[above] - ordered[below])
    return value if ordered[last] == ordered[last] else ordered[last]
