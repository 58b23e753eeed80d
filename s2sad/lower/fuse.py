"""Loops over one index space, made of statements that follow each other, become one.

for i in range(n):                  becomes     for i in range(n):
    y[i] = np.sin(x[i])                             y[i] = np.sin(x[i])
for i in range(n):                                  s += y[i] * w[i]
    s += y[i] * w[i]

What stands between moves before both or behind both, where that changes nothing.
"""

from collections import Counter
from itertools import chain

import gast

from s2sad.facts.indices import index_items, is_of_places
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import defined
from s2sad.facts.written import written_names
from s2sad.lower.guards import Guards
from s2sad.lower.touched import Touched
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import statements, walk


def fused(statements, lowering):
    """A block with the loops that lowering made taken together."""
    return _Fuser(lowering).block(statements)


class _Fuser:
    def __init__(self, lowering):
        self.lowering, self.plain = lowering, lowering.plain
        self.nests, self.kinds = lowering.nests, lowering.kinds
        self.effects = Touched(lowering).effects
        self.classes = lowering.classes
        self.distinct, self.guards = _distinct(self.plain), Guards(lowering)
        self.around: list = []  # what ran before a block begins

    def block(self, statements):
        out = []
        for place, node in enumerate(statements):
            self.around.append(statements[:place])
            out.append(self.inner(node))
            self.around.pop()
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
            before = [*chain(*self.around), *out[:start], *above]
            if self.guards.hold(second, before, below):
                continue
            body = self.with_branches_joined(self.block([*first.body, *second.body]))
            loop = gast.copy_location(build.with_body(first, body), first)
            self.nests[id(loop)] = loop
            new = [*out[:start], *above, loop, *below, *out[end + 1 :]]
            return new, start + len(above)
        return None

    def with_branches_joined(self, body):
        """A block with branches on one test that follow each other as one."""
        out = []
        for node in body:
            if out and self.is_same_branch(out[-1], node):
                both = self.block([*out[-1].body, *node.body])
                node = gast.copy_location(gast.If(node.test, both, []), node)
                out.pop()
            out.append(node)
        return out

    def is_same_branch(self, first, second):
        """Whether two branches have one test, which the first of them leaves alone."""
        if not isinstance(first, gast.If) or not isinstance(second, gast.If):
            return False
        if first.orelse or second.orelse:
            return False
        if gast.dump(first.test) != gast.dump(second.test):
            return False
        test = gast.If(first.test, [gast.Pass()], [])
        return not self.effects(first.body).writes & self.effects([test]).reads

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
            own = self.own_positions(index_items(node), variable)
            positions = own if positions is None else positions & own
        return bool(positions)

    def own_positions(self, items, variable):
        """{axes of an element: their indices} where each trip has others."""
        found = {
            (axis, gast.dump(index))
            for axis, index in enumerate(items)
            if variable in names_in(index) and not self.is_compound(index)
        }
        arrays = [getattr(index, "value", None) for index in items]
        at = {getattr(getattr(index, "slice", None), "id", None) for index in items}
        names = tuple(getattr(array, "id", None) for array in arrays)
        if names in self.distinct and at == {variable}:
            found.add((len(items), names))
        return found

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
            return (name,) not in self.distinct or self.is_compound(index.slice)
        if isinstance(index, gast.BinOp) and isinstance(index.op, (gast.Add, gast.Sub)):
            is_moved = isinstance(index.right, gast.Constant)
            return not is_moved or self.is_compound(index.left)
        return True


def _distinct(plain):
    """The names of the places where a mask is true: none of them is there twice."""
    bound, written, found = Counter(plain.parameters), set(), set()
    for node in statements(plain.node):
        bound.update(defined(node, plain))
        written.update(written_names(node, plain))
        if isinstance(node, gast.Assign) and is_of_places(node.value, plain.callees):
            place = node.targets[0]
            items = place.elts if isinstance(place, gast.Tuple) else [place]
            found.add(tuple(getattr(item, "id", None) for item in items))
    return {
        names
        for names in found
        if all(bound[name] == 1 and name not in written for name in names)
    }


def _same_range(first, second):
    return gast.dump(first.iter) == gast.dump(second.iter) and (
        first.target.id == second.target.id
    )
