"""Calls that Python, NumPy or SciPy would not take: too few arguments, or other names.

np.outer(x)     is refused with what outer says of it: missing a required argument: 'b'
"""

import cmath
import functools
import inspect
import math
import types

import numpy as np

from s2sad.facts.values import is_of
from s2sad.known.comparable import has_hash, name_of

_BUILTIN = (types.BuiltinFunctionType, np.ufunc)
# Builtins that tell no signature, and take something.
_NOT_EMPTY = (max, min, range, np.einsum, functools.partial)
_OF_NUMBERS = {float, int, complex, abs, round, divmod, pow}
_OF_NUMBERS |= {f for f in [*vars(math).values(), *vars(cmath).values()] if callable(f)}
_OF_NUMBERS -= {math.prod, math.fsum, math.dist, getattr(math, "sumprod", None)}


def check_call(frame, target, arguments, keywords, node):
    """Refuse a call of a function of the libraries with arguments it does not take."""
    if not arguments and any(target is other for other in _NOT_EMPTY):
        what = f"{name_of(target)}() without arguments"
        raise frame.refuse(node, what, "the arguments that it takes")
    if has_hash(target) and target in _OF_NUMBERS:
        _check_numbers(frame, target, arguments, node)
    signature = _signature(target)
    try:
        if signature is not None:
            signature.bind(*arguments, **keywords)
    except TypeError as error:
        what = f"{name_of(target)}: {error}"
        raise frame.refuse(node, what, "the arguments that it takes") from None


def _check_numbers(frame, target, arguments, node):
    for value in arguments:
        if is_of(value, tuple, list, dict):
            what = f"{name_of(target)}() of a {value.container.__name__}"
            raise frame.refuse(node, what, "a number")


def _signature(target):
    """The signature of a function of the libraries, or None."""
    module = (getattr(target, "__module__", None) or "").partition(".")[0]
    is_of_library = module in ("numpy", "scipy") and not isinstance(target, type)
    if isinstance(target, _BUILTIN) or is_of_library:
        return _told(target)
    return None


@functools.lru_cache(maxsize=1024)
def _told(target):
    try:
        return inspect.signature(target)
    except (TypeError, ValueError):
        return None
