"""What a function of vectors gives along an axis, or one of an array over several."""

import numpy as np

from s2sad.facts.values import Record, Static
from s2sad.known.definitions import defines, refused
from s2sad.known.trial import tried
from s2sad.library.axes import as_array, axis_of, known, over
from s2sad.syntax import build


def _given(frame, arguments, node):
    """What a function gives for a vector along an axis of an array."""
    function, array = arguments
    line = build.subscript(array.node, *[build.constant(0)] * (array.kind.rank - 1))
    return tried(frame, lambda: _kind_of_call(frame, function, line, node))


def _kind_of_call(frame, function, line, node):
    given = [frame.expressions.expression(line)]
    value = frame.applications.apply(function, given, {}, node)
    if isinstance(value, Record):
        value = frame.applications.array_of(value, node)
    return frame.expressions.as_expression(value, node).kind


@known
def dtype_along(frame, arguments, keywords, node):
    """The dtype of what a function gives for a vector."""
    return Static(np.dtype(_given(frame, arguments, node).dtype))


@known
def rank_along(frame, arguments, keywords, node):
    """How many axes what a function gives for a vector has."""
    return Static(_given(frame, arguments, node).rank)


@defines("numpy.apply_along_axis")
def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """What a function of vectors, and of more, gives along an axis."""
    a = as_array(arr)
    if len(args) + len(kwargs) > 0:
        return apply_along_axis(lambda v: func1d(v, *args, **kwargs), axis, a)
    along = axis_of(a, axis)
    if a.ndim == 1:
        return as_array(func1d(a))
    elif rank_along(func1d, a) == 0:
        return over(func1d, a, along, dtype_along(func1d, a))
    elif rank_along(func1d, a) == 1 and a.ndim == 2:
        if along == 0:
            return rows_of(func1d, a.T, dtype_along(func1d, a)).T
        else:
            return rows_of(func1d, a, dtype_along(func1d, a))
    else:
        what = "np.apply_along_axis of a function that gives an array, over many axes"
        return refused(what, "a loop over the vectors")


def rows_of(func1d, a, dtype):
    """The vectors that a function gives for the rows of a matrix, as rows."""
    values = np.empty((len(a), len(as_array(func1d(a[0])))), dtype)
    for i in range(len(a)):
        values[i] = as_array(func1d(a[i]))
    return values


@defines("numpy.apply_over_axes")
def apply_over_axes(func, a, axes):
    """What a function of an array and an axis gives, of one axis after the other."""
    value = as_array(a)
    for axis in (axes,) if np.ndim(axes) == 0 else tuple(axes):
        value = as_deep_as(value, func(value, axis), axis)
    return value


def as_deep_as(value, reduced, axis):
    """What is reduced along an axis, with one element there if that is gone."""
    if np.ndim(reduced) == value.ndim:
        return reduced
    else:
        return np.expand_dims(as_array(reduced), axis)
