"""What NumPy makes of the indices of a subscript: which axes an array has, and where.

Index arrays are broadcast against each other, and numbers beside them too. Their axes
stand where the first of them stood; if a slice comes between them, before all others.
"""

from dataclasses import dataclass
from typing import Any

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array, Scalar, broadcast


def index_items(node):
    """The indices of a subscript, one an axis."""
    index = node.slice
    return list(index.elts) if isinstance(index, gast.Tuple) else [index]


def is_new(item):
    """Whether an index is None, for a new axis."""
    return isinstance(item, gast.Constant) and item.value is None


def is_whole(item):
    """Whether an index is `:`."""
    if not isinstance(item, gast.Slice):
        return False
    return item.lower is None and item.upper is None and item.step is None


def is_of_places(node, callees):
    """Whether a call gives the places where an array is not 0, an index array an axis.

    `callees` are the functions of the text that holds it.
    """
    if not isinstance(node, gast.Call):
        return False
    callee = callees.get(getattr(node.func, "id", None))
    if callee is None:
        return spelling(node.func) == "np.flatnonzero"
    source = callee.source
    return source.is_definition and source.function.__name__ == "nonzero"


@dataclass(frozen=True)
class Taken:
    """What index arrays take: `kinds` of the items, where their axes stand, which."""

    kinds: list
    place: int
    joint: Any

    @property
    def arrays(self):
        """The positions of the index arrays among the items."""
        return [n for n, kind in enumerate(self.kinds) if isinstance(kind, Array)]

    @property
    def is_simple(self):
        """Whether the text may hold it: one vector, its axis in the place of its own.

        Compiled code knows no others.
        """
        if len(self.arrays) > 1 or self.joint.rank > 1:
            return False
        (position,) = self.arrays
        return self.place == sum(not _is_number(k) for k in self.kinds[:position])


def taken(items, kind_of):
    """A Taken, or None if no index is an array."""
    kinds = [
        None if isinstance(item, gast.Slice) or is_new(item) else kind_of(item)
        for item in items
    ]
    arrays = [kind for kind in kinds if isinstance(kind, Array)]
    if not arrays:
        return None
    advanced = [n for n, kind in enumerate(kinds) if kind is not None]
    is_together = advanced == list(range(advanced[0], advanced[-1] + 1))
    return Taken(kinds, advanced[0] if is_together else 0, broadcast(*arrays))


def _is_number(kind):
    return isinstance(kind, Scalar)
