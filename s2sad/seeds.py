"""Tangents, seeds and shadows that a caller gives: checked, fitted to their primals."""

from typing import Any

import numpy as np

from s2sad.errors import UsageError
from s2sad.facts.kinds import COMPLEX, FLOAT, kind_of_value
from s2sad.structures import parts_of


def tangent_leaves(primal, given, words):
    """The tangents of the float leaves of one argument, checked."""
    return [leaf for leaf in seed_leaves(primal, given, words) if leaf is not None]


def has_floats(value):
    """Whether there are floats among the numbers and arrays of a value."""
    kind = kind_of_value(value)
    if kind is not None:
        return kind.is_float
    return any(map(has_floats, (parts_of(value) or {}).values()))


def seed_leaves(value, given, words):
    """A seed for each number and array of a value, None for one that is no float."""
    kind = kind_of_value(value)
    if kind is not None:
        if kind.is_float:
            return [_fitted(value, given, words)]
        if given is not None and np.any(np.asarray(given) != 0):
            what = "booleans" if kind.dtype == "bool" else "integers"
            raise UsageError(f"{words} must be zeros or None: it is of {what}")
        return [None]
    parts = parts_of(value)
    if parts is None:
        return []
    inner = _matching(value, parts, given, words)
    return [
        leaf
        for key, part in parts.items()
        for leaf in seed_leaves(part, inner[key], f"{words}[{key!r}]")
    ]


def _matching(value, parts, given, words):
    """{key: part} of what is given for a structure, which must be one like it."""
    if given is None:
        return dict.fromkeys(parts)
    inner = parts_of(given)
    why = ""
    if inner is not None and inner.keys() == parts.keys():
        both = type(given), type(value)
        if both[0] is both[1] or all(hasattr(kind, "_fields") for kind in both):
            return inner
        why = f": it is a {type(given).__name__}, not a {type(value).__name__}"
    raise UsageError(f"{words} does not have the structure of its primal{why}")


def _fitted(primal, given, words):
    """A tangent or seed with the shape and dtype of its primal."""
    shape = np.shape(primal)
    kind: Any = kind_of_value(primal)
    if given is None:
        return np.zeros_like(primal) if shape else _NUMBERS.get(kind, float)(0.0)
    _check_numbers(given, words, kind)
    if np.shape(given) != shape:
        raise UsageError(
            f"{words} has shape {np.shape(given)}, but its primal has shape {shape}"
        )
    return _converted(given, getattr(primal, "dtype", None), kind)


def fitted_to_kind(kind, given, words):
    """A seed of a kind; its shape is another question."""
    _check_numbers(given, words, kind)
    if np.ndim(given) != kind.rank:
        raise UsageError(
            f"{words} has shape {np.shape(given)}, but its result is {kind}"
        )
    return _converted(given, np.dtype(kind.dtype) if kind != FLOAT else None, kind)


def _check_numbers(given, words, kind):
    try:
        found = np.asarray(given).dtype.kind
    except ValueError:
        found = "O"
    if found == "c" and not kind.is_complex:
        raise UsageError(f"{words} is complex, but its primal is {kind}")
    if found not in "fiubc":
        raise UsageError(f"{words} is {given!r}, not numbers")


# What numbers of Python are.
_NUMBERS = {COMPLEX: complex}


def _converted(given, dtype, kind):
    """A number or a new array of a dtype; without one a number of Python's."""
    if np.ndim(given):
        return np.array(given, dtype=dtype)
    return _NUMBERS.get(kind, float)(given) if dtype is None else dtype.type(given)


def check_shadow(word, name, primal, given: Any, is_sum):
    """A tangent, or a shadow that is added to, of the shape and dtype of its primal."""
    _check_numbers(given, word, kind_of_value(primal))
    if not isinstance(primal, np.ndarray):
        return _fitted(primal, given, word)
    shape = np.shape(given)
    if shape != primal.shape:
        raise UsageError(
            f"{word} has shape {shape}, but {name} has shape {primal.shape}"
        )
    if not isinstance(given, np.ndarray):
        raise UsageError(f"{word} is a {type(given).__name__}, not an array")
    if given.dtype != primal.dtype:
        raise UsageError(
            f"{word} is an array of {given.dtype}, but {name} is an array of "
            f"{primal.dtype}"
        )
    if is_sum and not given.flags.writeable:
        raise UsageError(f"{word} is read-only, but the adjoint of {name} goes into it")
    return given
