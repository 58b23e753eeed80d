"""Running sums and products, differences, and integrals of values."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    axis_of,
    converted,
    fixed,
    like,
    over,
    real,
    whole,
)
from s2sad.library.flat import flattened
from s2sad.library.lines import at, each_line
from s2sad.library.parts import resized


@defines("numpy.cumsum", "numpy.cumulative_sum")
@of_complex
def cumsum(a, axis=None, dtype=None):
    """The sums of the elements up to each, along an axis."""
    a = converted(as_array(a), dtype)
    if axis is None:
        return running_sums(flattened(a))
    along = axes_of(a, axis)[0]
    if a.ndim == 2:
        return sums_along(a, along)
    return each_line(running_sums, a, along, whole(a))


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), whole(a))
    running = like(a, 0)
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def sums_along(a, axis):
    """The sums of the elements of a matrix up to each, along an axis."""
    values = np.empty(a.shape, whole(a))
    for k in range(a.shape[1 - axis]):
        running = like(a, 0)
        for i in range(a.shape[axis]):
            running += a[at(axis, i, k)]
            values[at(axis, i, k)] = running
    return values


@defines("numpy.cumprod", "numpy.cumulative_prod")
@of_complex
def cumprod(a, axis=None, dtype=None):
    """The products of the elements up to each, along an axis."""
    a = converted(as_array(a), dtype)
    if axis is None:
        return running_products(flattened(a))
    along = axes_of(a, axis)[0]
    if a.ndim == 2:
        return products_along(a, along)
    return each_line(running_products, a, along, whole(a))


def running_products(a):
    """The products of the elements of a vector up to each."""
    values = np.empty(len(a), whole(a))
    running = like(a, 1)
    for i in range(len(a)):
        running *= a[i]
        values[i] = running
    return values


def products_along(a, axis):
    """The products of the elements of a matrix up to each, along an axis."""
    values = np.empty(a.shape, whole(a))
    for k in range(a.shape[1 - axis]):
        running = like(a, 1)
        for i in range(a.shape[axis]):
            running *= a[at(axis, i, k)]
            values[at(axis, i, k)] = running
    return values


@defines("numpy.ediff1d")
def ediff1d(ary, to_end=None, to_begin=None):
    """The differences of neighbours in the row of all elements."""
    if to_end is not None or to_begin is not None:
        refused("to_end= and to_begin= of np.ediff1d", "np.concatenate")
    return np.diff(flattened(as_array(ary)))


@defines("numpy.diff")
@of_complex
def diff(a, n=1, axis=-1, prepend=None, append=None):
    """The differences between neighbours along an axis, n times over."""
    a = as_array(a)
    along = axes_of(a, axis)[0]
    times = fixed(n)
    if times > 0 and (prepend is not None or append is not None):
        before = () if prepend is None else (as_end(prepend, a, along),)
        after = () if append is None else (as_end(append, a, along),)
        return diff(np.concatenate(before + (a,) + after, along), times, axis)
    elif times == 0:
        return a
    elif times == 1 and a.dtype == bool:
        return from_second(a, along) != to_last(a, along)
    elif times == 1:
        return from_second(a, along) - to_last(a, along)
    else:
        return diff(diff(a, times - 1, axis), 1, axis)


def as_end(values, a, axis):
    """What is joined to an end of an array: a number stands for one element a line."""
    values = as_array(values)
    if values.ndim == 0:
        return np.full(resized(a, axis, 1), values)
    else:
        return values


def from_second(a, axis):
    """All elements but the first along an axis."""
    if axis == 0:
        return a[1:]
    elif axis == 1:
        return a[:, 1:]
    elif axis == 2:
        return a[:, :, 1:]
    else:
        return a[:, :, :, 1:]


def to_last(a, axis):
    """All elements but the last along an axis."""
    if axis == 0:
        return a[:-1]
    elif axis == 1:
        return a[:, :-1]
    elif axis == 2:
        return a[:, :, :-1]
    else:
        return a[:, :, :, :-1]


@defines("numpy.trapezoid", "numpy.trapz", "scipy.integrate.trapezoid")
@of_complex
def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The integral along an axis, by the trapezoidal rule."""
    y = as_array(y)
    along = axes_of(y, axis)[0]
    if x is None:
        return over(lambda v: even_integral(v, dx), y, along, y.dtype)
    else:
        places = as_array(x)
        if places.ndim != 1:
            refused("places of more than one axis are not supported", "a vector x")
        return over(lambda v: integral(v, places), y, along, y.dtype)


def even_integral(y, dx):
    """The integral of values at even distances, by the trapezoidal rule."""
    total = like(y, 0)
    for i in range(len(y) - 1):
        total += y[i] + y[i + 1]
    return total * like(y, dx) * like(y, 0.5)


def integral(y, x):
    """The integral of values at some places, by the trapezoidal rule."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = like(y, 0)
    for i in range(len(y) - 1):
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * like(y, 0.5)


@defines("scipy.integrate.simpson")
def simpson(y, x=None, *, dx=1.0, axis=-1):
    """The integral of values along an axis, by Simpson's rule."""
    y = as_array(y)
    a = converted(y, real(y))
    places = np.arange(a.shape[axis]) * dx if x is None else as_array(x)
    if places.ndim > 1:
        refused("places that are no vector are not supported", "a loop over the rows")
    return over(lambda v: by_parabolas(v, places), a, axis_of(a, axis), a.dtype)


def by_parabolas(y, x):
    """The integral of a vector: parabolas through three points, one after the other."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = like(y, 0)
    for i in range(2, len(y), 2):
        h, k = x[i - 1] - x[i - 2], x[i] - x[i - 1]
        middle = y[i - 1] * (h + k) * ((h + k) / (h * k))
        ends = y[i - 2] * (2.0 - k / h) + y[i] * (2.0 - h / k)
        total += (h + k) / 6.0 * (ends + middle)
    if len(y) == 2:
        total += 0.5 * (x[1] - x[0]) * (y[0] + y[1])
    elif len(y) % 2 == 0 and len(y) > 0:
        h, k = x[-2] - x[-3], x[-1] - x[-2]
        total += y[-1] * (2.0 * k**2 + 3.0 * h * k) / (6.0 * (h + k))
        total += y[-2] * (k**2 + 3.0 * h * k) / (6.0 * h)
        total -= y[-3] * k**3 / (6.0 * h * (h + k))
    return total


@defines("scipy.integrate.cumulative_trapezoid")
@of_complex
def cumulative_trapezoid(y, x=None, dx=1.0, initial=None):
    """The integrals up to each element of a vector, by the trapezoidal rule."""
    y = as_array(y)
    if y.ndim != 1:
        refused("cumulative_trapezoid of ranks above 1 is not supported", "its rows")
    first = 0 if initial is None else 1
    values = np.empty(len(y) - 1 + first, y.dtype)
    if initial is not None:
        values[0] = initial
    running = like(y, 0)
    for i in range(len(y) - 1):
        step = dx if x is None else x[i + 1] - x[i]
        running += step * (y[i] + y[i + 1]) * like(y, 0.5)
        values[i + first] = running
    return values


@defines("numpy.add.accumulate")
def accumulated_sums(array, axis=0):
    """The sums of the elements up to each, along the first axis."""
    return cumsum(array, axis)


@defines("numpy.multiply.accumulate")
def accumulated_products(array, axis=0):
    """The products of the elements up to each, along the first axis."""
    return cumprod(array, axis)


@defines("numpy.maximum.accumulate")
def accumulated_maxima(array, axis=0):
    """The largest of the elements up to each, along an axis."""
    return accumulated(lambda x, y: np.maximum(x, y), as_array(array), axis)


@defines("numpy.minimum.accumulate")
def accumulated_minima(array, axis=0):
    """The smallest of the elements up to each, along an axis."""
    return accumulated(lambda x, y: np.minimum(x, y), as_array(array), axis)


@defines("numpy.fmax.accumulate")
def accumulated_fmax(array, axis=0):
    """The same of the largest, nan being left out."""
    return accumulated(lambda x, y: np.fmax(x, y), as_array(array), axis)


@defines("numpy.fmin.accumulate")
def accumulated_fmin(array, axis=0):
    """The same of the smallest, nan being left out."""
    return accumulated(lambda x, y: np.fmin(x, y), as_array(array), axis)


def accumulated(join, a, axis):
    """What joins the elements up to each, along an axis."""
    return each_line(lambda v: running(join, v), a, axes_of(a, axis)[0], a.dtype)


def running(join, a):
    """What joins the elements of a vector up to each."""
    values = np.empty(len(a), a.dtype)
    for i in range(len(a)):
        if i == 0:
            values[i] = a[i]
        else:
            values[i] = join(values[i - 1], a[i])
    return values
