"""Rows of numbers, or of arrays, that lie evenly between two."""

import numpy as np

from s2sad.known.definitions import defines
from s2sad.library.axes import as_array, converted


@defines("numpy.linspace")
def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """Numbers or arrays that lie evenly between two, along an axis of their own."""
    first, last = as_array(start), as_array(stop)
    step = (last - first) / spaces(num, endpoint)
    values = first + beside(np.arange(num), step.ndim) * step
    if endpoint and num > 1:
        values[num - 1] = last
    values = converted(placed(values, axis), dtype)
    if retstep:
        return values, step
    else:
        return values


def spaces(num, endpoint):
    """How many steps lie between the first and the last: one where there is none."""
    return max(num - 1 if endpoint else num, 1)


def beside(a, count):
    """A vector with new axes behind its own."""
    if count == 0:
        return a
    else:
        return beside(a[..., None], count - 1)


def placed(a, axis):
    """An array whose first axis is moved."""
    if axis == 0:
        return a
    else:
        return np.moveaxis(a, 0, axis)


@defines("numpy.logspace")
def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Powers of a base whose exponents lie evenly between two."""
    exponents = linspace(start, stop, num, endpoint, axis=axis)
    return converted(np.power(as_array(base), exponents), dtype)


@defines("numpy.geomspace")
def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers of one sign of which each is the same multiple of the one before."""
    first, last = as_array(start), as_array(stop)
    if np.any(first * last <= 0.0):
        raise ValueError("geomspace between numbers of two signs, or zero")
    exponents = linspace(np.log10(np.abs(first)), np.log10(np.abs(last)), num, endpoint)
    values = np.sign(first) * 10.0**exponents
    if num > 0:
        values[0] = first
    if endpoint and num > 1:
        values[num - 1] = last
    return converted(placed(values, axis), dtype)
