"""What compiling a function fixed: the types of its arguments, results and variables.

    @njit("float64(int64)")             half(2.7)     becomes     float(half(int(2.7)))

A call converts numbers to the types of the signature that fits best, as Numba does;
arrays have these types or the call is refused.
"""

from typing import Any

import numba
import numpy as np
from numba.np.ufunc.dufunc import DUFunc

from s2sad.facts.kinds import (
    BOOL,
    COMPLEX,
    FLOAT,
    FLOAT32,
    INT,
    Scalar,
    array_kind,
    wider,
)
from s2sad.facts.values import Expression, Static
from s2sad.syntax.source import plain_function

_WORDS = {"float64": float, "float32": np.float32, "int": int, "bool": bool}
_WORDS["complex128"] = complex
_NUMBERS = {bool: BOOL, int: INT, float: FLOAT, complex: COMPLEX}


def kind_of_numba(numba_type):
    """The kind of values of a Numba type, or None."""
    if isinstance(numba_type, numba.types.Array):
        kind = kind_of_numba(numba_type.dtype)
        return kind and array_kind(kind.dtype, numba_type.ndim)
    if isinstance(numba_type, numba.types.Float):
        return {32: FLOAT32, 64: FLOAT}.get(numba_type.bitwidth)
    if isinstance(numba_type, numba.types.Complex):
        return COMPLEX if numba_type.bitwidth == 128 else None
    if isinstance(numba_type, numba.types.Integer):
        return INT
    return BOOL if isinstance(numba_type, numba.types.Boolean) else None


def is_ufunc(target):
    """Whether numba.vectorize made this: a function of numbers, and of elements."""
    return isinstance(target, DUFunc)


def signatures(function):
    """The signatures that a compiled function was given, [] if it takes all types."""
    compiled: Any = getattr(function, "_dispatcher", function)
    if is_ufunc(function):
        is_open = not function._frozen
    else:
        is_open = getattr(compiled, "_can_compile", True)
    return [] if is_open else [made.signature for made in compiled.overloads.values()]


def is_more(function, values):
    """Whether a call with {parameter: value} does more than the Python function."""
    if is_ufunc(function):
        return True
    if not signatures(function):
        return False
    found = _fitting(function, values.values())
    if found is None or _cost(found, values.values()) != (0, 0):
        return True
    return kind_of_numba(found.return_type) in (INT, BOOL, FLOAT32)


def _fitting(function, values):
    """The signature that fits values best, or None."""
    costs = [(_cost(found, values), found) for found in signatures(function)]
    possible = [(cost, found) for cost, found in costs if cost is not None]
    if is_ufunc(function):  # the casts of NumPy lose nothing
        possible = [(cost, found) for cost, found in possible if cost[0] == 0]
    return min(possible, key=lambda pair: pair[0])[1] if possible else None


def _cost(signature, values: Any):
    """(conversions that lose, conversions that do not), None if it does not fit."""
    if len(signature.args) != len(values):
        return None
    losing = kept = 0
    for numba_type, value in zip(signature.args, values):
        wanted, kind = kind_of_numba(numba_type), _kind(value)
        if wanted is None or kind is None or wanted == kind:
            continue
        if wanted.rank != kind.rank or (kind.rank and wanted.dtype != kind.dtype):
            return None
        if not kind.rank and wider(wanted.dtype, kind.dtype) != wanted.dtype:
            losing += 1
        elif not kind.rank:
            kept += 1
    return losing, kept


def _kind(value):
    if isinstance(value, Static) and type(value.value) in _NUMBERS:
        return _NUMBERS[type(value.value)]
    return value.kind if isinstance(value, Expression) else None


def converted(frame, function, values, node):
    """({parameter: value}, the kind of the result or None) as a signature asks."""
    if not signatures(function):
        return values, None
    found = _fitting(function, values.values())
    if found is None:
        name = plain_function(function).__name__
        shown = "; ".join(str(list(s.args)) for s in signatures(function))
        what = f"{name} was compiled for other types: {shown}"
        raise frame.refuse(node, what, "arguments of these types")
    values = {
        name: as_kind(frame, value, kind_of_numba(numba_type), node)
        for (name, value), numba_type in zip(values.items(), found.args)
    }
    return values, kind_of_numba(found.return_type)


def as_kind(frame, value, kind, node):
    """A number as one of that kind; all else as it is."""
    if not isinstance(kind, Scalar) or _kind(value) in (kind, None):
        return value
    if isinstance(value, Expression) and value.kind.rank:
        return value
    word = Static(_WORDS[kind.dtype])
    return frame.applications.apply(word, [value], {}, node)
