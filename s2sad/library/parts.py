"""Several arrays at once, and parts of arrays, for functions that join and move them.

What decides on ranks and kinds is worked out while a definition is specialised.
"""

import numpy as np

from s2sad.facts.kinds import Array, dtype_word, wider
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.known.comparable import comparable
from s2sad.library.axes import known
from s2sad.syntax import build


@known
def listed(frame, arguments, keywords, node):
    """Arrays that are given as a tuple or list, each of them an array or a number."""
    (value,) = arguments
    if not isinstance(value, Record) or not value.items:
        what = "arrays that are joined are not given one by one"
        raise frame.refuse(node, what, "a tuple or list of arrays")
    parts = [frame.expressions.as_expression(v, node) for v in value.items.values()]
    for part in parts:
        if isinstance(part.kind, Array) and not part.kind.rank:
            raise frame.refuse(node, "an array without axes is joined", "np.stack")
    return tuple_record(parts)


@known
def mapped(frame, arguments, keywords, node):
    """What a function gives for each of some values: a tuple."""
    function, values = arguments
    items = values.items.values()
    return tuple_record(
        frame.applications.apply(function, [item], {}, node) for item in items
    )


@known
def counted(frame, arguments, keywords, node):
    """The numbers from 0 on, as many as a number that is known: a tuple."""
    (count,) = map(comparable, arguments)
    if count is None or type(count.value) is not int:
        what = "how many parts there are is not a constant"
        raise frame.refuse(node, what, "a number such as 3, or slices in a loop")
    return tuple_record(map(Static, range(count.value)))


@known
def kind_of_all(frame, arguments, keywords, node):
    """The kind of the elements that hold those of several arrays."""
    (values,) = arguments
    dtypes = [item.kind.dtype for item in values.items.values()]
    return Static(np.dtype(dtype_word(wider(*dtypes))))


@known
def is_number(frame, arguments, keywords, node):
    """Whether a value is a number, not an array, tuple or None."""
    (value,) = arguments
    found = comparable(value)
    if found is not None:
        return Static(isinstance(found.value, (bool, int, float)))
    return Static(isinstance(value, Expression) and not value.kind.rank)


@known
def fitted(frame, arguments, keywords, node):
    """Check that arrays differ on one axis only."""
    values, axis = arguments
    first, *others = values.items.values()
    place = comparable(axis)
    for other in others:
        if other.kind.rank != first.kind.rank:
            raise frame.refuse(node, "arrays of different ranks are joined")
        for k in range(first.kind.rank):
            if place is None or k != place.value:
                _same_length(frame, first.node, other.node, k)
    return Static(None)


@known
def write(frame, arguments, keywords, node):
    """Write values into a part of a new array that has their shape."""
    place, values = arguments
    frame.emit(build.assign(place.node, values.node))
    return Static(None)


def _same_length(frame, first, other, axis):
    shapes = frame.shapes
    symbols = [shapes.symbol(shapes.of(node)[axis]) for node in (first, other)]
    if symbols[0] != symbols[1]:
        shapes.demand(*(shapes.length_of(node, axis) for node in (first, other)))


@known
def positive(frame, arguments, keywords, node):
    """A number, or 0 if it is negative: known where that is known."""
    (value,) = arguments
    known_value = comparable(value)
    if known_value is not None:
        return Static(max(known_value.value, 0))
    zero = build.constant(0)
    return frame.expressions.expression(build.call("max", value.node, zero))


def lengths(arrays, axis):
    """How long arrays are together, along an axis."""
    if len(arrays) == 0:
        return 0
    elif len(arrays) == 1:
        return arrays[0].shape[axis]
    else:
        return lengths(arrays[:-1], axis) + arrays[-1].shape[axis]


def front(a, axis):
    """A view of an array with one axis in the place of the first."""
    if axis == 0:
        return a
    elif a.ndim == 2:
        return a.T
    else:
        return np.swapaxes(a, 0, axis)


def along(a, axis, start, stop):
    """A part of an array along an axis: a view."""
    if axis == 0:
        return a[start:stop]
    elif axis == 1:
        return a[:, start:stop]
    elif axis == 2:
        return a[:, :, start:stop]
    else:
        return a[..., start:stop]


def resized(a, axis, length):
    """The shape of an array with another length along one axis."""
    return a.shape[:axis] + (length,) + a.shape[axis + 1 :]


def replaced(values, place, value):
    """A tuple with another value at one place."""
    return values[:place] + (value,) + values[place + 1 :]
