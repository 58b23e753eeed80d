"""Axes, known while a function is specialised, and functions of vectors along them."""

from typing import Any

import numpy as np

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Record, Static, tuple_record
from s2sad.known.comparable import comparable
from s2sad.known.constants import constant
from s2sad.syntax.marks import mark


def known(function) -> Any:
    """Declare what is worked out while a definition is specialised, of its values."""
    return mark(function, function)


@known
def as_array(frame, arguments, keywords, node):
    """The first argument of a function of NumPy: a number, an array, or a list."""
    (value,) = arguments
    if isinstance(value, Record):
        return frame.applications.array_of(value, node)
    value = frame.expressions.as_expression(value, node)
    if not isinstance(value.kind, (Array, Scalar)):
        raise frame.refuse(node, f"a {value.kind} is used as an array", "an array")
    return value


@known
def axes_of(frame, arguments, keywords, node):
    """The axes that an argument `axis` names, from the first: a tuple."""
    array, axis = arguments
    refusal = frame.refuse(node, "an axis is not a constant", "a number such as axis=0")
    rank, given = array.kind.rank, constant(frame, axis, refusal)
    if given.value is None:
        return tuple_record(map(Static, range(rank)))
    axes = given.value if isinstance(given.value, (tuple, list)) else (given.value,)
    for axis in axes:
        if type(axis) is not int or not -rank <= axis < rank:
            raise frame.refuse(node, f"axis {axis} of an array of rank {rank}")
    found = sorted(axis % rank for axis in axes)
    if len(set(found)) < len(found):
        raise frame.refuse(node, "one axis is named twice")
    return tuple_record(map(Static, found))


@known
def fixed(frame, arguments, keywords, node):
    """A number that must be known."""
    (value,) = arguments
    refusal = frame.refuse(node, "a count is not a constant", "a number")
    return constant(frame, value, refusal)


@known
def is_known(frame, arguments, keywords, node):
    """Whether a value is a constant, not a number or array of the running function."""
    (value,) = arguments
    return Static(comparable(value) is not None)


@known
def is_tuple(frame, arguments, keywords, node):
    """Whether a value is a tuple or a list."""
    (value,) = arguments
    is_table = isinstance(getattr(value, "value", None), (tuple, list))
    return Static(is_table or isinstance(value, Record))


@known
def real(frame, arguments, keywords, node):
    """The kind of the elements that a mean of these has."""
    (array,) = arguments
    return Static(np.dtype(array.kind.dtype if array.kind.is_float else "float64"))


@known
def whole(frame, arguments, keywords, node):
    """The kind of the elements that a sum of these has: truths are counted."""
    (array,) = arguments
    return Static(np.dtype(array.kind.dtype if array.kind.is_float else "int64"))


def axis_of(a, axis):
    """The one axis that an argument names, from the first."""
    return axes_of(a, axis)[0]


def along_axis(function, a, axis, dtype):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[:axis] + a.shape[axis + 1 :], dtype)
    if a.ndim == 2:
        for i in range(length(a, axis, 0)):
            values[i] = function(a[:, i] if axis == 0 else a[i])
    elif a.ndim == 3:
        for i in range(length(a, axis, 0)):
            for j in range(length(a, axis, 1)):
                values[i, j] = function(vector(a, axis, i, j))
    else:
        for i in range(length(a, axis, 0)):
            for j in range(length(a, axis, 1)):
                for k in range(length(a, axis, 2)):
                    row = a[:, i, j, k] if axis == 0 else vector(a[i], axis - 1, j, k)
                    values[i, j, k] = function(row)
    return values


def length(a, axis, k):
    """The length of the k-th axis of those that are not the one given."""
    return a.shape[k] if k < axis else a.shape[k + 1]


def vector(a, axis, i, j):
    """The vector along an axis of an array of rank 3, at a place on the other two."""
    if axis == 0:
        return a[:, i, j]
    elif axis == 1:
        return a[i, :, j]
    else:
        return a[i, j]


def reduced(function, a, axes, dtype):
    """What a function of vectors gives along some axes, the last of them first."""
    if len(axes) == 0:
        return a
    elif len(axes) == 1:
        return over(function, a, axes[0], dtype)
    else:
        return reduced(function, over(function, a, axes[-1], dtype), axes[:-1], dtype)


def over(function, a, axis, dtype):
    """What a function of vectors gives along one axis: of a vector, a number."""
    return function(a) if a.ndim == 1 else along_axis(function, a, axis, dtype)


def restored(values, axes, keepdims):
    """An array with the axes that went, of length 1, if they are to be kept."""
    if not keepdims or len(axes) == 0:
        return values
    elif values.ndim == 0:
        return np.full((1,) * len(axes), values)
    elif len(axes) == 1:
        return np.expand_dims(values, axes[0])
    else:
        return restored(np.expand_dims(values, axes[0]), axes[1:], keepdims)


def selected(a, where, neutral):
    """The elements of an array where a mask holds, a neutral number elsewhere."""
    if is_known(where):
        return a
    else:
        return np.where(where, a, like(a, neutral))


def like(a, number):
    """A number of the kind that the elements of an array have."""
    if a.dtype == np.float32:
        return np.float32(number)
    elif a.dtype == np.complex128:
        return complex(number)
    elif a.dtype == np.float64 and is_known(number):
        return float(number)
    else:
        return number


def count_of(a, axes):
    """How many elements there are along some axes."""
    if len(axes) == a.ndim:
        return len(a) if a.ndim == 1 else a.size
    elif len(axes) == 1:
        return a.shape[axes[0]]
    else:
        return a.shape[axes[0]] * count_of(a, axes[1:])


def less(count, ddof):
    """A number of observations, less the degrees of freedom that are used up."""
    return count if ddof == 0 else count - ddof


def converted(a, dtype):
    """An array with elements of another kind, if one is asked for."""
    if dtype is None or a.dtype == dtype:
        return a
    elif a.ndim == 0:
        return np.dtype(dtype).type(a)
    else:
        values = np.empty(a.shape, dtype)
        values[:] = a
        return values
