"""What meets the calls of a function in one that is read, where its lines do not.

It is an attribute of the plain function. Attributes travel: functools.wraps copies them
to what is around a function, which does something else, and Numba to what it compiles.
So those of the plain function count, and no others.
"""

import types
from typing import Any

from s2sad.syntax.source import plain_function


def mark(function, meets) -> Any:
    """Let calls of a function be met by `meets(frame, arguments, keywords, node)`."""
    plain_function(function).__s2sad__ = meets
    return function


def mark_of(thing) -> Any:
    """What meets the calls of a thing, or None.

    Those of a bound method are met with its object in front.
    """
    plain = plain_function(thing)
    own = getattr(type(plain), "__s2sad__", None)
    if own is not None:
        return types.MethodType(own, plain)
    is_function = isinstance(plain, types.FunctionType)
    return vars(plain).get("__s2sad__") if is_function else None
