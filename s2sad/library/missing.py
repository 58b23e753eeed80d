"""Reductions that leave out the elements that are nan, whose derivatives are 0."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    converted,
    less,
    like,
    over,
    real,
    reduced,
    restored,
)
from s2sad.library.cumulative import cumprod, cumsum
from s2sad.library.extremes import placed
from s2sad.library.flat import flattened
from s2sad.library.statistics import between
from s2sad.library.sums import prod, summed, total


def without(a, neutral):
    """The elements that are not nan, a neutral number in the place of the others."""
    return np.where(np.isnan(a), like(a, neutral), a)


@defines("numpy.nansum", "bottleneck.nansum")
@of_complex
def nansum(a, axis=None, dtype=None, *, keepdims=False, initial=None):
    """The sum of the elements over some axes that are not nan."""
    a = without(as_array(a), 0)
    return total(a, axis, dtype, keepdims=keepdims, initial=initial)


@defines("numpy.nanprod")
@of_complex
def nanprod(a, axis=None, dtype=None, *, keepdims=False, initial=None):
    """The product of the elements over some axes that are not nan."""
    a = without(as_array(a), 1)
    return prod(a, axis, dtype, keepdims=keepdims, initial=initial)


@defines("numpy.nancumsum")
@of_complex
def nancumsum(a, axis=None, dtype=None):
    """The sums of the elements up to each that are not nan, along an axis."""
    return cumsum(without(as_array(a), 0), axis, dtype)


@defines("numpy.nancumprod")
@of_complex
def nancumprod(a, axis=None, dtype=None):
    """The products of the elements up to each that are not nan, along an axis."""
    return cumprod(without(as_array(a), 1), axis, dtype)


@defines("numpy.nanmax", "bottleneck.nanmax")
def nanmax(a, axis=None, *, keepdims=False):
    """The largest elements over some axes that are not nan."""
    a = as_array(a)
    axes = axes_of(a, axis)
    values = reduced(lambda v: v[place_of_largest(v)], a, axes, a.dtype)
    return restored(values, axes, keepdims)


@defines("numpy.nanmin", "bottleneck.nanmin")
def nanmin(a, axis=None, *, keepdims=False):
    """The smallest elements over some axes that are not nan."""
    a = as_array(a)
    axes = axes_of(a, axis)
    values = reduced(lambda v: v[place_of_smallest(v)], a, axes, a.dtype)
    return restored(values, axes, keepdims)


@defines("numpy.nanargmax", "bottleneck.nanargmax")
def nanargmax(a, axis=None, *, keepdims=False):
    """The index of the largest element along an axis that is not nan."""
    return placed(place_of_largest, as_array(a), axis, keepdims)


@defines("numpy.nanargmin", "bottleneck.nanargmin")
def nanargmin(a, axis=None, *, keepdims=False):
    """The index of the smallest element along an axis that is not nan."""
    return placed(place_of_smallest, as_array(a), axis, keepdims)


def place_of_largest(a):
    """The index of the largest element of a vector that is not nan."""
    if len(a) == 0:
        raise ValueError("there is no largest of no elements")
    place = 0
    for i in range(1, len(a)):
        if a[i] > a[place] or (a[place] != a[place] and a[i] == a[i]):
            place = i
    return place


def place_of_smallest(a):
    """The index of the smallest element of a vector that is not nan."""
    if len(a) == 0:
        raise ValueError("there is no smallest of no elements")
    place = 0
    for i in range(1, len(a)):
        if a[i] < a[place] or (a[place] != a[place] and a[i] == a[i]):
            place = i
    return place


@defines("numpy.nanmean", "bottleneck.nanmean")
@of_complex
def nanmean(a, axis=None, dtype=None, *, keepdims=False):
    """The mean of the elements over some axes that are not nan."""
    a = converted(as_array(a), dtype)
    a = converted(a, real(a))
    axes = axes_of(a, axis)
    return restored(means(a, axes), axes, keepdims)


def means(a, axes):
    """The means over some axes of the elements that are not nan."""
    return summed(without(a, 0), axes) / counts(a, axes)


def counts(a, axes):
    """How many elements over some axes are not nan."""
    one, zero = like(a, 1), like(a, 0)
    return summed(np.where(np.isnan(a), zero, one), axes)


@defines("numpy.nanvar", "bottleneck.nanvar")
def nanvar(a, axis=None, dtype=None, *, ddof=0, keepdims=False):
    """The mean square distance from the mean of the elements that are not nan."""
    a = converted(as_array(a), dtype)
    a = converted(a, real(a))
    axes = axes_of(a, axis)
    centred = without(a, 0) - restored(means(a, axes), axes, True)
    kept = np.where(np.isnan(a), like(a, 0), centred)
    values = summed(kept * kept, axes) / less(counts(a, axes), ddof)
    return restored(values, axes, keepdims)


@defines("numpy.nanstd", "bottleneck.nanstd")
def nanstd(a, axis=None, dtype=None, *, ddof=0, keepdims=False):
    """The root of the mean square distance of the elements that are not nan."""
    return np.sqrt(np.nanvar(a, axis, dtype, ddof=ddof, keepdims=keepdims))


@defines("numpy.nanmedian", "bottleneck.nanmedian")
def nanmedian(a, axis=None, *, keepdims=False):
    """The element in the middle of the sorted ones that are not nan."""
    return np.nanquantile(a, 0.5, axis, keepdims=keepdims)


@defines("numpy.nanpercentile")
def nanpercentile(a, q, axis=None, *, keepdims=False):
    """The element below which q percent of the sorted ones that are not nan are."""
    return np.nanquantile(a, q / 100.0, axis, keepdims=keepdims)


@defines("numpy.nanquantile")
def nanquantile(a, q, axis=None, *, keepdims=False):
    """The element below which a part q of the sorted ones that are not nan is."""
    a, q = as_array(a), as_array(q)
    a = converted(a, real(a))
    axes = axes_of(a, axis)
    if q.ndim > 0:
        refused("several quantiles of arrays with nan are not supported", "one by one")
    if axis is None:
        values = quantile_of_present(flattened(a), q)
    elif len(axes) == 1:
        values = over(lambda v: quantile_of_present(v, q), a, axes[0], a.dtype)
    else:
        values = refused("quantiles over several axes, but not all, are not supported")
    return restored(values, axes, keepdims)


def quantile_of_present(a, q):
    """The number at a part q of the way through the sorted ones that are not nan."""
    ordered = np.sort(a)
    count = len(a)
    while count > 1 and ordered[count - 1] != ordered[count - 1]:
        count -= 1
    return between(ordered[:count], q)
