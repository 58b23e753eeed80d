"""Arrays joined to one."""

import numpy as np

from s2sad.facts.values import Static, is_of, tuple_record
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array, axis_of, is_tuple, known
from s2sad.library.flat import in_a_row
from s2sad.library.layout import atleast_1d, atleast_2d, atleast_3d, moved
from s2sad.library.parts import (
    along,
    counted,
    fitted,
    kind_of_all,
    lengths,
    listed,
    mapped,
    resized,
    write,
)


@defines("numpy.concatenate", "numpy.concat")
@of_complex
def concatenate(arrays, axis=0, *, dtype=None):
    """Arrays one after the other, along an axis."""
    if not is_tuple(arrays):
        if axis != 0 or arrays.ndim < 2:
            refused("parts of one array are joined", "np.reshape")
        return np.reshape(arrays, (-1,) + arrays.shape[2:])
    elif axis is None:
        return joined(mapped(in_a_row, listed(arrays)), 0, dtype)
    else:
        if listed(arrays)[0].ndim == 0:
            refused("numbers are joined by np.concatenate", "np.array([a, b])")
        return joined(listed(arrays), axis_of(listed(arrays)[0], axis), dtype)


def joined(arrays, axis, dtype):
    """Arrays one after the other, along an axis that is not negative."""
    fitted(arrays, axis)
    kind = kind_of_all(arrays) if dtype is None else dtype
    whole = np.empty(resized(arrays[0], axis, lengths(arrays, axis)), kind)
    for k in counted(len(arrays)):
        start, stop = border(arrays, k, axis), border(arrays, k + 1, axis)
        write(along(whole, axis, start, stop), arrays[k])
    return whole


def border(arrays, k, axis):
    """Where the k-th of joined arrays begins, None at both ends."""
    if k in (0, len(arrays)):
        return None
    else:
        return lengths(arrays[:k], axis)


@defines("numpy.stack")
@of_complex
def stack(arrays, axis=0, *, dtype=None):
    """Arrays beside each other, along a new axis."""
    if not is_tuple(arrays):
        return np.moveaxis(arrays, 0, axis).copy()
    else:
        return stacked(listed(arrays), axis, dtype)


def stacked(arrays, axis, dtype):
    """Arrays beside each other, along a new axis."""
    fitted(arrays, None)
    kind = kind_of_all(arrays) if dtype is None else dtype
    place = axis if axis >= 0 else axis + arrays[0].ndim + 1
    shape = arrays[0].shape
    whole = np.empty(shape[:place] + (len(arrays),) + shape[place:], kind)
    for k in counted(len(arrays)):
        write(moved(whole, (place,), (0,))[k], arrays[k])
    return whole


@defines("numpy.vstack", "numpy.row_stack")
@of_complex
def vstack(tup, *, dtype=None):
    """Arrays below each other; a vector is a row."""
    if not is_tuple(tup) and tup.ndim == 2:
        return tup.copy() if dtype is None else tup.astype(dtype)
    return joined(mapped(atleast_2d, listed(tup)), 0, dtype)


@defines("numpy.hstack")
@of_complex
def hstack(tup, *, dtype=None):
    """Arrays beside each other, vectors one after the other."""
    if listed(tup)[0].ndim > 1:
        return joined(listed(tup), 1, dtype)
    else:
        return joined(mapped(atleast_1d, listed(tup)), 0, dtype)


@defines("numpy.block")
def block(arrays):
    """A matrix of blocks, given row by row, or arrays beside each other."""
    if not is_tuple(arrays):
        return as_array(arrays).copy()
    elif is_tuple(arrays[0]):
        return vstack(mapped(hstack, arrays))
    else:
        return hstack(arrays)


@defines("numpy.dstack")
@of_complex
def dstack(tup):
    """Arrays joined along their third axis."""
    return joined(mapped(atleast_3d, listed(tup)), 2, None)


@defines("numpy.column_stack")
@of_complex
def column_stack(tup):
    """Vectors as the columns of a matrix, matrices beside them."""
    if not is_tuple(tup) and tup.ndim == 2:
        return np.transpose(tup).copy()
    return joined(mapped(columns, listed(tup)), 1, None)


def columns(a):
    """A vector as a matrix with one column."""
    if a.ndim == 0:
        return np.array([[a]])
    elif a.ndim == 1:
        return a[:, None]
    else:
        return a


@defines("numpy.r_.__getitem__")
@of_complex
@known
def rows_of(frame, arguments, keywords, node):
    """Numbers, vectors and ranges one after the other: `np.r_[x[0], x, 0:3]`."""
    parts = parts_between(frame, arguments, node)
    join = np.concatenate if parts[0].kind.rank > 1 else np.hstack
    return frame.applications.apply(Static(join), [tuple_record(parts)], {}, node)


@defines("numpy.c_.__getitem__")
@of_complex
@known
def columns_of(frame, arguments, keywords, node):
    """Vectors as the columns of a matrix: `np.c_[x, y]`."""
    parts = parts_between(frame, arguments, node)
    if any(part.kind.rank > 2 for part in parts):
        raise frame.refuse(node, "np.c_ of more than two axes", "np.concatenate")
    parts = tuple_record(parts)
    return frame.applications.apply(Static(np.column_stack), [parts], {}, node)


def parts_between(frame, arguments, node):
    """The values between brackets: of slices the numbers in them."""
    (key,) = arguments
    parts = key.items.values() if is_of(key, tuple) else [key]
    return [ranged(frame, part, node) for part in parts]


def ranged(frame, value, node):
    """The numbers of a slice, which a complex step counts."""
    if getattr(value, "container", None) is not slice:
        return as_array(frame, [value], {}, node)
    start, stop, step = value.items.values()
    start = Static(0) if start == Static(None) else start
    step = Static(1) if step == Static(None) else step
    number = getattr(getattr(step, "node", step), "value", None)
    if isinstance(number, complex):
        bounds = [start, stop, Static(int(abs(number)))]
        return frame.applications.apply(Static(np.linspace), bounds, {}, node)
    return frame.applications.apply(Static(np.arange), [start, stop, step], {}, node)


@defines("numpy.append")
@of_complex
def append(arr, values, axis=None):
    """An array, and values after it; of all elements in a row if no axis is given."""
    if axis is None:
        parts = mapped(atleast_1d, listed((arr, values)))
        return joined(mapped(in_a_row, parts), 0, None)
    else:
        return joined(listed((arr, values)), axis_of(as_array(arr), axis), None)
