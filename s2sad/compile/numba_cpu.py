"""Text to a callable that Numba compiles for the CPU."""

import types

import numba

from s2sad.compile.plain import namespace

_DEFAULTS = {"error_model": "numpy"}


def numba_callable(text, name, options):
    """The compiled function `name` of a module of text.

    Every function of the module is compiled with the same options; callers find callees
    by their global names.
    """
    found = namespace(text, name, ieee=False)
    settings = {**_DEFAULTS, **options}
    for key, value in list(found.items()):
        if isinstance(value, types.FunctionType) and value.__globals__ is found:
            fresh = {
                k: dict(v) if isinstance(v, dict) else v for k, v in settings.items()
            }
            found[key] = numba.njit(**fresh)(value)
    return found[name]
