"""Python functions that do nothing but call another object, for what has no source."""

import functools
import inspect
import types

import numpy as np

from s2sad.called.library import library_word
from s2sad.compile.plain import namespace_of
from s2sad.known.definitions import definition_of
from s2sad.known.said import call_said
from s2sad.syntax.marks import mark_of
from s2sad.syntax.source import plain_function

_LITERALS = (bool, int, float, str, type(None))


def called(function):
    """A Python function that does nothing but call this object."""
    plain = plain_function(function)
    parameters = inspect.signature(plain).parameters.values()
    words = [
        f"{p.name}={p.name}" if p.kind is p.KEYWORD_ONLY else p.name for p in parameters
    ]
    head = [p.name for p in parameters]
    name = "function" if plain.__name__ == "<lambda>" else plain.__name__
    return _calling(function, name, head, words)


def is_met(function):
    """Whether calls of a function are met by something else than its lines."""
    return mark_of(function) is not None or call_said(function.__doc__) is not None


def in_python(function):
    """A function of NumPy, SciPy or math as one in Python; all others as they are."""
    return _in_python(function) if _is_of_library(function) else function


def _is_of_library(function):
    if definition_of(function) is not None:
        return True
    if isinstance(function, np.ufunc):
        return function.__name__.isidentifier()  # else it is of np.frompyfunc
    is_in_c = not isinstance(plain_function(function), (types.FunctionType, type))
    is_builtin = getattr(function, "__module__", None) == "builtins"
    return is_in_c and not is_builtin and library_word(function) is not None


@functools.cache
def _in_python(function):
    definition = definition_of(function)
    if definition is None and isinstance(function, np.ufunc):
        head = words = ["x"] if function.nin == 1 else list("xyzuvw"[: function.nin])
    else:
        head, words = _parameters(definition or function)
    return _calling(function, function.__name__, head, words)


def _parameters(function):
    """What a function takes without being told, and what it may be told in literals."""
    head, words = [], []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY:
            break
        name, default = parameter.name, parameter.default
        if default is not parameter.empty and not isinstance(default, _LITERALS):
            break
        is_needed = default is parameter.empty
        head.append(name if is_needed else f"{name}={default!r}")
        words.append(name if is_needed else f"{name}={name}")
    return head, words


def _calling(function, name, head, words):
    text = f"def {name}({', '.join(head)}):\n    return _function({', '.join(words)})\n"
    return namespace_of(text, name, {"_function": function})[name]
