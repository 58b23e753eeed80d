"""How many trips loops make, where that is known before the loops around them begin."""

import gast

from s2sad.facts.regions import Reads
from s2sad.syntax import build
from s2sad.syntax.build import length, number_of, shifted


class Trips:
    """Asks for the rooms that hold one value for each trip of a loop.

    `counts` are the loops that end by a condition.
    """

    def __init__(self, tree, counts):
        self.tree, self.counts = tree, counts
        self.reads = Reads(tree.plain.kinds)

    def counted(self, loop, outermost):
        """(size, index) of saved arrays for a loop; None if not known before it."""
        if not isinstance(loop, gast.For) or id(loop) in self.counts:
            return None
        bounds = loop.iter.args
        start = build.constant(0) if len(bounds) == 1 else bounds[0]
        stop = bounds[0] if len(bounds) == 1 else bounds[1]
        step = number_of(bounds[2]) if len(bounds) == 3 else 1
        index = build.name(loop.target.id)
        if step is None or any(
            not self.is_invariant(b, outermost) for b in bounds[1:2]
        ):
            return None
        if step > 0 and self.is_natural(start) and self.is_invariant(stop, outermost):
            return length(stop), index
        if step < 0 and self.is_invariant(start, outermost):
            last = number_of(stop)
            if last is not None and last >= -1:
                return length(shifted(start, 1)), index
        return None

    def is_invariant(self, node, loop):
        """Whether an expression means the same before a loop as inside it."""
        names, contents = self.reads.of(node)
        first, last = self.tree.order[id(loop)], self.tree.last_order(loop)
        if any(self.tree.defs_between(name, first, last) for name in names):
            return False
        return not any(
            self.tree.writes_between(self.tree.classes.of(n), first, last)
            for n in contents
        )

    def is_natural(self, node):
        """Whether an integer expression is surely not negative."""
        number = number_of(node)
        if number is not None:
            return number >= 0
        if isinstance(node, gast.Name):
            loops = [
                n
                for n in self.tree.defs.get(node.id, [])
                if isinstance(n, gast.For) and len(n.iter.args) < 3
            ]
            defs = self.tree.defs.get(node.id, [])
            if not loops or len(loops) != len(defs):
                return False
            return all(
                len(n.iter.args) == 1 or self.is_natural(n.iter.args[0]) for n in loops
            )
        if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Mult)):
            return self.is_natural(node.left) and self.is_natural(node.right)
        return False
