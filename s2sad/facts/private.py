"""Arrays from outside a loop that each of its trips uses as if they were its own.

for p in range(n):
    for j in range(d):
        z[j] = x[p, j] - m[j]       every trip fills z before it reads it,
    s += norm(z)                    and nobody reads z after the loop

Such arrays carry nothing from trip to trip (array privatization, Tu and Padua, 1993).
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.extents import Extents
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import Reads, header_reads
from s2sad.facts.shapes import axis_of
from s2sad.syntax.build import loaded, number_of
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import children, walk


class Private:
    """Asks of the arrays of one function whether a loop's trips share them."""

    def __init__(self, tree):
        self.tree, self.plain = tree, tree.plain
        self.reads = Reads(self.plain.kinds)
        self.extents = Extents(tree)

    def array_of(self, class_name):
        """The one local array of a class, bound once; None if there are more names."""
        members = [
            name
            for name, kind in self.plain.kinds.items()
            if isinstance(kind, (Array, Stack))
            and self.tree.classes.of(name) == class_name
        ]
        if len(members) != 1 or members[0] in self.plain.parameters:
            return None
        (name,) = members
        is_one = len(self.tree.defs.get(name, [])) == 1
        is_array = isinstance(self.plain.kinds[name], Array)
        return name if is_one and is_array else None

    def is_private(self, class_name, loop):
        """Whether each trip of a loop reads only what it wrote, and nobody after it."""
        name = self.array_of(class_name)
        if name is None or self.tree.inside(self.tree.defs[name][0], loop):
            return False
        touching = [
            n for n in self.tree.statements if n is not loop and self.touches(n, name)
        ]
        inside = [n for n in touching if self.tree.inside(n, loop)]
        if not inside or any(
            n not in inside for n in touching if self.reads_of(n, name)
        ):
            return False
        return all(
            self.is_covered(node, place, name, loop)
            for node in inside
            for place in self.reads_of(node, name)
        )

    def mentions(self, node, name):
        """Whether a statement does more with an array than ask for its length."""
        places = [getattr(node, "target", None), *getattr(node, "targets", [])]
        return any(
            _stands_in(part, name, self.plain.kinds)
            for part in [*header_reads(node), *places]
            if part is not None
        )

    def touches(self, node, name):
        return node in self.tree.writes.get(self.tree.classes.of(name), []) or bool(
            self.reads_of(node, name)
        )

    def reads_of(self, node, name):
        """The places that a statement reads; None stands for the whole array."""
        places = []
        if name in self.tree.reads_of(node)[1]:
            for part in header_reads(node):
                if name in self.reads.of(part)[1]:
                    places.extend(subscripts_of(part, name))
        if isinstance(node, gast.AugAssign) and base_name(node.target) == name:
            is_part = isinstance(node.target, gast.Subscript)
            places.append(loaded(node.target) if is_part else None)
        return places

    def fills(self, name, loop):
        """[(statement of the loop's block, write, loops between)] of plain writes."""
        (body,) = self.tree.bodies[id(loop)]
        found = []
        for statement in body.statements:
            loops, node = [], statement
            for node in self.nest(statement, loops):
                if self.is_plain_write(node, name):
                    found.append((statement, node, list(loops)))
        return found

    def nest(self, statement, loops):
        """The statements that each trip of a perfect or imperfect nest surely runs."""
        if not isinstance(statement, gast.For):
            yield statement
            return
        if any(isinstance(child, gast.Break) for child in walk(statement)):
            return
        loops.append(statement)
        for child in statement.body:
            yield from self.nest(child, loops)
        loops.pop()

    def is_plain_write(self, node, name):
        return (
            isinstance(node, gast.Assign)
            and isinstance(node.targets[0], gast.Subscript)
            and isinstance(node.targets[0].value, gast.Name)
            and node.targets[0].value.id == name
        )

    def is_covered(self, node, place, name, loop):
        """Whether a trip surely wrote what a statement reads, before it."""
        return any(
            self.is_written(node, place, name, inner)
            for inner in self.tree.loops_around(node)
            if self.tree.inside(inner, loop)
        )

    def is_written(self, node, place, name, loop):
        """The same for the trips of the loop whose block holds the writes."""
        fills = self.fills(name, loop)
        before = [f for f in fills if self.precedes(f[0], node)]
        given = self.given(place, loop)
        if any(
            self.extents.is_whole(w.targets[0], loops, given) for _, w, loops in before
        ):
            return True
        if self.all_numbers(name, before):
            return True
        return place is not None and (
            any(self.is_same_element(w, place, node, loop) for _, w, _ in fills)
            or any(self.is_same_box(w, loops, place, node) for _, w, loops in before)
        )

    def given(self, place, loop):
        """The indices of a place that stay the same in a trip of a loop, or None."""
        if place is None:
            return None
        around = [*self.tree.loops_around(loop), loop]
        around = [n for n in around if isinstance(n, gast.For)]
        return [
            item
            if all(self.is_fixed(name, around) for name in names_in(item))
            else None
            for item in index_items(place)
        ]

    def precedes(self, statement, node):
        """Whether a statement of the loop's own block ends before another begins."""
        order = self.tree.order
        return self.tree.last_order(statement) < order[id(node)]

    def all_numbers(self, name, fills):
        """Whether an array of known length is written element by element."""
        extents = self.extents.of_array(name)
        if extents is None or len(extents) != 1:
            return False
        (extent,) = extents
        if extent is None or not extent.isdigit():
            return False
        written = {number_of(w.targets[0].slice) for _, w, loops in fills if not loops}
        return set(range(int(extent))) <= written

    def is_same_element(self, write, place, node, loop):
        """Whether a trip wrote this very element, in the loops that name it."""
        if gast.dump(loaded(write.targets[0])) != gast.dump(loaded(place)):
            return False
        names = names_in(place.slice)
        around = [n for n in self.tree.loops_around(node) if isinstance(n, gast.For)]
        if not all(self.is_fixed(name, around) for name in names):
            return False
        naming = [n for n in around if n.target.id in names]
        held = [n for n in naming if self.tree.inside(n, loop)]
        (body,) = self.tree.bodies[id(held[-1] if held else loop)]
        return self.tree.is_set_before(node, body, [write])

    def is_fixed(self, name, loops):
        """Whether a name in an index means one thing while these loops' trips run."""
        if name not in self.plain.kinds:
            return False
        if any(n.target.id == name for n in loops):
            return len(self.owners(name, loops)) == 1
        return self.extents.is_constant(name)

    def owners(self, name, loops):
        """The definitions of a name inside the outermost loop that names it."""
        outermost = next(n for n in loops if n.target.id == name)
        return [d for d in self.tree.defs[name] if self.tree.inside(d, outermost)]

    def is_same_box(self, write, loops, place, node):
        """Whether an earlier nest over the same ranges wrote the same elements."""
        mine = self.box(write.targets[0], loops)
        around = [n for n in self.tree.loops_around(node) if isinstance(n, gast.For)]
        named = names_in(place.slice)
        theirs = self.box(place, [n for n in around if n.target.id in named])
        return mine is not None and mine == theirs

    def box(self, place, loops):
        """A place as one range or number for each axis, in words; None if unclear."""
        words = []
        left = list(loops)
        for item in index_items(place):
            number = number_of(item)
            loop = next((n for n in left if _names(item, n)), None)
            if number is not None:
                words.append(str(number))
            elif loop is not None:
                left.remove(loop)
                bounds = [self.extents.of(b) for b in loop.iter.args]
                if None in bounds or len(self.owners(loop.target.id, [loop])) != 1:
                    return None
                words.append(" to ".join(map(str, bounds)))
            else:
                return None
        return None if left else words


def _names(item, loop):
    return isinstance(item, gast.Name) and item.id == loop.target.id


def _stands_in(node, name, kinds):
    """Whether an expression has a name, but for the lengths of its array."""
    if axis_of(node, kinds) is not None:
        return False
    if isinstance(node, gast.Name):
        return node.id == name
    return any(_stands_in(child, name, kinds) for child in children(node))


def subscripts_of(node, name):
    """The subscripts of an array in an expression; None where it stands alone."""
    found = []

    def visit(child):
        if isinstance(child, gast.Subscript) and base_name(child) == name:
            found.append(child if isinstance(child.value, gast.Name) else None)
            visit(child.slice)
            return
        if isinstance(child, gast.Name) and child.id == name:
            found.append(None)
        for inner in children(child):
            visit(inner)

    visit(node)
    return found
