"""Whether a write overwrites no element that was read before it.

p[k + 1] = 0.5 * p[k]       in a loop over k: every write is beyond what was read

A recurrence that fills an array saves nothing: its old values are read by nobody.
"""

from dataclasses import dataclass

import gast

from s2sad.facts.indices import index_items, is_whole
from s2sad.facts.kinds import Array
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.walk import walk


class Elsewhere:
    """Compares the indices of writes with those of the reads that ran before them."""

    def __init__(self, tree):
        self.tree, self.kinds = tree, tree.plain.kinds

    def places(self, class_name, code):
        """The elements of a class that code reads; None if it may read any."""
        found, inside = [], set()
        for part in code:
            for node in walk(part):
                if isinstance(node, gast.Subscript) and self.is_element(node):
                    found.append(node)
                    inside.add(id(node.value))
            for node in walk(part):
                if isinstance(node, gast.Name) and id(node) not in inside:
                    if self.is_of(node.id, class_name):
                        return None
        return [n for n in found if self.is_of(n.value.id, class_name)]

    def is_of(self, name, class_name):
        kind = self.kinds.get(name)
        return isinstance(kind, Array) and self.tree.classes.of(name) == class_name

    def is_element(self, node):
        """Whether a subscript is one element of an array with a name."""
        if not isinstance(node.value, gast.Name):
            return False
        kind = self.kinds.get(node.value.id)
        items = index_items(node)
        return (
            isinstance(kind, Array)
            and len(items) == kind.rank
            and not any(isinstance(n, gast.Slice) for n in items)
        )

    def is_elsewhere(self, written, reads, order):
        """Whether a write misses all these reads; `order` tells when they ran."""
        if reads is None or not self.is_element(written):
            return False
        return all(self.misses(written, read, order) for read in reads)

    def misses(self, written, read, order):
        written, read = self.rooted(written), self.rooted(read)
        name = written.value.id
        if read.value.id != name or not self.is_one(name, order.loops):
            return False
        pairs = list(zip(index_items(written), index_items(read)))
        if any(are_unlike(number_of(own), number_of(other)) for own, other in pairs):
            return True
        return self.is_past(pairs, order.loops, order)

    def rooted(self, place):
        """An element of a row, as one of the array that has the row: `a[k, 0]`."""
        defs = self.tree.defs.get(place.value.id, [])
        value = getattr(defs[0], "value", None) if len(defs) == 1 else None
        if not isinstance(value, gast.Subscript) or not self.is_row(value, defs[0]):
            return place
        left = index_items(place)
        items = [
            left.pop(0) if isinstance(item, gast.Slice) else item
            for item in index_items(value)
        ]
        return self.rooted(
            build.subscript(value.value, build.one_or_tuple(items + left))
        )

    def is_row(self, value, definition):
        """Whether numbers and the loops around it alone say which part it is."""
        steady = {
            loop.target.id
            for loop in self.tree.loops_around(definition)
            if isinstance(loop, gast.For) and self.is_only(loop)
        }
        items = [i for i in index_items(value) if not is_whole(i)]
        return isinstance(value.value, gast.Name) and all(
            number_of(item) is not None
            or (isinstance(item, gast.Name) and item.id in steady)
            for item in items
        )

    def is_one(self, name, loops):
        """Whether a name stands for the same memory in all trips of some loops."""
        defs = self.tree.defs.get(name, [])
        if len(defs) + (name in self.tree.plain.parameters) != 1:
            return False
        return not any(self.tree.inside(d, loop) for d in defs for loop in loops)

    def is_past(self, pairs, loops, order):
        """Whether indices are beyond others in each trip that came before."""
        if not loops:
            return False
        loop, *inner = loops
        if loop not in order.shared:
            literal = [pair for pair in pairs if number_of(pair[1]) is not None]
            return any(
                self.is_beyond(own, other, loop, False) for own, other in literal
            )
        is_first = order.shared[-1] is loop and order.is_early
        if any(self.is_beyond(own, other, loop, is_first) for own, other in pairs):
            return True
        if not any(self.is_same(own, other, loop) for own, other in pairs):
            return False
        # Other trips touch other elements, so this trip alone is left.
        return is_first or self.is_past(pairs, inner, order)

    def is_same(self, own, other, loop):
        """Whether both indices are the same in one trip, and not in two."""
        offset = self.offset(own, loop)
        if offset is None or offset != self.offset(other, loop):
            return False
        lowest, step = lowest_of(loop)
        return bool(step) and lowest is not None and lowest + offset >= 0

    def is_beyond(self, own, other, loop, is_first):
        """Whether an index is beyond another in each earlier trip of a loop."""
        offset = self.offset(own, loop)
        if offset is None:
            return False
        lowest, step = lowest_of(loop)
        second = number_of(other)
        if second is not None:
            return step == 1 and lowest is not None and 0 <= second < lowest + offset
        if lowest is None or lowest + offset < 0:
            return False
        read_offset = self.offset(other, loop)
        if read_offset is None:
            return self.is_bounded(other, loop, offset, step)
        # A negative index would be an element at the other end.
        if lowest + read_offset < 0:
            return False
        ahead = offset - read_offset if step > 0 else read_offset - offset
        return ahead > 0 or (is_first and ahead == 0)

    def is_bounded(self, index, loop, offset, step):
        """Whether an inner loop's variable stays on the side that was passed before.

        for i in range(n):
            for j in range(i):      j is below this i, and below each later one
        """
        defs = self.tree.defs.get(getattr(index, "id", None), [])
        inner = defs[0] if len(defs) == 1 else None
        if not isinstance(inner, gast.For) or not self.tree.inside(inner, loop):
            return False
        lowest, inner_step = lowest_of(inner)
        bounds = inner.iter.args
        if inner_step != 1 or abs(step) != 1:
            return False
        if step == 1:
            stop = self.offset(bounds[0] if len(bounds) == 1 else bounds[1], loop)
            return (
                lowest is not None
                and lowest >= 0
                and stop is not None
                and (stop <= offset)
            )
        start = self.offset(bounds[0], loop) if len(bounds) > 1 else None
        return start is not None and start > offset

    def offset(self, index, loop):
        """The number in `variable + number`, for the variable of a loop; else None."""
        if not isinstance(loop, gast.For) or not self.is_only(loop):
            return None
        return offset_of(index, loop.target.id)

    def is_only(self, loop):
        """Whether a loop alone gives its variable a value while it runs."""
        first, last = self.tree.order[id(loop)], self.tree.last_order(loop)
        return self.tree.defs_between(loop.target.id, first, last) == [loop]


@dataclass
class Order:
    """The loops around a write, outermost first, and those that a read shares.

    `is_early` says whether the write stands before the read.
    """

    loops: list
    shared: list
    is_early: bool


def are_unlike(first, second):
    """Whether two indices are literals of two elements."""
    if first is None or second is None:
        return False
    return first >= 0 and second >= 0 and first != second


def offset_of(index, variable):
    """The number in `variable + number`; None for what is none."""
    if isinstance(index, gast.Name):
        return 0 if index.id == variable else None
    if not isinstance(index, gast.BinOp) or not isinstance(index.left, gast.Name):
        return None
    number = number_of(index.right)
    if index.left.id != variable or not isinstance(number, int):
        return None
    if isinstance(index.op, gast.Add):
        return number
    return -number if isinstance(index.op, gast.Sub) else None


def lowest_of(loop):
    """(the least number that a loop's variable takes or None, its step or 0)."""
    bounds = loop.iter.args
    step = number_of(bounds[2]) if len(bounds) == 3 else 1
    if not step:
        return None, 0
    if step > 0:
        return (0 if len(bounds) == 1 else number_of(bounds[0])), step
    stop = number_of(bounds[1])
    return (None if stop is None else stop + 1), step
