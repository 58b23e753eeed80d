"""ufunc.at: each place takes all that is given to it, one after the other."""

import gast

from s2sad.facts.values import Static, is_of
from s2sad.known.definitions import defines, of_complex
from s2sad.library.axes import known
from s2sad.specialise.scatter import is_scattered, scattered
from s2sad.syntax import build


@defines("numpy.add.at")
@known
@of_complex
def add_at(frame, arguments, keywords, node):
    """Add to the elements at places."""
    return _at(frame, arguments, gast.Add(), node)


@defines("numpy.subtract.at")
@known
@of_complex
def subtract_at(frame, arguments, keywords, node):
    """Subtract from the elements at places."""
    return _at(frame, arguments, gast.Sub(), node)


@defines("numpy.multiply.at")
@known
@of_complex
def multiply_at(frame, arguments, keywords, node):
    """Multiply the elements at places."""
    return _at(frame, arguments, gast.Mult(), node)


@defines("numpy.divide.at", "numpy.true_divide.at")
@known
@of_complex
def divide_at(frame, arguments, keywords, node):
    """Divide the elements at places."""
    return _at(frame, arguments, gast.Div(), node)


@defines("numpy.maximum.at", "numpy.minimum.at", "numpy.power.at")
@known
def other_at(frame, arguments, keywords, node):
    """Refuse what ufuncs do at places besides arithmetic."""
    raise frame.refuse(node, "this function's .at is not supported", "a loop")


def _at(frame, arguments, op, node):
    base, index, value = arguments
    indices = list(index.items.values()) if is_of(index, tuple) else [index]
    items = [
        item
        for part in indices
        for item in frame.indexing.of_value(part, base, indices, node)
    ]
    place = build.stored(frame.indexing.subscript(base, items))
    value = frame.expressions.as_expression(value, node)
    frame.assignments.check_real(base.kind, value.kind, node)
    if is_scattered(frame, place):
        fitting = frame.assignments.fitting(place, value)
        scattered(frame, place, fitting, op)
    else:
        frame.assignments.write(place, op, value)
    return Static(None)
