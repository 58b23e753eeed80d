"""Arguments that a star gives: the parts of a tuple, or the elements of an array.

model(x, *p)        p has as many elements as model has parameters left, or it raises;
                    what `*more` of model takes is a list of the rest
"""

import inspect
from inspect import Parameter

import gast
import numpy as np

from s2sad.called.parts import known_parts
from s2sad.facts.values import Closure, Expression, Rest, Static, is_of
from s2sad.known.comparable import shown
from s2sad.known.functions import Applied, parted
from s2sad.known.growing import is_growing
from s2sad.syntax import build
from s2sad.syntax.source import plain_function

_PLACED = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def spread(frame, function, node, values, keywords):
    """The positional arguments of a call, from the values of its items."""
    found: list = [_parts(frame, item, v) for item, v in zip(node.args, values)]
    if None in found:
        place = found.index(None)
        given = sum(len(parts) for parts in found if parts)
        taken = _taken(function, given, keywords)
        if taken is None or None in found[place + 1 :]:
            what = "an array is spread over arguments"
            instead = "its elements, one by one"
            raise frame.refuse(node.args[place], what, instead)
        found[place] = _elements(frame, values[place], *taken)
    return [part for parts in found for part in parts]


def _parts(frame, item, value):
    """The values that an argument stands for; None of an array with a star."""
    if not isinstance(item, gast.Starred):
        return [value]
    value = frame.generators.sequence(value)
    if is_growing(value) or isinstance(value, Expression):
        return None
    parts = known_parts(frame, value, item)
    if parts is None:
        what = f"{shown(value)} is spread over arguments"
        raise frame.refuse(item, what, "a list of what it gives: *list(...)")
    return parts


def _elements(frame, value, count, is_open):
    """The elements of an array, as many as are taken, and a list of the rest."""
    value = frame.generators.sequence(value)
    if is_growing(value):
        value = frame.reading.array(value)
    array = frame.stored_if_compound(value)
    targets: list = [build.name("argument")] * count
    if is_open:
        targets.append(gast.Starred(build.name("rest"), gast.Store()))
    values = frame.unpacking.elements(array, targets)
    return [*values[:count], *map(Rest, values[count:])]


def _taken(function, given, keywords):
    """(how many parameters are left, whether it takes more), or None if unclear."""
    if is_of(function, Applied):
        function, arguments, named = parted(function)
        return _taken(function, given + len(arguments), named | keywords)
    parameters = _parameters(function)
    if parameters is None:
        return None
    placed = [p for p in parameters if p.kind in _PLACED and p.name not in keywords]
    left = placed[given:]
    is_open = any(p.kind is Parameter.VAR_POSITIONAL for p in parameters)
    if any(p.default is not Parameter.empty for p in left):
        return None  # it may have been given or not
    return len(left), is_open


def _parameters(function):
    """The parameters of what is called, or None."""
    if isinstance(function, Closure):
        return _of_node(function.node.args)
    if not isinstance(function, Static):
        return None
    target = function.value
    if isinstance(target, np.ufunc):
        return [Parameter(f"x{n}", _PLACED[0]) for n in range(target.nin)]
    try:
        return list(inspect.signature(plain_function(target)).parameters.values())
    except (TypeError, ValueError):
        return None


def _of_node(arguments):
    """The same from the text of a def or lambda."""
    names = [a.id for a in (*arguments.posonlyargs, *arguments.args)]
    plain = len(names) - len(arguments.defaults)
    found = [
        Parameter(name, _PLACED[1], default=Parameter.empty if n < plain else None)
        for n, name in enumerate(names)
    ]
    if arguments.vararg is not None:
        found.append(Parameter(arguments.vararg.id, Parameter.VAR_POSITIONAL))
    return found
