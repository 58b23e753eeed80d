"""How many elements lie between edges, and what lies in a window that moves along."""

import numpy as np

from s2sad.known.definitions import defines, lends, of_complex, refused
from s2sad.library.axes import as_array, axis_of, is_tuple
from s2sad.library.flat import flattened
from s2sad.library.parts import is_number


@defines("numpy.histogram")
def histogram(a, bins=10, range=None, density=None, weights=None):
    """The numbers of elements between edges, or the sums of their weights; the edges.

    The numbers are constant between their jumps; the edges are not, if they are made of
    the smallest and the largest element.
    """
    values = flattened(as_array(a))
    edges = edges_of(values, bins, range)
    if weights is None and not density:
        return counted_between(values, edges), edges
    elif weights is None:
        return dense(1.0 * counted_between(values, edges), edges), edges
    else:
        sums = summed_between(values, flattened(as_array(weights)), edges)
        return dense(sums, edges) if density else sums, edges


@defines("numpy.histogram_bin_edges")
def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges that np.histogram would take."""
    return edges_of(flattened(as_array(a)), bins, range)


def edges_of(values, bins, limits):
    """The edges of so many bins, or those that are given."""
    if isinstance(bins, str):
        refused("the number of bins by a rule is not supported", "a number of bins")
    elif not is_number(bins):
        return as_array(bins)
    elif limits is None:
        return spaced(np.min(values), np.max(values), bins)
    else:
        return spaced(limits[0], limits[1], bins)


def spaced(low, high, bins):
    """Edges at equal distances, around the one place where all elements are."""
    if low == high:
        return np.linspace(low - 0.5, high + 0.5, bins + 1)
    return np.linspace(1.0 * low, 1.0 * high, bins + 1)


def bin_of(value, edges):
    """The bin in which a number lies, -1 for none; the last one has both its ends."""
    if value == edges[-1]:
        return len(edges) - 2
    place = np.searchsorted(edges, value, side="right") - 1
    return place if place < len(edges) - 1 else -1


def counted_between(values, edges):
    """How many elements lie in each bin."""
    counts = np.zeros(len(edges) - 1, dtype=int)
    for value in values:
        place = bin_of(value, edges)
        if place >= 0:
            counts[place] += 1
    return counts


def summed_between(values, weights, edges):
    """The sum of the weights of those that lie in each bin."""
    sums = np.zeros(len(edges) - 1)
    for k in range(len(values)):
        place = bin_of(values[k], edges)
        if place >= 0:
            sums[place] += weights[k]
    return sums


def dense(sums, edges):
    """What has the integral 1 over all bins."""
    return sums / np.sum(sums) / (edges[1:] - edges[:-1])


@defines("numpy.lib.stride_tricks.sliding_window_view")
@lends(1)
@of_complex
def sliding_window_view(x, window_shape, axis=None):
    """What lies in a window at each of its places along an axis, as the last axis."""
    a = as_array(x)
    size = window_shape[0] if is_tuple(window_shape) else window_shape
    if a.ndim == 1:
        return windows(a, size)
    elif a.ndim == 2 and axis is not None:
        return windows_along(a, size, axis_of(a, axis))
    elif a.ndim == 2 and is_tuple(window_shape) and len(window_shape) == 2:
        return windows_of_both(a, window_shape[0], window_shape[1])
    else:
        refused("windows of these axes are not supported", "axis=0, or a matrix")


def windows(a, size):
    """The windows of a vector, one in each row."""
    if size > len(a):
        raise ValueError("window shape cannot be larger than input array shape")
    found = np.empty((len(a) - size + 1, size), a.dtype)
    for i in range(len(a) - size + 1):
        for k in range(size):
            found[i, k] = a[i + k]
    return found


def windows_of_both(a, height, width):
    """The windows of a matrix, at their places along both axes."""
    if height > a.shape[0] or width > a.shape[1]:
        raise ValueError("window shape cannot be larger than input array shape")
    rows, columns = a.shape[0] - height + 1, a.shape[1] - width + 1
    found = np.empty((rows, columns, height, width), a.dtype)
    for i in range(height):
        for k in range(width):
            found[:, :, i, k] = a[i : i + rows, k : k + columns]
    return found


def windows_along(a, size, axis):
    """The windows of a matrix along one of its axes."""
    if size > a.shape[axis]:
        raise ValueError("window shape cannot be larger than input array shape")
    count = a.shape[axis] - size + 1
    if axis == 0:
        found = np.empty((count, a.shape[1], size), a.dtype)
        for k in range(size):
            found[:, :, k] = a[k : k + count]
    else:
        found = np.empty((a.shape[0], count, size), a.dtype)
        for k in range(size):
            found[:, :, k] = a[:, k : k + count]
    return found
