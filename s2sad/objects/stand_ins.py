"""Arrays that stand for lists and tuples of arrays where a part is taken at run time.

rows = [a, b]                       table = np.array([a, b])
v = rows[k]             becomes     v = table[k]

The parts are copies: neither they nor, while `v` has one of them, what they are copies
of may be written.
"""

from dataclasses import replace

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import FLOAT, INT, Array, array_kind
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.known.comparable import is_whole
from s2sad.known.growing import (
    Item,
    Regrown,
    is_growing,
    is_numeric,
    may_grow,
)
from s2sad.objects.containers import is_nested
from s2sad.syntax import build


class StandIns:
    """`bases` are the names that the parts of each such array are copies of."""

    def __init__(self, frame):
        self.frame, self.bases = frame, {}

    def made(self, value, node):
        """The array for a list or a tuple, under a name."""
        array = self.frame.expressions.as_expression(value, node)
        table = self.frame.stored(array, "table")
        if array.kind.rank > 1:
            self.note(table.node.id, value)
        return table

    def note(self, table, value):
        """An array has copies of what a list or a tuple holds."""
        if not is_growing(value) and (is_nested(value) or _arrays(value)):
            kinds = self.frame.kinds()
            bases = {shared_name(leaf.node, kinds) for leaf in _arrays(value)}
            self.bases[table] = bases - {None}

    def part(self, value, index, node):
        """A part at a place that is known when it runs; a tuple if all are tuples."""
        self.frame.identities.regrow_rows(value.token)
        parts = list(value.items.values())
        name = getattr(node.value, "id", None)
        if Static(None) in parts and may_grow(value) and name not in self.frame.grown:
            if name in self.frame.env:
                raise Regrown(name)  # it is to be filled
        self.check_rows(parts, node)
        self.frame.careful.item(index.node, build.constant(len(parts)))
        table = self.made(value, node)
        found = self.row(table, index, parts)
        if isinstance(found, Record) and found.container is list:
            # whichever it is, it is seen there what is written into that one
            return replace(found, token=("one of", *(part.token for part in parts)))
        return found

    def check_rows(self, parts, node):
        """Refuse lists of different lengths: which one is taken is not known."""
        lists = [part for part in parts if isinstance(part, Record)]
        lengths = {len(part.items) for part in lists if part.container is list}
        if len(lengths) > 1 or 0 in lengths:
            what = "a list in a list is taken at a place that is not known"
            raise self.frame.refuse(node, what, "an array of two axes, and counts")

    def row(self, table, index, parts):
        """A row of a table, as a tuple or list of numbers where all rows are such."""
        first, *others = parts or [None]
        is_row = isinstance(first, Record) and is_numeric(first)
        if not is_row or any(not _is_like(first, other) for other in others):
            place = build.subscript(table.node, index.node)
            return self.frame.expressions.expression(place)
        index = self.frame.stored_if_compound(index).node
        width, kind = len(first.items), array_kind(table.kind.dtype, 1)
        columns = [[part.items[n] for part in parts] for n in range(width)]
        whole = frozenset(n for n in range(width) if all(map(is_whole, columns[n])))
        item = Item(kind, first.container, width, whole)
        return self.frame.reading.shown(build.subscript(table.node, index), item)

    def fit(self, values, given, first=1):
        """Raise an error where an item has one element on an axis, and others more.

        NumPy would spread it over the place of the others, which a list does not.
        """
        known = self.frame.expressions.expression(values).kind.ones[first:]
        for axis, is_1 in enumerate(getattr(given.kind, "ones", ())):
            if is_1 and not known[axis]:
                length = self.frame.shapes.length_of(values, axis + first)
                test = build.compare(length, gast.NotEq(), build.constant(1))
                words = build.constant("a list holds arrays of different lengths")
                error = gast.Raise(build.call("ValueError", words), None)
                self.frame.emit(build.conditional(test, [error]))

    def stand_for(self, name):
        """Whether an array is such a one, or has a part in one that has a name."""
        memory = self.frame.memory
        for table, bases in self.bases.items():
            if name == table or memory.of(name) == memory.of(table):
                return True
            if memory.of(name) in map(memory.of, bases):
                others = self.frame.env.keys() - {table}
                if any(memory.of(n) == memory.of(table) for n in others):
                    return True
        return False


def rows_of(table):
    """The rows of a table from outside that can't change, and are tuples of numbers."""
    if type(table) is not tuple or not all(type(row) is tuple for row in table):
        return []
    return [tuple_record(map(_like, row)) for row in table]


def _like(number):
    """A number of the kind of one that is known."""
    is_int = type(number) is int
    return Expression(build.constant(0 if is_int else 0.0), INT if is_int else FLOAT)


def _is_like(first, other):
    """Whether two parts are tuples, or lists, of as many numbers."""
    if not isinstance(other, Record) or other.container is not first.container:
        return False
    return is_numeric(other) and len(other.items) == len(first.items)


def _arrays(value):
    """The arrays among the parts of a value."""
    leaves = value.leaves() if isinstance(value, Record) else ()
    return [v for v in leaves if isinstance(getattr(v, "kind", None), Array)]
