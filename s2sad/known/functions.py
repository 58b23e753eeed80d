"""Functions as values: with arguments that they hold, and returned by functions.

What a function that is returned captured is returned in its place. Objects that are
known are returned as functions are.
"""

import types
from dataclasses import replace

from s2sad.facts.values import Bound, Closure, Record, Static

_NUMBERS = (bool, int, float, complex)


class Applied:
    """Stands for a function that holds arguments: a method, or a partial.

    The parts of its Record are the function, what it holds by place and by name.
    """


def applied(function, arguments, keywords=None):
    """A function with its first arguments and some named ones."""
    items = dict(enumerate([function, *arguments]))
    return Record(items | (keywords or {}), Applied)


def parted(record):
    """(function, arguments, keywords) of a function that holds arguments."""
    function, *arguments = [v for k, v in record.items.items() if isinstance(k, int)]
    keywords = {k: v for k, v in record.items.items() if isinstance(k, str)}
    return function, arguments, keywords


def objects_held(function):
    """What a bound method passes in front of the arguments of a call."""
    if not isinstance(function, types.MethodType):
        return []
    return [Static(function.__self__, hint="self")]


class Made:
    """Stands for a function or an object that is returned: the closure, or None."""

    def __init__(self, closure=None):
        self.closure = closure


def wrapped(value, carried):
    """A value to be returned, with Records of their captures in place of closures.

    What is known stays known to the caller: a function, a text, a flag.
    """
    if isinstance(value, Closure):
        closure = carried(value)
        items = {k: wrapped(v, carried) for k, v in closure.captured.items()}
        return Record(items, Made(closure))
    if isinstance(getattr(value, "number", None), bool):  # a flag in a name
        value = Static(value.number)
    if isinstance(value, Static):
        is_flag = isinstance(value.value, bool)
        if is_flag or not isinstance(value.value, _NUMBERS):
            return Record({0: value}, Made())
    if isinstance(value, Bound):
        return Record({0: value}, Made())
    if isinstance(value, Record):
        items = {k: wrapped(v, carried) for k, v in value.items.items()}
        return replace(value, items=items)
    return value


def unwrapped(value):
    """The value of a call, with closures again."""
    if not isinstance(value, Record):
        return value
    items = {key: unwrapped(item) for key, item in value.items.items()}
    if not isinstance(value.container, Made):
        return Record(items, value.container, value.token)
    closure = value.container.closure
    return items[0] if closure is None else replace(closure, captured=items)
