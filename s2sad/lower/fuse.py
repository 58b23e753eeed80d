"""Loops over one index space, made of statements that follow each other, become one.

for i in range(n):                  becomes     for i in range(n):
    y[i] = np.sin(x[i])                             y[i] = np.sin(x[i])
for i in range(n):                                  s += y[i] * w[i]
    s += y[i] * w[i]

What stands between moves before both or behind both, where that changes nothing.
"""

from collections import Counter
from dataclasses import dataclass

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name, speaks
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import Reads, defined, header_reads
from s2sad.facts.written import written_names
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import statements, walk


def fused(statements, lowering):
    """A block with the loops that lowering made taken together."""
    return _Fuser(lowering).block(statements)


@dataclass
class _Effects:
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


class _Fuser:
    def __init__(self, lowering):
        self.lowering, self.plain = lowering, lowering.plain
        self.nests, self.kinds = lowering.nests, lowering.kinds
        self.classes = lowering.classes
        self.reads = Reads(self.kinds)
        self.distinct = _distinct(self.plain)
        given = [p for p in self.plain.parameters if self.is_array(p)]
        self.given = {self.classes.of(name) for name in given}

    def block(self, statements):
        out = [self.inner(node) for node in statements]
        end = 1
        while end < len(out):
            made = self.taken_in(out, end) if self.is_nest(out[end]) else None
            if made is None:
                end += 1
            else:
                out, end = made
        return out

    def inner(self, node):
        if not build.has_blocks(node):
            return node
        new = build.with_blocks(node, self.block)
        if self.is_nest(node):
            self.nests[id(new)] = new
        return new

    def is_nest(self, node):
        return id(node) in self.nests

    def is_array(self, name):
        return isinstance(self.kinds.get(name), (Array, Stack))

    def taken_in(self, out, end):
        """(the block with an earlier loop and the one at `end` as one, where), or None.

        The earlier loop comes down to the other: what must run before it goes up.
        """
        for start in range(end - 1, -1, -1):
            first, second = out[start], out[end]
            if not self.is_nest(first) or not _same_range(first, second):
                continue
            sides = self.sides(first, out[start + 1 : end], second)
            if sides is None or not self.can_join(first, second):
                continue
            above, below = sides
            body = self.block([*first.body, *second.body])
            loop = gast.copy_location(build.with_body(first, body), first)
            self.nests[id(loop)] = loop
            new = [*out[:start], *above, loop, *below, *out[end + 1 :]]
            return new, start + len(above)
        return None

    def sides(self, first, between, second):
        """What stands between two loops: (what goes above, what below), or None."""
        own, last = self.effects([first]), self.effects([second])
        above, below = [], []
        for node in between:
            effects = self.effects([node])
            stays = self.effects(below)
            if not effects.conflicts(own) and not effects.conflicts(stays):
                above.append(node)
            elif effects.conflicts(last):
                return None
            else:
                below.append(node)
        return above, below

    # may one loop do the work of two

    def can_join(self, first, second):
        one, other = self.effects([first]), self.effects([second])
        if one.is_loud or other.is_loud:
            return False
        shared = one.writes & (other.reads | other.writes) | other.writes & one.reads
        for item in shared:
            if not isinstance(item, tuple) or not self.is_aligned(
                item, (first, second)
            ):
                return False
        return True

    def is_aligned(self, item, loops):
        """Whether all of a class of arrays is met in the trip that it belongs to."""
        variable = loops[0].target.id
        places, positions = [], None
        for loop in loops:
            found = self.places(item, loop)
            if found is None:
                return False
            places += found
        if len({node.value.id for node in places}) > 1:
            return False
        for node in places:
            own = {
                (axis, gast.dump(index))
                for axis, index in enumerate(index_items(node))
                if variable in names_in(index) and not self.is_compound(index)
            }
            positions = own if positions is None else positions & own
        return bool(positions)

    def places(self, item, loop):
        """The elements of a class of arrays that a loop touches; None if it is more."""
        found, inside = [], set()
        for node in walk(loop):
            if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
                if self.is_class(node.value.id, item):
                    found.append(node)
                    inside.add(id(node.value))
        for node in walk(loop):
            if isinstance(node, gast.Name) and self.is_class(node.id, item):
                if id(node) not in inside:
                    return None
        if any(getattr(n.value, "attr", None) == "shape" for n in found):
            return None
        return found

    def is_class(self, name, item):
        return self.is_array(name) and ("contents", self.classes.of(name)) == item

    def is_compound(self, index):
        """Whether an index may be one element for several values of its variable."""
        if isinstance(index, gast.Name):
            return False
        if isinstance(index, gast.Subscript):
            name = getattr(index.value, "id", None)
            return name not in self.distinct or self.is_compound(index.slice)
        if isinstance(index, gast.BinOp) and isinstance(index.op, (gast.Add, gast.Sub)):
            is_moved = isinstance(index.right, gast.Constant)
            return not is_moved or self.is_compound(index.left)
        return True

    # effects

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
        return _Effects(reads - own, writes - own, is_loud)

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


def _distinct(plain):
    """The names of places where a mask is true: none of them is there twice."""
    bound, written = Counter(plain.parameters), set()
    for node in statements(plain.node):
        bound.update(defined(node, plain))
        written.update(written_names(node, plain))
    return {
        node.targets[0].id
        for node in statements(plain.node)
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)
        if spelling(getattr(node.value, "func", None)) == "np.flatnonzero"
        if bound[node.targets[0].id] == 1 and node.targets[0].id not in written
    }


def _same_range(first, second):
    return gast.dump(first.iter) == gast.dump(second.iter) and (
        first.target.id == second.target.id
    )
