"""Choices among arrays by conditions."""

import numpy as np

from s2sad.facts.values import Expression, Static
from s2sad.known.comparable import comparable
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array, is_tuple, known
from s2sad.library.layout import with_an_axis
from s2sad.library.parts import listed, mapped


@defines("numpy.select")
@of_complex
def select(condlist, choicelist, default=0.0):
    """Of each place the first choice whose condition is true there."""
    if len(condlist) == 1:
        return np.where(condlist[0], choicelist[0], default)
    others = select(condlist[1:], choicelist[1:], default)
    return np.where(condlist[0], choicelist[0], others)


@defines("numpy.piecewise")
@of_complex
def piecewise(x, condlist, funclist, *args, **kw):
    """At each place what the function gives whose condition is true there, the last."""
    given = with_an_axis(x)
    tests = listed(condlist if is_tuple(condlist) else (condlist,))
    values, tests = np.zeros_like(given), mapped(with_an_axis, tests)
    if len(funclist) not in (len(tests), len(tests) + 1):
        return refused("np.piecewise of other functions than tests", "one for each")
    if len(funclist) == len(tests) + 1:
        write_piece(values, given, none_of(tests), funclist[-1], args, kw)
    for test, function in zip(tests, funclist):
        write_piece(values, given, test, function, args, kw)
    return values if as_array(x).ndim else values[0]


def none_of(tests):
    """Where none of some masks is true."""
    if len(tests) == 1:
        return ~tests[0]
    else:
        return none_of(tests[1:]) & ~tests[0]


def write_piece(values, x, test, function, args, kw):
    """What a function gives of the elements that a mask chooses, or a number, there."""
    if is_function(function):
        values[test] = function(x[test], *args, **kw)
    else:
        values[test] = function


@known
def is_function(frame, arguments, keywords, node):
    """Whether a value is called for others, not a number or an array."""
    (value,) = arguments
    number = getattr(comparable(value), "value", None)
    return Static(not isinstance(value, Expression) and not np.isscalar(number))
