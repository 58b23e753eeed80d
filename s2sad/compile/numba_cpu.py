"""Text to a callable that Numba compiles for the CPU."""

import types

import numba

from s2sad.compile.plain import namespace
from s2sad.errors import UsageError

_DEFAULTS = {"error_model": "numpy"}


def numba_callable(text, name, options, names=None, result=None):
    """The compiled function `name` of a module of text.

    Every function of the module is compiled with the same options; callers find callees
    by their global names. `result`, if given, is the structure of nested tuples that
    the function is to return in place of a flat one.
    """
    is_looked_at = not options.get("boundscheck")
    found = namespace(text, name, names, ieee=False, result=result, limits=is_looked_at)
    # Only loops that say so run in parallel; Numba warns where there is none.
    is_parallel = "prange" in found
    settings = {**_DEFAULTS, "parallel": is_parallel, **options}
    for key, value in list(found.items()):
        if isinstance(value, types.FunctionType) and value.__globals__ is found:
            fresh = {
                k: dict(v) if isinstance(v, dict) else v for k, v in settings.items()
            }
            if "prange" not in value.__code__.co_names:
                fresh.pop("parallel", None)
            if "objmode" in value.__code__.co_names:
                # What Python runs has the names of this text, not of a module.
                value.__module__ = None
            found[key] = _compiled(value, fresh)
    return found[name]


def _compiled(function, settings):
    try:
        return numba.njit(**settings)(function)
    except KeyError as error:
        raise UsageError(str(error.args[0])) from None
