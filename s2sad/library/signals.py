"""Convolutions, slopes along axes, angles without jumps."""

import math

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import axis_of
from s2sad.library.inverses import as_floats
from s2sad.library.parts import kind_of_all


@defines("numpy.convolve")
@of_complex
def convolve(a, v, mode="full"):
    """The sums of products of a and of v backwards, at every shift."""
    a, v = as_floats(a), as_floats(v)
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter, longer = min(len(a), len(v)), max(len(a), len(v))
    first, count = shifts(shorter, longer, (shorter - 1) // 2, mode)
    result = np.empty(count, kind_of_all((a, v)))
    for k in range(count):
        shift = first + k
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total += a[n] * v[shift - n]
        result[k] = total
    return result


@defines("numpy.correlate")
def correlate(a, v, mode="valid"):
    """The sums of products of a and v, at every shift."""
    a, v = as_floats(a), as_floats(v)
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be correlated are empty")
    shorter, longer = min(len(a), len(v)), max(len(a), len(v))
    middle = (shorter - 1) // 2 if len(a) >= len(v) else shorter // 2
    first, count = shifts(shorter, longer, middle, mode)
    result = np.empty(count, a.dtype if a.dtype == v.dtype else np.float64)
    for k in range(count):
        shift = len(v) - 1 - first - k
        total = 0.0
        for n in range(max(0, shift), min(len(v), len(a) + shift)):
            total += a[n - shift] * v[n]
        result[k] = total
    return result


def shifts(shorter, longer, middle, mode):
    """The first shift of a convolution in a mode, and their number."""
    if mode == "full":
        first, count = 0, shorter + longer - 1
    elif mode == "same":
        first, count = middle, longer
    elif mode == "valid":
        first, count = shorter - 1, longer - shorter + 1
    else:
        refused("a convolution in this mode is not supported", "full, same or valid")
    return first, count


@defines("numpy.gradient")
@of_complex
def gradient(f, *varargs, axis=None, edge_order=1):
    """The slopes of an array along its axes, by central differences."""
    if axis is not None:
        spacing = varargs[0] if len(varargs) == 1 else 1.0
        if len(varargs) > 1 or not isinstance(axis, int):
            refused("gradient along some of the axes", "one call an axis")
        return slopes(f, spacing, axis_of(f, axis), edge_order)
    if len(varargs) not in (0, 1, f.ndim):
        refused("gradient with other numbers of spacings and axes")
    first = varargs[0] if len(varargs) > 0 else 1.0
    if f.ndim == 1:
        return slopes(f, first, 0, edge_order)
    second = varargs[1] if len(varargs) > 1 else first
    if f.ndim == 2:
        return slopes(f, first, 0, edge_order), slopes(f, second, 1, edge_order)
    if f.ndim > 3:
        refused("gradient along four axes is not supported", "one call an axis")
    third = varargs[2] if len(varargs) > 2 else first
    return (
        slopes(f, first, 0, edge_order),
        slopes(f, second, 1, edge_order),
        slopes(f, third, 2, edge_order),
    )


def slopes(f, spacing, axis, edge_order):
    """The slopes along one axis, for a step or for the places of the elements."""
    f = as_floats(f)
    result = np.empty_like(f)
    if axis > 0:
        for i in range(len(f)):
            result[i] = slopes(f[i], spacing, axis - 1, edge_order)
        return result
    last = len(f) - 1
    if last < edge_order:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        if spacing.ndim == 0:
            result[i] = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
        else:
            result[i] = middle_slope(
                *(f[i - 1], f[i], f[i + 1]),
                *(spacing[i] - spacing[i - 1], spacing[i + 1] - spacing[i]),
            )
    if spacing.ndim == 0:
        if edge_order == 1:
            result[0] = (f[1] - f[0]) / spacing
            result[last] = (f[last] - f[last - 1]) / spacing
        else:
            result[0] = edge_slope(f[0], f[1], f[2], spacing, spacing)
            result[last] = -edge_slope(
                f[last], f[last - 1], f[last - 2], spacing, spacing
            )
        return result
    before, after = spacing[1] - spacing[0], spacing[last] - spacing[last - 1]
    if edge_order == 1:
        result[0] = (f[1] - f[0]) / before
        result[last] = (f[last] - f[last - 1]) / after
    else:
        result[0] = edge_slope(f[0], f[1], f[2], before, spacing[2] - spacing[1])
        result[last] = -edge_slope(
            *(f[last], f[last - 1], f[last - 2]),
            *(after, spacing[last - 1] - spacing[last - 2]),
        )
    return result


def middle_slope(left, middle, right, before, after):
    """The slope in the middle of a parabola through three points."""
    rising = (right - middle) * (before / (after * (before + after)))
    return rising + (middle - left) * (after / (before * (before + after)))


def edge_slope(first, second, third, near, far):
    """The slope at the first point of a parabola through three points."""
    rising = (second - first) * ((near + far) / (near * far))
    return rising - (third - first) * (near / (far * (near + far)))


@defines("numpy.unwrap")
def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Angles of which whole periods are taken off where they jump by more than half."""
    if axis_of(p, axis) < p.ndim - 1:
        if p.ndim > 2:
            refused("unwrap along this axis is not supported", "the last axis")
        return unwrap(p.T, discont, -1, period=period).T
    p = as_floats(p)
    result = np.empty_like(p)
    if p.ndim > 1:
        for i in range(len(p)):
            result[i] = unwrap(p[i], discont, -1, period=period)
        return result
    half = 0.5 * period
    least = half if discont is None else max(discont, half)
    turns = 0.0
    for i in range(len(p)):
        if i > 0:
            step = p[i] - p[i - 1]
            if abs(step) >= least:
                jump = math.floor((step + half) / period)
                if step > 0.0 and step + half == jump * period:
                    jump -= 1
                turns += jump
        result[i] = p[i] - turns * period
    return result


@defines("numpy.cross", "numpy.linalg.cross")
@of_complex
def cross(a, b, axis=-1):
    """The vectors that stand on pairs of vectors in space."""
    if axis not in (-1, (a.ndim if a.ndim > b.ndim else b.ndim) - 1):
        refused("cross along this axis is not supported", "the last axis")
    a, b = as_floats(a), as_floats(b)
    if a.ndim == 1 and b.ndim == 1:
        if len(a) != 3 or len(b) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        return np.array(
            [
                a[1] * b[2] - a[2] * b[1],
                a[2] * b[0] - a[0] * b[2],
                a[0] * b[1] - a[1] * b[0],
            ]
        )
    count = len(b) if a.ndim < b.ndim else len(a)
    if a.ndim == b.ndim and len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape = b.shape if a.ndim < b.ndim else a.shape
    result = np.empty(shape, a.dtype if a.dtype == b.dtype else np.float64)
    for i in range(count):
        if a.ndim < b.ndim:
            result[i] = cross(a, b[i])
        elif a.ndim > b.ndim:
            result[i] = cross(a[i], b)
        else:
            result[i] = cross(a[i], b[i])
    return result
