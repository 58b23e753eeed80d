"""Checks of lengths that a loop relies on: it may not go before them.

for i in range(len(x)): ...
if len(w) != len(x):
    raise ValueError("w and x have different shapes")
for i in range(len(x)):         alone it may read w[i]; taken together with the first
    s += x[i] * w[i]            loop it would read behind the end of w
"""

import gast

from s2sad.facts.kinds import Array
from s2sad.lower.lengths import Lengths
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import statements


class Guards:
    """Asks of the loops of one function which checks must come before them."""

    def __init__(self, lowering):
        self.lowering, self.kinds = lowering, lowering.kinds

    def hold(self, loop, before, between):
        """Whether what comes `between` tells lengths that a loop relies on.

        `before` are the statements that surely ran by then.
        """
        checks = [n for node in between for n in statements(node) if _may_raise(n)]
        if not checks:
            return False
        arrays = self.arrays_of(loop)
        if any(not _compares(n) and arrays & names_in(n.test) for n in checks):
            return True
        # what is told inside a block is forgotten behind it
        known, told = self.lengths(before), self.lengths([*before, *between])
        first, then = (self.words(loop, arrays, found) for found in (known, told))
        return len(set(first)) > len(set(then))

    def arrays_of(self, loop):
        return {n for n in names_in(loop) if isinstance(self.kinds.get(n), Array)}

    def lengths(self, block):
        """What statements tell of lengths."""
        found = Lengths(self.kinds, self.lowering.counts, self.lowering.plain.callees)
        for node in block:
            found.learn(node)
        return found

    def words(self, loop, arrays, lengths):
        """How long all that a loop reads is, and how far it goes, in words."""
        nodes = [
            lengths.of(name, axis)
            for name in sorted(arrays)
            for axis in range(self.kinds[name].rank)
        ]
        for inner in statements(loop):
            if isinstance(inner, gast.For):
                nodes += map(lengths.number, inner.iter.args)
        return map(gast.dump, nodes)


def _may_raise(node):
    """Whether a statement is a condition under which an error is raised."""
    is_branch = isinstance(node, gast.If)
    return is_branch and any(isinstance(n, gast.Raise) for n in statements(node))


def _compares(node):
    """Whether a check is of two lengths, or shapes, that must be equal."""
    test = node.test
    return isinstance(test, gast.Compare) and isinstance(test.ops[0], gast.NotEq)
