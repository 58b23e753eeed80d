"""Sums and products over axes, and means of elements with weights."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    converted,
    count_of,
    is_known,
    like,
    over,
    real,
    reduced,
    restored,
    selected,
    whole,
)


@defines("numpy.sum")
@of_complex
def total(a, axis=None, dtype=None, *, keepdims=False, initial=None, where=True):
    """The sum of the elements over some axes."""
    a = selected(converted(as_array(a), dtype), where, 0)
    axes = axes_of(a, axis)
    values = restored(summed(a, axes), axes, keepdims)
    return values if initial is None else like(a, initial) + values


def summed(a, axes):
    """The sum of the elements over some axes, the last of them first."""
    if len(axes) == a.ndim > 0:
        return np.sum(a)
    elif len(axes) == 0:
        return a
    elif len(axes) == 1:
        return np.sum(a, axes[0])
    else:
        return summed(np.sum(a, axes[-1]), axes[:-1])


@defines("numpy.add.reduce")
@of_complex
def added(array, axis=0, dtype=None, *, keepdims=False, initial=None, where=True):
    """The sum of the elements over some axes."""
    return total(array, axis, dtype, keepdims=keepdims, initial=initial, where=where)


@defines("numpy.prod")
@of_complex
def prod(a, axis=None, dtype=None, *, keepdims=False, initial=None, where=True):
    """The product of the elements over some axes."""
    a = selected(converted(as_array(a), dtype), where, 1)
    axes = axes_of(a, axis)
    values = restored(reduced(product, a, axes, whole(a)), axes, keepdims)
    return values if initial is None else like(a, initial) * values


@defines("numpy.multiply.reduce")
@of_complex
def multiplied(array, axis=0, dtype=None, *, keepdims=False, initial=None, where=True):
    """The product of the elements over some axes."""
    return prod(array, axis, dtype, keepdims=keepdims, initial=initial, where=where)


def product(a):
    """The product of the elements of a vector."""
    value = like(a, 1)
    for i in range(len(a)):
        value *= a[i]
    return value


@defines("numpy.mean")
@of_complex
def mean(a, axis=None, dtype=None, *, keepdims=False, where=True):
    """The mean of the elements over some axes."""
    a = converted(as_array(a), dtype)
    a = a if a.dtype == real(a) else converted(a, np.float64)
    axes = axes_of(a, axis)
    if not is_known(where):
        return masked_mean(a, axes, keepdims, where)
    elif a.ndim == 0:
        return a
    elif len(axes) == a.ndim:
        return restored(np.mean(a), axes, keepdims)
    else:
        values = summed(a, axes) / like(a, count_of(a, axes))
        return restored(values, axes, keepdims)


def masked_mean(a, axes, keepdims, where):
    """The mean of the elements over some axes, where a mask holds."""
    chosen = selected(a, where, 0)
    counts = summed(selected(np.ones_like(a), where, 0), axes)
    return restored(summed(chosen, axes) / counts, axes, keepdims)


@defines("numpy.average")
def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean of the elements over some axes, each counted with its weight."""
    a = as_array(a)
    axes = axes_of(a, axis)
    if weights is None:
        return average(a, axis, np.ones_like(a), returned, keepdims=keepdims)
    elif weights.ndim == a.ndim:
        totals = restored(summed(a * weights, axes), axes, keepdims)
        counts = restored(summed(weights, axes), axes, keepdims)
    elif weights.ndim == 1 and len(axes) == 1:
        sums = over(lambda v: weighted(v, weights), a, axes[0], real(a))
        totals = restored(sums, axes, keepdims)
        counts = np.full_like(totals, np.sum(weights))
    else:
        totals = counts = refused("weights have another shape than the array", "axis=")
    return (totals / counts, counts) if returned else totals / counts


def weighted(a, weights):
    """The sum of the elements of a vector, each times its weight."""
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")
    value = like(a, 0)
    for i in range(len(a)):
        value += a[i] * weights[i]
    return value
