"""Functions of numbers as functions of arrays, which they take element by element."""

import gast
import numpy as np

from s2sad.facts.values import Closure, Record, Static
from s2sad.known.definitions import defines, refused
from s2sad.known.trial import tried
from s2sad.library.axes import known
from s2sad.syntax.build import number_of
from s2sad.syntax.source import read
from s2sad.syntax.walk import walk


@defines("numpy.vectorize")
def vectorize(
    pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None
):
    """A function of numbers as one of arrays."""
    if excluded is not None or signature is not None:
        refused("np.vectorize with excluded= or signature=", "a loop")

    def of_arrays(*args):
        return at_elements(pyfunc, otypes, args)

    return of_arrays


def at_elements(function, otypes, args):
    """What a function of numbers gives for the elements of arrays."""
    if otypes is None:
        check_first(function)
    if max([np.ndim(a) for a in args]) == 0:
        return function(*args)
    arrays = np.broadcast_arrays(*args)
    shape, flat = arrays[0].shape, [np.ravel(a) for a in arrays]
    count = count_given(function, [v[0] for v in flat])
    found = np.array([function(*items) for items in zip(*flat)])
    if count == 0:
        return of_type(found, otypes, 0).reshape(shape)
    else:
        columns = [of_type(found[:, k], otypes, k) for k in range(count)]
        return tuple([column.reshape(shape) for column in columns])


def of_type(values, otypes, place):
    """Numbers of the type that is asked for, if one is."""
    if otypes is None:
        return values
    else:
        return values.astype(otypes[place])


@known
def count_given(frame, arguments, keywords, node):
    """How many numbers a function gives as a tuple for each element; 0 for one."""
    function, first = arguments
    items = [*first.items.values()]
    value = tried(frame, lambda: frame.applications.apply(function, items, {}, node))
    return Static(len(value.items) if isinstance(value, Record) else 0)


@known
def check_first(frame, arguments, keywords, node):
    """NumPy takes the type of the first number for all: it must not be by chance."""
    (function,) = arguments
    for part in walk(_text(function)):
        sides = [part.body, part.orelse] if isinstance(part, gast.IfExp) else []
        sides += [part.value] if isinstance(part, gast.Return) else []
        if any(type(number_of(side)) is int for side in sides):
            what = "np.vectorize makes all results integers if the first one is"
            raise frame.refuse(node, what, "otypes=[float], or 0.0 for 0")
    return Static(None)


def _text(function):
    """What a function is written as; of a method, that of its function."""
    while isinstance(function, Record):  # with arguments that it holds
        function = function.items[0]
    return function.node if isinstance(function, Closure) else read(function.value).node
