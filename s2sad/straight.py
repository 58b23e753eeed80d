"""Calls that go as one before them went: by the types of their arguments alone."""

import numpy as np

_FLOATS = (float, np.float64)


def types_of(arguments, tangents=None):
    """What says that another call goes as this one does; None where nothing does.

    It is made of types, which is all that compiled code asks for: no array has a length
    of 1 or 0, which texts depend on, and each tangent fits its primal as it is.
    """
    if tangents is None:
        tangents = [None] * len(arguments)
    elif all(dot is None for dot in tangents):
        return None
    words = []
    for primal, dot in zip(arguments, tangents):
        kind = type(primal)
        if dot is not None and not _fits(dot, primal, kind):
            return None
        if kind is np.ndarray:
            shape = primal.shape
            if not shape or 0 in shape or 1 in shape:
                return None
            kind = (primal.dtype, len(shape))
        elif kind is int and not -(2**63) <= primal < 2**63:
            return None
        words.append((kind, dot is None))
    return tuple(words)


def _fits(dot, primal, kind):
    """Whether a tangent is of the very type and shape of its primal, of floats."""
    if type(dot) is not kind:
        return False
    if kind is not np.ndarray:
        return kind in _FLOATS
    same = dot.shape == primal.shape and dot.dtype == primal.dtype
    return same and primal.dtype.kind in "fc"


class Straight:
    """The specialisations that take arguments of some types as they are."""

    def __init__(self):
        self.known = {}

    def find(self, types):
        """What serves a call of these types, if it is still as it was; or None."""
        found = self.known.get(types)
        return found if found is not None and found.is_current() else None

    def keep(self, types, found, arguments, leaves):
        """A specialisation served these arguments; `leaves` are their numbers."""
        if types is not None and found.takes(arguments, leaves):
            self.known[types] = found
