"""The largest and the smallest elements over axes, and where they are."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    is_known,
    like,
    over,
    reduced,
    restored,
    selected,
)
from s2sad.library.flat import flattened


@defines("numpy.max", "numpy.amax")
def largest(a, axis=None, *, keepdims=False, initial=None, where=True):
    """The largest elements over some axes."""
    a = as_array(a)
    axes = axes_of(a, axis)
    if initial is None:
        unmasked(where)
        return restored(reduced(lambda v: np.max(v), a, axes, a.dtype), axes, keepdims)
    else:
        start = like(a, initial)
        a = selected(a, where, initial)
        values = reduced(lambda v: largest_from(v, start), a, axes, a.dtype)
        return restored(values, axes, keepdims)


def largest_from(a, start):
    """The largest element of a vector, or a number if all are smaller."""
    value = start
    if len(a) > 0:
        value = np.max(a)
        value = start if start > value else value
    return value


@defines("numpy.min", "numpy.amin")
def smallest(a, axis=None, *, keepdims=False, initial=None, where=True):
    """The smallest elements over some axes."""
    a = as_array(a)
    axes = axes_of(a, axis)
    if initial is None:
        unmasked(where)
        return restored(reduced(lambda v: np.min(v), a, axes, a.dtype), axes, keepdims)
    else:
        start = like(a, initial)
        a = selected(a, where, initial)
        values = reduced(lambda v: smallest_from(v, start), a, axes, a.dtype)
        return restored(values, axes, keepdims)


def smallest_from(a, start):
    """The smallest element of a vector, or a number if all are larger."""
    value = start
    if len(a) > 0:
        value = np.min(a)
        value = start if start < value else value
    return value


def unmasked(where):
    """Refuse a mask where no number says what an extreme of nothing is."""
    if not is_known(where):
        refused("where= without initial= is not supported", "initial= beside where=")


@defines("numpy.maximum.reduce")
def maximal(array, axis=0, *, keepdims=False, initial=None, where=True):
    """The largest elements over some axes."""
    return largest(array, axis, keepdims=keepdims, initial=initial, where=where)


@defines("numpy.minimum.reduce")
def minimal(array, axis=0, *, keepdims=False, initial=None, where=True):
    """The smallest elements over some axes."""
    return smallest(array, axis, keepdims=keepdims, initial=initial, where=where)


@defines("numpy.ptp")
def ptp(a, axis=None, *, keepdims=False):
    """The distance between the largest and the smallest elements over some axes."""
    return np.max(a, axis, keepdims=keepdims) - np.min(a, axis, keepdims=keepdims)


@defines("numpy.argmax")
def place_of_largest(a, axis=None, *, keepdims=False):
    """The index of the largest element along an axis."""
    return placed(lambda v: np.argmax(v), as_array(a), axis, keepdims)


@defines("numpy.argmin")
def place_of_smallest(a, axis=None, *, keepdims=False):
    """The index of the smallest element along an axis."""
    return placed(lambda v: np.argmin(v), as_array(a), axis, keepdims)


def placed(function, a, axis, keepdims):
    """What a function of vectors gives along an axis, or of all elements."""
    axes = axes_of(a, axis)
    if axis is None:
        return restored(function(flattened(a)), axes, keepdims)
    else:
        return restored(over(function, a, axes[0], np.int64), axes, keepdims)


@defines("numpy.any")
def any_of(a, axis=None, *, keepdims=False, where=True):
    """Whether one of the elements over some axes is true."""
    a = selected(as_array(a), where, False)
    axes = axes_of(a, axis)
    return restored(reduced(lambda v: np.any(v), a, axes, np.bool_), axes, keepdims)


@defines("numpy.all")
def all_of(a, axis=None, *, keepdims=False, where=True):
    """Whether all of the elements over some axes are true."""
    a = selected(as_array(a), where, True)
    axes = axes_of(a, axis)
    return restored(reduced(lambda v: np.all(v), a, axes, np.bool_), axes, keepdims)


@defines("numpy.count_nonzero")
@of_complex
def count_nonzero(a, axis=None, *, keepdims=False):
    """The number of elements over some axes that are not 0."""
    a = as_array(a)
    return np.sum(a != 0, axis_or_all(a, axis), keepdims=keepdims)


def axis_or_all(a, axis):
    """The axes as a sum takes them: None for all."""
    axes = axes_of(a, axis)
    return None if len(axes) == a.ndim else axes
