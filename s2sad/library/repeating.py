"""Elements more than once, at other places, or with others around them."""

import numpy as np

from s2sad.facts.values import Record, Static, tuple_record
from s2sad.known.comparable import comparable
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array, axis_of, is_tuple, known
from s2sad.library.flat import in_a_row
from s2sad.library.parts import front, is_number, resized


@defines("numpy.repeat")
@of_complex
def repeat(a, repeats, axis=None):
    """Each element as often as told, one after the other, along an axis."""
    if axis is None:
        return repeated(in_a_row(as_array(a)), as_array(repeats), 0)
    else:
        return repeated(as_array(a), as_array(repeats), axis_of(as_array(a), axis))


def repeated(a, repeats, axis):
    """Each element as often as told, one after the other, along an axis."""
    if is_number(repeats):
        count = a.shape[axis] * repeats
        whole = np.empty(resized(a, axis, count), a.dtype)
        place, rows = front(whole, axis), front(a, axis)
        for i in range(a.shape[axis]):
            for k in range(repeats):
                place[i * repeats + k] = rows[i]
        return whole
    else:
        if len(repeats) != a.shape[axis]:
            raise ValueError("there is not one count of repeats for each element")
        whole = np.empty(resized(a, axis, np.sum(repeats)), a.dtype)
        place, rows = front(whole, axis), front(a, axis)
        start = 0
        for i in range(len(repeats)):
            for k in range(repeats[i]):
                place[start + k] = rows[i]
            start += repeats[i]
        return whole


@known
def repeats_of(frame, arguments, keywords, node):
    """How often an array is repeated along each axis, from the first."""
    array, reps = arguments
    rank = getattr(array.kind, "rank", 0)
    counts = list(reps.items.values()) if isinstance(reps, Record) else [reps]
    if isinstance(comparable(reps), Static):
        given = comparable(reps).value
        counts = list(map(Static, given if isinstance(given, tuple) else (given,)))
    return tuple_record([Static(1)] * (rank - len(counts)) + counts)


@defines("numpy.tile")
@of_complex
def tile(A, reps):
    """An array again and again, as often along each axis as told."""
    array = as_array(A)
    counts = repeats_of(array, reps)
    return tiled(with_axes(array, len(counts)), counts, 0)


def with_axes(a, rank):
    """An array with new axes before its own, up to a rank."""
    if a.ndim >= rank:
        return a
    elif a.ndim == 0:
        return with_axes(np.array([a]), rank)
    else:
        return with_axes(a[None], rank)


def tiled(a, counts, axis):
    """An array again and again along axes, from one on."""
    if axis == len(counts):
        return a.copy() if counts_nothing(counts) else a
    elif counts_nothing(counts[axis : axis + 1]):
        return tiled(a, counts, axis + 1)
    else:
        return tiled(again(a, counts[axis], axis), counts, axis + 1)


@known
def counts_nothing(frame, arguments, keywords, node):
    """Whether all counts are known to be 1."""
    counts = [comparable(value) for value in arguments[0].items.values()]
    return Static(all(count is not None and count.value == 1 for count in counts))


def again(a, count, axis):
    """An array as often as told, one after the other, along an axis."""
    length = a.shape[axis]
    whole = np.empty(resized(a, axis, count * length), a.dtype)
    place, rows = front(whole, axis), front(a, axis)
    for k in range(count):
        for i in range(length):
            place[k * length + i] = rows[i]
    return whole


@defines("numpy.roll")
@of_complex
def roll(a, shift, axis=None):
    """The elements moved on along axes; those that leave at the end come in again."""
    if axis is None and a.ndim > 1:
        return np.reshape(rolled(in_a_row(a), shift, 0), a.shape)
    elif axis is None:
        return rolled(a, shift, 0)
    elif is_tuple(axis):
        return rolled_along(a, shift, axis)
    else:
        return rolled(a, shift, axis_of(a, axis))


def rolled_along(a, shift, axes):
    """The elements moved on along each of some axes."""
    if len(axes) == 0:
        return a.copy()
    elif is_tuple(shift):
        rest = rolled_along(a, shift[1:], axes[1:])
        return rolled(rest, shift[0], axis_of(a, axes[0]))
    else:
        return rolled(rolled_along(a, shift, axes[1:]), shift, axis_of(a, axes[0]))


def rolled(a, shift, axis):
    """The elements moved on along an axis."""
    length = a.shape[axis]
    whole = np.empty(a.shape, a.dtype)
    place, rows = front(whole, axis), front(a, axis)
    for i in range(length):
        place[i] = rows[(i - shift) % length]
    return whole


# With others around them


@known
def margins(frame, arguments, keywords, node):
    """Pairs of how many elements come before and after, for each axis."""
    array, width = arguments
    rank = array.kind.rank
    items = _items(width)
    if items is None:
        return tuple_record([tuple_record([width, width])] * rank)
    pairs = [_items(item) or [item] for item in items]
    if all(len(pair) == 1 for pair in pairs) and len(pairs) in (1, 2):
        flat = [pair[0] for pair in pairs]
        if _items(items[0]) is None:
            return tuple_record([tuple_record([flat[0], flat[-1]])] * rank)
    if len(pairs) == 1:
        pairs = pairs * rank
    if len(pairs) != rank:
        raise frame.refuse(node, "the widths of padding don't match the axes")
    return tuple_record(tuple_record([pair[0], pair[-1]]) for pair in pairs)


def _items(value):
    """The parts of a tuple or list, or None for a number."""
    if isinstance(value, Record):
        return list(value.items.values())
    known_value = getattr(value, "value", None)
    if isinstance(known_value, (tuple, list)):
        return [Static(item) for item in known_value]
    return None


@defines("numpy.pad")
def pad(array, pad_width, mode="constant", *, constant_values=0):
    """An array with more elements around it."""
    if mode not in ("constant", "edge", "reflect", "symmetric", "wrap"):
        return refused("this mode of np.pad", "'constant', 'edge', 'reflect' or 'wrap'")
    elif is_tuple(constant_values):
        return refused("several constant_values of np.pad", "one number")
    else:
        return padded(array, margins(array, pad_width), 0, mode, constant_values)


def padded(a, widths, axis, mode, constant):
    """An array with more elements around it, along axes from one on."""
    if axis == len(widths):
        return a
    elif counts_none(widths[axis]):
        return padded(a, widths, axis + 1, mode, constant)
    elif mode == "constant":
        longer = framed(a, widths[axis][0], widths[axis][1], axis, constant)
        return padded(longer, widths, axis + 1, mode, constant)
    else:
        longer = continued(a, widths[axis][0], widths[axis][1], axis, mode)
        return padded(longer, widths, axis + 1, mode, constant)


@known
def counts_none(frame, arguments, keywords, node):
    """Whether both widths are known to be 0."""
    found = comparable(arguments[0])
    return Static(found is not None and not any(found.value))


def framed(a, before, after, axis, constant):
    """An array between constants along an axis."""
    length = a.shape[axis]
    whole = np.empty(resized(a, axis, before + length + after), a.dtype)
    place, rows = front(whole, axis), front(a, axis)
    for i in range(before):
        place[i] = constant
    for i in range(length):
        place[before + i] = rows[i]
    for i in range(after):
        place[before + length + i] = constant
    return whole


def continued(a, before, after, axis, mode):
    """An array continued at both ends along an axis."""
    length = a.shape[axis]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    whole = np.empty(resized(a, axis, before + length + after), a.dtype)
    place, rows = front(whole, axis), front(a, axis)
    for i in range(before + length + after):
        if mode == "edge":
            place[i] = rows[min(max(i - before, 0), length - 1)]
        elif mode == "wrap":
            place[i] = rows[(i - before) % length]
        elif mode == "symmetric":
            k = (i - before) % (2 * length)
            place[i] = rows[min(k, 2 * length - 1 - k)]
        else:
            period = max(2 * length - 2, 1)
            k = (i - before) % period
            place[i] = rows[min(k, period - k)]
    return whole
