"""Arrays taken apart: views of their parts."""

from s2sad.known.definitions import defines, of_complex
from s2sad.library.axes import axis_of
from s2sad.library.parts import along, counted, is_number


@defines("numpy.split")
@of_complex
def split(ary, indices_or_sections, axis=0):
    """Parts of an array of one length, or between places along an axis: views."""
    if is_number(indices_or_sections):
        if ary.shape[axis] % indices_or_sections != 0:
            raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


@defines("numpy.array_split")
@of_complex
def array_split(ary, indices_or_sections, axis=0):
    """Parts of an array that differ in length by one at most, or between places."""
    if is_number(indices_or_sections):
        return even_parts(ary, counted(indices_or_sections), axis_of(ary, axis))
    else:
        return between(ary, indices_or_sections, axis_of(ary, axis))


def even_parts(a, numbers, axis):
    """As many parts as there are numbers, the first of them longer by one."""
    if len(numbers) == 0:
        return ()
    else:
        return first_parts(a, numbers, len(numbers), axis)


def first_parts(a, numbers, count, axis):
    """The parts of those numbers, of as many as count."""
    last = numbers[-1]
    part = along(
        a, axis, place_of(a, axis, last, count), place_of(a, axis, last + 1, count)
    )
    if len(numbers) == 1:
        return (part,)
    else:
        return first_parts(a, numbers[:-1], count, axis) + (part,)


def place_of(a, axis, number, count):
    """Where a part begins, of as many as count."""
    if number in (0, count):
        return None
    else:
        size = a.shape[axis] // count
        return number * size + min(number, a.shape[axis] % count)


def between(a, places, axis):
    """The parts of an array before, between and after places along an axis."""
    return (along(a, axis, None, places[0]),) + after(a, places, axis)


def after(a, places, axis):
    """The parts of an array between places along an axis, and after the last."""
    if len(places) == 1:
        return (along(a, axis, places[0], None),)
    else:
        return (along(a, axis, places[0], places[1]),) + after(a, places[1:], axis)


@defines("numpy.hsplit")
@of_complex
def hsplit(ary, indices_or_sections):
    """Parts of an array beside each other."""
    return split(ary, indices_or_sections, 0 if ary.ndim == 1 else 1)


@defines("numpy.vsplit")
@of_complex
def vsplit(ary, indices_or_sections):
    """Parts of an array below each other."""
    return split(ary, indices_or_sections, 0)


@defines("numpy.dsplit")
@of_complex
def dsplit(ary, indices_or_sections):
    """Parts of an array along the third axis."""
    return split(ary, indices_or_sections, 2)
