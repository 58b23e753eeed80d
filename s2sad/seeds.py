"""Tangents, seeds and shadows that a caller gives: checked, fitted to their primals."""

import numpy as np

from s2sad.errors import UsageError
from s2sad.facts.kinds import kind_of_value
from s2sad.structures import parts_of


def tangent_leaves(primal, given, words):
    """The tangents of the float leaves of one argument, checked."""
    kind = None if isinstance(primal, bool) else kind_of_value(primal)
    if kind is not None:
        if not kind.is_float:
            if given is not None and np.any(np.asarray(given) != 0):
                raise UsageError(f"{words} must be zeros or None: it is of integers")
            return []
        return [_fitted(primal, given, words)]
    parts = parts_of(primal)
    if parts is None:
        return []
    inner = dict.fromkeys(parts) if given is None else parts_of(given)
    if inner is None or list(inner) != list(parts):
        raise UsageError(f"{words} does not have the structure of its primal")
    return [
        leaf
        for (key, part), other in zip(parts.items(), inner.values())
        for leaf in tangent_leaves(part, other, f"{words}[{key!r}]")
    ]


def _fitted(primal, given, words):
    """A tangent or seed with the shape and dtype of its primal."""
    shape = np.shape(primal)
    if given is None:
        return np.zeros_like(primal) if shape else 0.0
    try:
        np.asarray(given)
    except ValueError:
        raise UsageError(f"{words} is {given!r}, not numbers") from None
    if isinstance(given, (str, bytes)) or np.asarray(given).dtype.kind not in "fiub":
        raise UsageError(f"{words} is {given!r}, not numbers")
    if np.shape(given) != shape:
        raise UsageError(
            f"{words} has shape {np.shape(given)}, but its primal has shape {shape}"
        )
    if not shape:
        dtype = getattr(primal, "dtype", None)
        return float(given) if dtype is None else dtype.type(given)
    return np.array(given, dtype=primal.dtype)


def check_shadow(word, name, primal, given):
    """A tangent or shadow is of the shape and dtype of its primal."""
    if np.shape(given) != np.shape(primal):
        raise UsageError(
            f"{word} has shape {np.shape(given)}, but {name} has shape "
            f"{np.shape(primal)}"
        )
    if isinstance(primal, np.ndarray) and given.dtype != primal.dtype:
        raise UsageError(
            f"{word} is an array of {given.dtype}, but {name} is an array of "
            f"{primal.dtype}"
        )
