"""What statements read and set: names, and contents of arrays."""

from dataclasses import dataclass, replace

import gast

from s2sad.facts.effects import base_name, speaks
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import Reads, defined, header_reads
from s2sad.facts.written import written_names
from s2sad.syntax.walk import statements, walk


@dataclass
class Effects:
    """What statements read and set: names, and classes of arrays by their contents."""

    reads: set
    writes: set
    is_loud: bool

    def conflicts(self, other):
        """Whether the two may not change their order."""
        return bool(
            self.writes & (other.reads | other.writes)
            or other.writes & self.reads
            or (self.is_loud and other.is_loud)
        )


class Touched:
    """Finds what statements of one function touch."""

    def __init__(self, lowering):
        self.lowering = lowering
        self.kinds, self.classes = lowering.kinds, lowering.classes
        # an array that only one loop used may be a number by now
        self.plain = replace(lowering.plain, kinds=self.kinds)
        self.reads = Reads(self.kinds)
        given = [p for p in self.plain.parameters if self.is_array(p)]
        self.given = {self.classes.of(name) for name in given}

    def is_array(self, name):
        return isinstance(self.kinds.get(name), (Array, Stack))

    def effects(self, block):
        reads, writes, is_loud = set(), set(), False
        nodes = [n for statement in block for n in statements(statement)]
        loops = {n.target.id for n in nodes if isinstance(n, gast.For)}
        own = loops & (self.lowering.loops_own | set(self.lowering.pool))
        for node in nodes:
            names, arrays = self.reads.of(*header_reads(node))
            reads |= names | set(map(self.contents, arrays))
            writes |= set(defined(node, self.plain))
            if isinstance(node, gast.AugAssign):
                reads |= {base_name(node.target)}
            written = written_names(node, self.plain)
            reads |= set(written)
            writes |= set(map(self.contents, written))
            is_loud |= self.is_loud(node, written)
        return Effects(reads - own, writes - own, is_loud)

    def contents(self, name):
        return ("contents", self.classes.of(name))

    def is_loud(self, node, written):
        """Whether others notice when a statement runs."""
        if any(self.classes.of(name) in self.given for name in written):
            return True
        if isinstance(node, (gast.Raise, gast.Return, gast.Break, gast.Assert)):
            return True
        if isinstance(node, gast.While):
            return True
        return any(
            isinstance(n, gast.Call)
            and isinstance(n.func, gast.Name)
            and self.speaks(n.func.id)
            for n in walk(node)
        ) and not isinstance(node, (gast.If, gast.For))

    def speaks(self, name):
        """Whether a call of a function may raise or print."""
        callee = self.plain.callees.get(name)
        return name == "print" or (callee is not None and speaks(callee))
