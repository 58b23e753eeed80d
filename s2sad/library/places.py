"""Where arrays are not 0, and what arrays have at places."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array, axis_of, is_known, is_tuple
from s2sad.library.flat import in_a_row
from s2sad.library.parts import front, is_number, resized


@defines("numpy.nonzero")
@of_complex
def nonzero(a):
    """The places where an array is not 0: for each axis an array of indices."""
    if a.ndim == 1:
        return (np.flatnonzero(a),)
    elif a.ndim == 2:
        count = 0
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                if a[i, j] != 0:
                    count += 1
        rows = np.empty(count, dtype=np.int64)
        columns = np.empty(count, dtype=np.int64)
        place = 0
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                if a[i, j] != 0:
                    rows[place] = i
                    columns[place] = j
                    place += 1
        return rows, columns
    elif a.ndim == 3:
        first, others = nonzero(np.reshape(a, (a.shape[0], a.shape[1] * a.shape[2])))
        return first, others // a.shape[2], others % a.shape[2]
    else:
        return refused("np.nonzero of more than three axes", "a loop")


@defines("numpy.flatnonzero")
@of_complex
def flatnonzero(a):
    """The places in the row of all elements that are not 0."""
    return np.flatnonzero(np.ravel(as_array(a)))


@defines("numpy.argwhere")
def argwhere(a):
    """The places where an array is not 0, one a row."""
    return np.stack(nonzero(a), axis=1)


@defines("numpy.where")
@of_complex
def where(condition, x=None, y=None):
    """The places where a condition holds, or one of two values at each place."""
    if x is None:
        return nonzero(condition)
    else:
        return np.where(as_array(condition), as_array(x), as_array(y))


@defines("numpy.take")
@of_complex
def take(a, indices, axis=None, mode="raise"):
    """What an array has at places along an axis, or in the row of all elements."""
    if axis is None:
        row = in_a_row(as_array(a))
        return row[inside(indices, len(row), mode)]
    place = axis_of(as_array(a), axis)
    indices = inside(indices, a.shape[place], mode)
    if place == 0:
        return a[indices]
    elif place == 1:
        return a[:, indices]
    elif place == 2:
        return a[:, :, indices]
    else:
        return refused("np.take along this axis", "an index")


def inside(indices, length, mode):
    """Places of which those outside an array are brought back as a mode says."""
    if mode == "clip":
        return np.clip(indices, 0, length - 1)
    elif mode == "wrap":
        return as_array(indices) % length
    else:
        return indices


@defines("numpy.compress")
@of_complex
def compress(condition, a, axis=None):
    """What an array has where a condition holds, along an axis."""
    return take(a, np.flatnonzero(as_array(condition)), axis)


@defines("ndarray.compress")
@of_complex
def compress_of(a, condition, axis=None):
    """The same of the array whose method it is."""
    return compress(condition, a, axis)


@defines("numpy.extract")
@of_complex
def extract(condition, arr):
    """The elements of an array where a condition holds."""
    return np.ravel(arr)[np.flatnonzero(condition)]


@defines("numpy.take_along_axis")
@of_complex
def take_along_axis(arr, indices, axis=-1):
    """What an array has along an axis at places that differ elsewhere."""
    if axis is None:
        return in_a_row(arr)[indices]
    else:
        return taken_along(arr, indices, axis_of(arr, axis))


def taken_along(a, places, axis):
    """What an array has along an axis at places that differ elsewhere."""
    values = np.empty(places.shape, a.dtype)
    into, rows, numbers = front(values, axis), front(a, axis), front(places, axis)
    for i in range(into.shape[0]):
        if a.ndim == 1:
            into[i] = rows[numbers[i]]
        elif a.ndim == 2:
            for j in range(into.shape[1]):
                into[i, j] = rows[numbers[i, j], j]
        elif a.ndim == 3:
            for j in range(into.shape[1]):
                for k in range(into.shape[2]):
                    into[i, j, k] = rows[numbers[i, j, k], j, k]
        else:
            refused("np.take_along_axis of more than three axes", "a loop")
    return values


@defines("numpy.put_along_axis")
@of_complex
def put_along_axis(arr, indices, values, axis):
    """Write values into an array along an axis at places that differ elsewhere."""
    value, place = as_array(values), axis_of(arr, axis)
    into, numbers = front(arr, place), front(indices, place)
    if value.ndim > 0 and value.ndim != arr.ndim:
        refused("np.put_along_axis of values of another rank", "a number")
    for i in range(numbers.shape[0]):
        if arr.ndim == 1:
            into[numbers[i]] = value if value.ndim == 0 else value[i]
        elif arr.ndim == 2:
            for j in range(numbers.shape[1]):
                if value.ndim == 0:
                    into[numbers[i, j], j] = value
                else:
                    into[numbers[i, j], j] = front(value, place)[i, j]
        else:
            refused("np.put_along_axis of more than two axes", "a loop")


@defines("numpy.copyto")
@of_complex
def copyto(dst, src, casting="same_kind", where=True):
    """Write values into an array, where a mask holds."""
    value = as_array(src)
    if value.ndim > 0:
        value = value + np.zeros(dst.shape, dst.dtype)
    if is_known(where):
        dst[...] = value
    elif value.ndim == 0:
        dst[where] = value
    else:
        dst[where] = value[where]


@defines("numpy.putmask")
@of_complex
def putmask(a, mask, values):
    """Write values into an array where a mask holds, in turn in the order of places."""
    value = as_array(values)
    if value.ndim == 0:
        a[mask] = value
    elif value.ndim == a.ndim == 1:
        for i in range(len(a)):
            if mask[i]:
                a[i] = value[i % len(value)]
    else:
        refused("np.putmask of more axes", "a[mask] = values[mask]")


@defines("numpy.place")
@of_complex
def place(arr, mask, vals):
    """Write values into an array where a mask holds, one after the other."""
    value = as_array(vals)
    if value.ndim == 0:
        arr[mask] = value
    elif arr.ndim == 1:
        count = 0
        for i in range(len(arr)):
            if mask[i]:
                arr[i] = value[count % len(value)]
                count += 1
    else:
        refused("np.place of more axes", "a[mask] = values")


@defines("numpy.choose")
@of_complex
def choose(a, choices):
    """At each place what one of several arrays has, told by their numbers."""
    if not is_tuple(choices) and choices.ndim == 1:
        refused("np.choose of a vector", "indexing it with the numbers")
    if np.any(as_array(a) < 0) or np.any(as_array(a) >= len(choices)):
        raise ValueError("invalid entry in choice array")
    if is_tuple(choices):
        return chosen(as_array(a), choices, 0)
    else:
        whole = np.where(a == 0, choices[0], choices[0])  # as both broadcast
        for k in range(1, len(choices)):
            whole = np.where(a == k, choices[k], whole)
        return whole


def chosen(a, choices, number):
    """At each place what one of several arrays has, from a number on."""
    if len(choices) == 1:
        return as_array(choices[0]) + np.zeros(a.shape)
    elif len(choices) == 2:
        return np.where(a == number, choices[0], choices[1])
    else:
        return np.where(a == number, choices[0], chosen(a, choices[1:], number + 1))


@defines("numpy.delete")
@of_complex
def delete(arr, obj, axis=None):
    """An array without what stands at one place along an axis."""
    if axis is None:
        return without(in_a_row(as_array(arr)), as_array(obj), 0)
    else:
        return without(as_array(arr), as_array(obj), axis_of(as_array(arr), axis))


def without(a, places, axis):
    """An array without what stands at places along an axis."""
    length = a.shape[axis]
    keeps = np.ones(length, dtype=np.bool_)
    if not is_number(places) and places.dtype == np.bool_:
        refused("np.delete of a mask", "a[~mask]")
    keeps[places] = False
    return take(a, np.flatnonzero(keeps), axis)


@defines("numpy.insert")
@of_complex
def insert(arr, obj, values, axis=None):
    """An array with values before one place along an axis."""
    array = in_a_row(as_array(arr)) if axis is None else as_array(arr)
    if not is_number(obj):
        if array.ndim != 1:
            refused("np.insert at several places of a matrix", "np.concatenate")
        return inserted_at(array, as_array(obj), as_array(values))
    return inserted(
        array, obj, as_array(values), 0 if axis is None else axis_of(arr, axis)
    )


def inserted(a, place, value, axis):
    """An array with a value before one place along an axis."""
    length = a.shape[axis]
    start = place if place >= 0 else place + length
    if start < 0 or start > length:
        raise IndexError("the place of np.insert is out of bounds")
    count = len(value) if a.ndim == value.ndim == 1 else 1
    whole = np.empty(resized(a, axis, length + count), a.dtype)
    into, rows = front(whole, axis), front(a, axis)
    for i in range(start):
        into[i] = rows[i]
    if a.ndim == value.ndim == 1:
        for i in range(count):
            into[start + i] = value[i]
    elif value.ndim < a.ndim:
        into[start] = value
    else:
        refused("np.insert of several rows", "np.concatenate of slices")
    for i in range(start, length):
        into[count + i] = rows[i]
    return whole


def inserted_at(a, places, values):
    """A vector with values before some places, which count its own elements."""
    count = len(places)
    if count == 1:
        return inserted(a, places[0], values, 0)
    given = np.broadcast_to(values, (count,))
    starts = np.where(places < 0, places + len(a), places)
    order = np.argsort(starts, kind="mergesort")
    whole = np.empty(len(a) + count, a.dtype)
    taken = 0
    for k in range(count):
        start = starts[order[k]]
        if start < 0 or start > len(a):
            raise IndexError("a place of np.insert is out of bounds")
        for i in range(taken, start):
            whole[i + k] = a[i]
        whole[start + k] = given[order[k]]
        taken = start
    for i in range(taken, len(a)):
        whole[i + count] = a[i]
    return whole


@defines("numpy.ix_")
def ix_(*args):
    """Index arrays of the rows and columns, and further axes, that are named."""
    if len(args) == 2:
        return places_of(args[0])[:, None], places_of(args[1])[None]
    elif len(args) == 3:
        first, second = places_of(args[0]), places_of(args[1])
        return (
            first[:, None, None],
            second[None, :, None],
            places_of(args[2])[None, None],
        )
    else:
        return (places_of(args[0]),)


def places_of(index):
    """The places that an index names: those where a mask holds."""
    found = as_array(index)
    return np.flatnonzero(found) if found.dtype == np.bool_ else found
