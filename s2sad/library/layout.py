"""Arrays seen in another way: with axes that change places, come, go or turn round."""

import numpy as np

from s2sad.facts.values import Static, tuple_record
from s2sad.known.constants import constant
from s2sad.known.definitions import defines, lends, of_complex, refused
from s2sad.library.axes import as_array, axes_of, is_tuple, known
from s2sad.syntax import build


@defines("ndarray.flatten")
@of_complex
def flatten(a):
    """A copy of all elements of an array in one row."""
    if a.ndim == 1:
        return a.copy()
    else:
        return np.reshape(a.copy(), -1)


# The order of axes


@known
def swaps(frame, arguments, keywords, node):
    """The pairs of axes that change places, one after the other, for an order."""
    refusal = frame.refuse(node, "the order of axes is not constant", "(1, 0, 2)")
    rank, order = (constant(frame, value, refusal) for value in arguments)
    wanted = [axis % rank.value for axis in order.value]
    if sorted(wanted) != list(range(rank.value)):
        raise frame.refuse(node, f"{order.value} is no order of {rank.value} axes")
    now, found = list(range(rank.value)), []
    for place, axis in enumerate(wanted):
        other = now.index(axis)
        if other != place:
            now[place], now[other] = now[other], now[place]
            found.append(tuple_record([Static(place), Static(other)]))
    return tuple_record(found)


@known
def order_of_moves(frame, arguments, keywords, node):
    """The order of axes in which some stand at places, the others as they were."""
    refusal = frame.refuse(node, "an axis is not a constant", "a number such as axis=0")
    rank, sources, targets = (constant(frame, v, refusal).value for v in arguments)
    if len(sources) != len(targets):
        raise frame.refuse(node, "axes are moved to as many places")
    for axis in (*sources, *targets):
        if type(axis) is not int or not -rank <= axis < rank:
            raise frame.refuse(node, f"axis {axis} of an array of rank {rank}")
    placed = {t % rank: s % rank for s, t in zip(sources, targets)}
    rest = iter([axis for axis in range(rank) if axis not in placed.values()])
    order = [placed[k] if k in placed else next(rest) for k in range(rank)]
    return tuple_record(map(Static, order))


def swapped(a, pairs):
    """A view of an array, pairs of axes having changed places one after the other."""
    if len(pairs) == 0:
        return a
    elif a.ndim == 2:
        return a.T
    else:
        return swapped(np.swapaxes(a, pairs[0][0], pairs[0][1]), pairs[1:])


@defines("numpy.transpose", "numpy.permute_dims")
@of_complex
def transpose(a, axes=None):
    """A view of an array with its axes in another order."""
    if axes is None:
        return a.T
    else:
        return swapped(a, swaps(a.ndim, axes))


@defines("ndarray.transpose")
@of_complex
def method_transpose(a, *axes):
    """A view of an array with its axes in another order."""
    if len(axes) == 0:
        return a.T
    elif len(axes) == 1:
        return transpose(a, axes[0])
    else:
        return transpose(a, axes)


@defines("numpy.matrix_transpose", "numpy.linalg.matrix_transpose")
@of_complex
def matrix_transpose(x):
    """A view of an array, its last two axes having changed places."""
    return np.swapaxes(x, -1, -2)


@defines("numpy.moveaxis")
@of_complex
def moveaxis(a, source, destination):
    """A view of an array with axes at other places, the others in their order."""
    sources = source if is_tuple(source) else (source,)
    targets = destination if is_tuple(destination) else (destination,)
    return moved(a, sources, targets)


def moved(a, sources, targets):
    """A view of an array with axes at other places, the others in their order."""
    return swapped(a, swaps(a.ndim, order_of_moves(a.ndim, sources, targets)))


@defines("numpy.rollaxis")
@of_complex
def rollaxis(a, axis, start=0):
    """A view of an array with one axis before that which was at a place."""
    source = axis if axis >= 0 else axis + a.ndim
    target = start if start >= 0 else start + a.ndim
    if source < target:
        return moved(a, (source,), (target - 1,))
    else:
        return moved(a, (source,), (target,))


# Axes of length 1


@known
def new_axes(frame, arguments, keywords, node):
    """The places of new axes among all, from the first."""
    array, axis = arguments
    refusal = frame.refuse(node, "an axis is not a constant", "a number such as axis=0")
    given = constant(frame, axis, refusal)
    axes = given.value if isinstance(given.value, (tuple, list)) else (given.value,)
    rank = array.kind.rank + len(axes)
    for item in axes:
        if type(item) is not int or not -rank <= item < rank:
            raise frame.refuse(node, f"axis {item} of an array of rank {rank}")
    return tuple_record(Static(item) for item in sorted(i % rank for i in axes))


@defines("numpy.expand_dims")
@of_complex
def expand_dims(a, axis):
    """A view of an array with new axes of length 1."""
    return expanded(a, new_axes(a, axis))


def expanded(a, axes):
    """A view of an array with new axes of length 1, from the first on."""
    if len(axes) == 0:
        return a
    elif a.ndim == 0:
        return expanded(np.array([a]), axes[1:])
    else:
        return expanded(np.expand_dims(a, axes[0]), axes[1:])


@known
def single_axes(frame, arguments, keywords, node):
    """The axes that have length 1 for sure, from the last."""
    (array,) = arguments
    frame.unit.is_spread = True
    ones = getattr(array.kind, "ones", ())
    return tuple_record(Static(k) for k in reversed(range(len(ones))) if ones[k])


@known
def from_the_last(frame, arguments, keywords, node):
    """Axes, those that come last first."""
    (axes,) = arguments
    refusal = frame.refuse(node, "an axis is not a constant", "a number such as axis=0")
    found = [constant(frame, v, refusal).value for v in axes.items.values()]
    return tuple_record(map(Static, sorted(found, reverse=True)))


@known
def is_single(frame, arguments, keywords, node):
    """Whether an axis has length 1 for sure."""
    frame.unit.is_spread = True
    array, axis = arguments
    return Static(array.kind.ones[axis.value])


@defines("numpy.squeeze")
@of_complex
def squeeze(a, axis=None):
    """A view of an array without axes of length 1."""
    if a.ndim == 0:
        return a
    elif axis is None:
        check_others(a, 0)
        return squeezed(a, single_axes(a))
    else:
        axes = from_the_last(axes_of(a, axis))
        check_named(a, axes)
        return squeezed(a, axes)


def check_others(a, axis):
    """Refuse an axis that has length 1 now: how many axes there are is known before."""
    if axis < a.ndim:
        if not is_single(a, axis) and a.shape[axis] == 1:
            raise ValueError("an axis of unknown length is 1: squeeze(a, axis=...)")
        check_others(a, axis + 1)


def check_named(a, axes):
    """Refuse an axis that goes but has another length than 1."""
    if len(axes) > 0:
        if not is_single(a, axes[0]) and a.shape[axes[0]] != 1:
            raise ValueError("an axis that is squeezed out has another length than 1")
        check_named(a, axes[1:])


def squeezed(a, axes):
    """A view of an array without axes of length 1, the last going first."""
    if len(axes) == 0:
        return a
    else:
        return squeezed(first_along(a, axes[0]), axes[1:])


def first_along(a, axis):
    """What an array has at the first place of an axis."""
    if axis == 0:
        return a[0]
    elif axis == 1:
        return a[:, 0]
    elif axis == a.ndim - 1:
        return a[..., 0]
    else:
        return np.swapaxes(a, 0, axis)[0]


@defines("numpy.atleast_1d")
@of_complex
def atleast_1d(*arys):
    """Arrays of at least one axis: of several, each."""
    return one_or_each([with_an_axis(a) for a in arys])


def with_an_axis(a):
    """An array, or an array of one number."""
    array = as_array(a)
    return np.array([array]) if array.ndim == 0 else array


@defines("numpy.atleast_2d")
@of_complex
def atleast_2d(*arys):
    """Arrays of at least two axes: of several, each."""
    return one_or_each([with_two_axes(a) for a in arys])


def with_two_axes(a):
    """An array of at least two axes: a vector is a row."""
    array = as_array(a)
    if array.ndim == 0:
        return np.array([[array]])
    elif array.ndim == 1:
        return array[None]
    else:
        return array


@defines("numpy.atleast_3d")
@of_complex
def atleast_3d(*arys):
    """Arrays of at least three axes: of several, each."""
    return one_or_each([with_three_axes(a) for a in arys])


def with_three_axes(a):
    """An array of at least three axes: a vector lies along the second."""
    array = as_array(a)
    if array.ndim == 0:
        return np.array([[[array]]])
    elif array.ndim == 1:
        return array[None, :, None]
    elif array.ndim == 2:
        return array[:, :, None]
    else:
        return array


def one_or_each(arrays):
    """The one of some arrays, or all of them."""
    if len(arrays) == 1:
        return arrays[0]
    else:
        return tuple(arrays)


# Turned round


@defines("numpy.flip")
@of_complex
def flip(m, axis=None):
    """A view of an array, its elements along some axes in opposite order."""
    return flipped(m, axes_of(m, axis))


def flipped(a, axes):
    """A view of an array, its elements along some axes in opposite order."""
    if len(axes) == 0:
        return a
    elif axes[0] == 0:
        return flipped(a[::-1], axes[1:])
    elif axes[0] == 1:
        return flipped(a[:, ::-1], axes[1:])
    elif axes[0] == a.ndim - 1:
        return flipped(a[..., ::-1], axes[1:])
    elif axes[0] == 2:
        return flipped(a[:, :, ::-1], axes[1:])
    else:
        return refused("np.flip of a fourth axis", "a slice with step -1")


@defines("numpy.fliplr")
@of_complex
def fliplr(m):
    """A view of an array, its columns in opposite order."""
    return m[:, ::-1]


@defines("numpy.flipud")
@of_complex
def flipud(m):
    """A view of an array, its rows in opposite order."""
    return m[::-1]


@known
def plane_of(frame, arguments, keywords, node):
    """The two axes of a plane, from the first."""
    array, axes = arguments
    refusal = frame.refuse(node, "a plane is not two axes", "axes=(0, 1)")
    rank, found = array.kind.rank, constant(frame, axes, refusal)
    if len({axis % rank for axis in found.value}) != 2:
        raise refusal
    return tuple_record(Static(axis % rank) for axis in found.value)


@defines("numpy.rot90")
@of_complex
def rot90(m, k=1, axes=(0, 1)):
    """A view of an array turned by right angles in the plane of two axes."""
    plane = plane_of(m, axes)
    if k % 4 == 0:
        return m
    elif k % 4 == 1:
        return swapped(flipped(m, plane[1:]), (plane,))
    elif k % 4 == 2:
        return flipped(m, plane)
    else:
        return flipped(swapped(m, (plane,)), plane[1:])


# Spread


@defines("numpy.broadcast_to")
@lends(1)
@of_complex
def broadcast_to(array, shape):
    """The elements of an array, repeated along axes to fill a shape."""
    values = as_array(array)
    spread = np.empty(shape, values.dtype)
    spread[...] = values
    return spread


@known
def common_shape(frame, arguments, keywords, node):
    """The shape of what arrays give together, element by element."""
    (values,) = arguments
    arrays = [v for v in values.items.values() if v.kind.rank]
    frame.shapes.meet_all([array.node for array in arrays])
    sizes = []
    for axis in range(-max((array.kind.rank for array in arrays), default=0), 0):
        wide = [a for a in arrays if a.kind.rank >= -axis and not a.kind.ones[axis]]
        size = build.constant(1)
        if wide:
            first = wide[0]
            size = frame.shapes.length_of(first.node, axis + first.kind.rank)
        sizes.append(frame.expressions.expression(size))
    return tuple_record(sizes)


@defines("numpy.broadcast_arrays")
def broadcast_arrays(*args):
    """Arrays repeated along axes to one shape."""
    arrays = tuple([as_array(array) for array in args])
    shape = common_shape(arrays)
    if len(shape) == 0:
        return arrays
    else:
        return tuple([broadcast_to(array, shape) for array in arrays])
