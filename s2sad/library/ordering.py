"""Sorted arrays, the permutations that sort them, and places among sorted numbers.

Values differentiate through the permutation; indices have no derivatives.
"""

import gast
import numpy as np

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Expression, is_of, list_record
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.known.growing import Item, filled, is_growing
from s2sad.library.axes import as_array, axes_of, known, length
from s2sad.library.flat import flattened
from s2sad.syntax import build


@defines("numpy.argsort")
@of_complex
def argsort(a, axis=-1, kind=None, *, stable=None):
    """The indices that sort an array along an axis."""
    a = as_array(a)
    if a.ndim == 0:
        return np.zeros(1, np.int64)
    elif axis is None:
        return np.argsort(flattened(a), kind="mergesort")
    along = axes_of(a, axis)[0]
    if a.ndim == 1:
        if a.dtype == np.complex128:
            return order_of_complex(a)
        return np.argsort(a, kind="mergesort")
    return argsort_along(a, along)


def order_of_complex(a):
    """The indices that sort by real parts, and by imaginary ones where these tie."""
    first = np.argsort(a.imag, kind="mergesort")
    return first[np.argsort(a.real[first], kind="mergesort")]


def argsort_along(a, axis):
    """The indices that sort each vector along an axis."""
    places = np.empty(a.shape, np.int64)
    if a.ndim == 2:
        for i in range(length(a, axis, 0)):
            if axis == 0:
                places[:, i] = np.argsort(a[:, i], kind="mergesort")
            else:
                places[i] = np.argsort(a[i], kind="mergesort")
    elif axis == 0:
        for i in range(a.shape[1]):
            places[:, i] = argsort_along(a[:, i], 0)
    else:
        for i in range(len(a)):
            places[i] = argsort_along(a[i], axis - 1)
    return places


@defines("numpy.sort")
@of_complex
def sort(a, axis=-1, kind=None, *, stable=None):
    """The elements in rising order, along an axis."""
    a = as_array(a)
    if axis is None:
        return sort(flattened(a))
    along = axes_of(a, axis)[0]
    if a.ndim == 1:
        return a[np.argsort(a, kind="mergesort")]
    return rearranged(a, np.argsort(a, along), along)


def rearranged(a, places, axis):
    """The elements in the order that indices give for each vector along an axis."""
    values = np.empty(a.shape, a.dtype)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            if a.ndim == 2:
                p = places[i, j]
                values[i, j] = a[p, j] if axis == 0 else a[i, p]
            else:
                for k in range(a.shape[2]):
                    if a.ndim == 3:
                        p = places[i, j, k]
                        values[i, j, k] = element(a, axis, p, i, j, k)
                    else:
                        for m in range(a.shape[3]):
                            p = places[i, j, k, m]
                            if axis == 0:
                                values[i, j, k, m] = a[p, j, k, m]
                            else:
                                values[i, j, k, m] = element(a[i], axis - 1, p, j, k, m)
    return values


def element(a, axis, p, i, j, k):
    """The element at i, j, k but for one axis, where it is at p."""
    if axis == 0:
        return a[p, j, k]
    elif axis == 1:
        return a[i, p, k]
    else:
        return a[i, j, p]


@defines("builtins.sorted")
def sorted_list(iterable, *, key=None, reverse=False):
    """The items of a list in rising order, or in falling order, by their keys."""
    if key is not None:
        items = list(iterable)
        keys = np.array([key(item) for item in items])
        places = np.argsort(-keys if reverse else keys)
        return picked(items, places)
    values = np.sort(as_array(iterable))
    if values.ndim != 1:
        refused("arrays are sorted, whose order is not known", "a key=, or np.sort")
    return listed(values[::-1] if reverse else values, iterable)


@known
def picked(frame, arguments, keywords, node):
    """`[items[k] for k in places]`; lists in a list stay the same ones."""
    items, places = arguments
    if is_growing(items) and items.container.item.form is list:
        array = frame.reading.array(items)
        rows = Expression(build.subscript(array.node, places.node), array.kind)
        rows = frame.stored(rows, "rows")
        frame.lending.lend(rows.node.id, base_name(array.node), is_copy=True)
        return filled(rows, items.container.item)
    names = [frame.named(value, node, word) for value, word in zip(arguments, "ip")]
    k = frame.temporary("k")
    item = build.subscript(names[0], build.name(k))
    part = gast.comprehension(build.target(k), names[1], [], 0)
    return frame.expressions.value(build.located(gast.ListComp(item, [part]), node))


@known
def listed(frame, arguments, keywords, node):
    """A vector as a list, of which each element is known if those of another are."""
    vector, iterable = arguments
    if not is_of(iterable, tuple, list):
        copied = build.call(build.attribute(vector.node, "copy"))
        return filled(Expression(copied, vector.kind), Item(Scalar(vector.kind.dtype)))
    vector = frame.stored_if_compound(vector)
    places = map(build.constant, range(len(iterable.items)))
    items = [build.subscript(vector.node, place) for place in places]
    return list_record(map(frame.expressions.expression, items))


@defines("ndarray.sort")
def sort_in_place(a, axis=-1, kind=None, *, stable=None):
    """Put the elements in rising order, along an axis."""
    a[:] = np.sort(a, axis)


@defines("numpy.partition")
def partition(a, kth, axis=-1):
    """The elements with the kth in its place and no smaller ones after it."""
    a = as_array(a)
    if a.ndim != 1:
        refused("np.partition of ranks above 1 is not supported", "np.sort")
    axes_of(a, axis)
    return a[np.argpartition(a, kth)]


@defines("ndarray.partition")
def partition_in_place(a, kth, axis=-1):
    """Put the kth element in its place, and no smaller ones after it."""
    a[:] = np.partition(a, kth, axis)


@defines("numpy.bincount")
def bincount(x, weights=None, minlength=0):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, minlength)
    if weights is None:
        counts = np.zeros(size, np.int64)
        for i in range(len(x)):
            counts[x[i]] += 1
        return counts
    else:
        totals = np.zeros(size)
        for i in range(len(x)):
            totals[x[i]] += weights[i]
        return totals


@defines("numpy.unique")
def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    """The different elements in rising order; of equal ones, the first.

    If asked for also where they stand first, which of them each element is, and how
    often each occurs.
    """
    a = flattened(as_array(ar))
    order = np.argsort(a, kind="mergesort")
    starts = first_places(a, order)
    found = (a[order[starts]],)
    if return_index:
        found = (*found, order[starts])
    if return_inverse:
        if ar.ndim != 1:
            refused("return_inverse= of ranks above 1 is not supported", "a vector")
        found = (*found, ranks(order, starts))
    if return_counts:
        found = (*found, distances(starts, len(a)))
    return found if len(found) > 1 else found[0]


def first_places(a, order):
    """The places in a rising order where another element starts."""
    starts = np.empty(len(a), np.int64)
    count = 0
    for k in range(len(a)):
        is_new = k == 0
        if k > 0:
            one, before = a[order[k]], a[order[k - 1]]
            is_new = one != before and (one == one or before == before)
        if is_new:
            starts[count] = k
            count += 1
    return starts[:count]


def ranks(order, starts):
    """For each element, which of the groups that start at some places it is in."""
    groups = np.empty(len(order), np.int64)
    group = -1
    for k in range(len(order)):
        if group + 1 < len(starts) and starts[group + 1] == k:
            group += 1
        groups[order[k]] = group
    return groups


def distances(starts, end):
    """The distances from each place to the next, and from the last to the end."""
    counts = np.empty(len(starts), np.int64)
    for k in range(len(starts)):
        counts[k] = (starts[k + 1] if k + 1 < len(starts) else end) - starts[k]
    return counts
