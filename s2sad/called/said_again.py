"""Calls of what a text has of a definition, which keep the derivative of that.

Text that a person reads again, or has in a module of derivatives, holds for SciPy's
functions what they are defined as (`known.said`).
"""

import ast
import types

from s2sad.errors import SourceError
from s2sad.facts.values import Expression, Static, tuple_record
from s2sad.known.said import call_said
from s2sad.syntax import build
from s2sad.syntax.marks import mark_of
from s2sad.syntax.names import parameters
from s2sad.syntax.source import plain_function, read


def definition_again(frame, target, arguments, keywords, node):
    """The value of a call of what a text has of a definition, or None if it is none."""
    function = plain_function(target)
    if not isinstance(function, types.FunctionType):
        return None
    definition, items = call_said(function.__doc__) or (None, [])
    if not hasattr(definition, "is_text"):
        return None
    try:
        source = read(function)
    except SourceError:
        return None
    values = frame.calls.matched(source.node, source, arguments, keywords, node)
    given = [_meant(frame, item, values, node) for item in items]
    own = parameters(read(definition).node)
    if None in given or len(own) != len(given):
        return None
    if not definition.is_text(source, dict(zip(own, map(_parameter, own, given)))):
        return None
    return mark_of(definition)(frame, given, {}, node)


def _meant(frame, item, values, node):
    """What an argument of the call that a docstring names is here, or None."""
    if not isinstance(item, ast.Name):
        try:
            return _constant(ast.literal_eval(item))
        except ValueError:
            return None
    value = values.get(item.id)
    if isinstance(value, Static) and type(value.value) in (int, float):
        value = frame.expressions.as_expression(value, node)
    return value if isinstance(value, Expression) else None


def _constant(value):
    """A literal as the function took it at first: tuples part by part."""
    if isinstance(value, tuple):
        return tuple_record(map(_constant, value))
    return Static(value)


def _parameter(name, value):
    if not isinstance(value, Expression):
        return value
    return Expression(build.name(name), value.kind)
