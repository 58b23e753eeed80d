"""What generated code reads and writes: whether its parts may change their order."""

from dataclasses import dataclass

import gast

from s2sad.facts.text import contents, root
from s2sad.syntax.walk import walk

# What ends the block that it stands in.
LEAVING = (gast.Raise, gast.Return, gast.Break, gast.Continue)


@dataclass
class Effects:
    """What code reads and writes: names, and families of arrays for their contents.

    `is_leaving` says that it may end what it stands in, `is_raising` how: of two errors
    the first one is seen.
    """

    reads: set
    writes: set
    is_leaving: bool = False
    is_raising: bool = False

    def conflicts(self, other):
        """Whether the two may not change their order."""
        return bool(
            self.writes & (other.reads | other.writes)
            or other.writes & self.reads
            or (self.is_raising and other.is_raising)
        )


def effects(statements, known, families):
    """The effects of statements, one after the other."""
    found = Effects(set(), set())
    for statement in statements:
        names, arrays = contents(statement, known)
        found.reads |= names | {("contents", families.of(a)) for a in arrays}
        for node in walk(statement):
            found.is_leaving |= isinstance(node, LEAVING)
            found.is_raising |= isinstance(node, gast.Raise)
            for place in _places(node):
                _write(place, found.writes, known, families)
            if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
                found.reads.add(node.target.id)
            if isinstance(node, gast.Call):
                for place in known.written(node):
                    found.writes.add(("contents", families.of(root(place))))
    return found


def _write(place, writes, known, families):
    is_whole = isinstance(place, gast.Name)
    if is_whole:
        writes.add(place.id)
    if not is_whole or place.id in known.arrays:
        writes.add(("contents", families.of(root(place))))


def _places(node):
    """What a node itself sets."""
    if isinstance(node, gast.Assign):
        place = node.targets[0]
        return place.elts if isinstance(place, gast.Tuple) else [place]
    if isinstance(node, (gast.AugAssign, gast.For)):
        return [node.target]
    return []
