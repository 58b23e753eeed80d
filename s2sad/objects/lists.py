"""What one function does to lists that live in arrays: they grow, and are read."""

from contextlib import contextmanager
from dataclasses import replace

import gast
import numpy as np

from s2sad.called.order import Written
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.kinds import FLOAT, INT, Array, Scalar, array_kind, dtype_word
from s2sad.facts.numbers import dtype_keyword
from s2sad.facts.values import (
    Expression,
    Method,
    Record,
    Static,
    is_of,
)
from s2sad.facts.written import written_names
from s2sad.known.comparable import comparable, is_whole
from s2sad.known.growing import (
    Grown,
    Item,
    Regrown,
    both,
    changes_length,
    held,
    is_growing,
    is_numeric,
    may_grow,
)
from s2sad.objects.attributes import Restart
from s2sad.objects.copies import Copies
from s2sad.objects.exchanges import Exchanges
from s2sad.objects.gaps import Gaps
from s2sad.objects.identities import has_own_token
from s2sad.objects.joined import Joined
from s2sad.objects.reading import is_length
from s2sad.objects.stand_ins import StandIns
from s2sad.syntax import build
from s2sad.syntax.names import names_in


class Lists:
    """Specialises the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame, self.writes, self.writes_rows = frame, False, False
        self.rows_written, self.changed = set(), frozenset()
        self.stand_ins, self.copies = StandIns(frame), Copies(frame)
        self.made, self.gaps = Joined(frame), Gaps(frame)
        self.exchanges = Exchanges(frame)

    # births

    def born(self, name, value, node):
        """A list that is bound to a name whose list is to live in an array."""
        return replace(self.begun(name, value, node), token=value.token)

    def begun(self, name, value, node):
        item = self.frame.grown[name] or Item()
        self.copies.born(name)
        if is_growing(value):
            if value.container.item != item:
                if both(value.container.item, item) is None:
                    self.frame.inside.outgrown(value.token, item)
                self.widen(name, value.container.item, node)
            return self.renamed(name, value)
        parts = [self.gaps.filled(part, node) for part in value.items.values()]
        value = replace(value, items=dict(enumerate(parts)))
        tokens = [p.token for p in parts if isinstance(p, Record) and has_own_token(p)]
        if len(set(tokens)) < len(tokens):
            what = "a list is in another one twice, which is changed"
            raise self.frame.refuse(node, what, "a comprehension that makes each anew")
        for part in parts:
            self.widen(name, self.item(part, node), node)
        values, _ = self.leaves(name)
        if parts and item.kind.rank and item.width is None and not _are_even(parts):
            return self.born_of_rows(name, parts, item, node)
        if parts:
            array = self.of_items(value, item, node).node
        else:
            array = self.empty(item, [build.constant(0)] * item.values.rank)
        self.emit_write(build.assign(values, array))
        if item.kind.rank:
            self.frame.memory.bind(held(values), None)
            self.frame.arrays_of_rows.add(values)
            for part in parts:
                if isinstance(part, Expression):
                    self.lend(name, part.node)
        self.counted(name, build.constant(len(parts)))
        return self.record(name, item)

    def of_items(self, value, item, node):
        """The array of the parts of a list that holds items of a kind."""
        if item.kind.dtype == "float64":
            value = value.map(_as_float)
        return self.converted(self.frame.expressions.as_expression(value, node), item)

    def converted(self, array, item):
        """An array as one of the numbers that a list holds."""
        if array.kind.dtype == item.kind.dtype:
            return array
        if item.kind.dtype == "float64" and (node := _with_float(array.node)):
            return Expression(node, item.values)
        dtype = Static(np.dtype(dtype_word(item.kind.dtype)))
        method = Method(array, "astype")
        return self.frame.applications.apply(method, [dtype], {}, self.frame.node)

    def born_of_rows(self, name, parts, item, node):
        """A list that is born with arrays in it."""
        values, counter = self.leaves(name)
        self.frame.memory.bind(held(values), None)
        self.frame.arrays_of_rows.add(values)
        rows = []
        for part in parts:
            array = self.frame.expressions.as_expression(part, node)
            if isinstance(part, Expression):
                self.lend(name, array.node)
            else:
                self.copies.has_rows_of(name, base_name(array.node))
            rows.append(self.frame.stored_if_compound(array).node)
        for other in rows[1:]:
            self.frame.shapes.meet_all([rows[0], other])
        lines = self.filled_with(values, item, build.constant(len(rows)), rows)
        lines.append(build.assign(counter, build.constant(len(rows))))
        for line in lines:
            self.emit_write(line)
            self.frame.bind(values, item.values)
        self.frame.fillings.births[name] = (lines, rows, len(rows))
        return self.record(name, item)

    def filled_with(self, values, item, length, rows):
        """The statements that make an array for items, the first of which are there."""
        sizes = [
            self.frame.shapes.length_of(rows[0], axis) for axis in range(item.kind.rank)
        ]
        lines = [build.assign(values, self.empty(item, [length, *sizes]))]
        whole = [gast.Slice(None, None, None)] * item.kind.rank
        for row in rows[1:]:
            self.stand_ins.fit(rows[0], self.frame.expressions.expression(row), 0)
        for place, row in enumerate(rows):
            target = build.subscript(build.name(values), build.constant(place), *whole)
            lines.append(build.assign(target, row))
        return lines

    def renamed(self, name, value):
        """A list under another name: a copy of it, which may grow."""
        values, counter = self.leaves(name)
        item, own = self.frame.grown[name], value.container.item
        array = self.frame.reading.array(value)
        length = self.frame.reading.length(value)
        is_own = getattr(value.items["values"].node, "id", None) == values
        source = None if is_own else shared_name(array.node, self.frame.kinds())
        if own.form is list:
            for base in {source, *self.frame.lending.lenders(array.node)} - {None}:
                self.copies.has_rows_of(name, base)
        if item is not None and item.kind.dtype != own.kind.dtype:
            array, own, is_own = self.converted(array, item), item, False
        elif source is not None:
            copy = build.call(build.attribute(array.node, "copy"))
            array = Expression(copy, array.kind)
        if not is_own:
            self.frame.emit(build.assign(values, array.node))
            # `out = out[1:]`, or what has no name for its length
            if is_length(length) or values in names_in(length):
                length = build.call("len", build.name(values))
        if getattr(length, "id", None) != counter:
            self.counted(name, length)
        made = self.record(name, item or own, length if is_length(length) else None)
        if isinstance(own.kind, Array):
            self.frame.arrays_of_rows.add(values)
            if not is_own:
                self.holds_those_of(values, source)
        return made

    def holds_those_of(self, values, source):
        """A list in a copy of an array holds the same arrays as the one it is of."""
        own, other = held(values), held(source)
        if other in self.frame.lent:
            self.frame.memory.share(own, other)
            self.frame.lent.add(own)
        if source is not None:
            self.frame.lending.lend(values, source, is_copy=True)

    def leaves(self, name):
        """The names of the array and of the number of a list."""
        part_name = self.frame.assignments.part_name
        return part_name(name, "values"), part_name(name, "count")

    def record(self, name, item, count=None):
        """The list of a name; `count` is the node of its length, if it has no name."""
        token = getattr(self.frame.env.get(name), "token", None)
        values, counter = self.leaves(name)
        self.frame.bind(values, item.values)
        if count is None:
            self.frame.bind(counter, INT)
            count = build.name(counter)
        parts = {
            "values": Expression(build.name(values), item.values),
            "count": Expression(count, INT),
        }
        return Record(parts, Grown(item), token)

    def settled(self, name, is_whole):
        """A name's list has its count in a name, or is a whole array."""
        value = self.frame.env[name]
        count = build.call("len", build.name(self.leaves(name)[0]))
        self.frame.env[name] = self.record(
            name, value.container.item, count if is_whole else None
        )

    def settle(self, statements):
        """Lists that statements change have their counts in names."""
        for name, value in list(self.frame.env.items()):
            if is_growing(value) and name in self.frame.grown:
                is_whole = is_length(self.frame.reading.length(value))
                is_held = self.frame.inside.are_mentioned(name, statements)
                is_held |= (self.frame.key, name) in self.frame.unit.counted
                if is_held or name in names_in(*statements):
                    is_kept = not is_held and not changes_length(name, statements)
                    if is_whole and is_kept:
                        continue
                    self.name_count(name, value)
                    self.settled(name, False)
        self.frame.inside.align(self.frame.env)

    def check_counts(self, before):
        """Begin anew if a trip of a loop changed the length of a whole array's list.

        A call may have changed it: of a function that was given it, or that has it from
        around.
        """
        for name, value in before.items():
            after = self.frame.env.get(name)
            if is_growing(value) and is_growing(after) and name in self.frame.grown:
                counts = map(self.frame.reading.length, (value, after))
                was_whole, is_whole = map(is_length, counts)
                if was_whole and not is_whole:
                    self.frame.unit.counted.add((self.frame.key, name))
                    raise Restart

    def name_count(self, name, value):
        """The number that a list in a loop around has in this trip gets its name."""
        count = getattr(value.items.get("count"), "node", None)
        is_named = getattr(count, "id", "") == self.leaves(name)[1]
        if not is_named and not isinstance(count, gast.Call | None):
            self.counted(name, count)

    def counted(self, name, length):
        self.frame.emit(build.assign(self.leaves(name)[1], length))

    def empty(self, item, sizes):
        """A new array for items."""
        shape = sizes[0] if len(sizes) == 1 else build.tuple_of(sizes)
        return build.call("np.empty", shape, **dtype_keyword(item.kind.dtype))

    # items

    def item(self, value, node):
        """What a list holds that holds a value."""
        if is_growing(value):
            return Item(value.container.item.values, list)
        if isinstance(value, Record):
            kind = self.frame.expressions.as_expression(value, node).kind
            kind = array_kind(kind.dtype, kind.rank)
            parts = enumerate(value.items.values())
            whole = frozenset(n for n, part in parts if is_whole(part))
            return Item(kind, value.container, len(value.items), whole)
        kind = self.frame.expressions.as_expression(value, node).kind
        if not isinstance(kind, (Scalar, Array)):
            raise self.frame.refuse(node, f"a list of a {kind}")
        return Item(array_kind(kind.dtype, kind.rank))

    def widen(self, name, item, node):
        """Begin anew if a list holds other items than was foreseen."""
        known = self.frame.grown[name]
        if item == (known or Item()):
            return
        joint = item if known is None else both(known, item)
        if joint is None:
            found = self.frame.key, name, item
            if found not in self.frame.unit.replaced:
                # what it held before may come of a list that was not yet understood
                self.frame.unit.replaced.add(found)
                raise Regrown(name, item)
            token = getattr(self.frame.env.get(name), "token", None)
            self.frame.inside.outgrown(token, item)
            raise self.frame.refuse(node, "a list holds values of two kinds")
        if joint != known:
            raise Regrown(name, joint)

    def diverged(self, name, first, second):
        """Begin anew if a name has lists of different lengths."""
        if name in self.frame.grown:
            return
        sides = (first, second)
        if all(isinstance(side, Record) and not is_growing(side) for side in sides):
            for key in first.items.keys() & second.items.keys():
                if first.items[key] != second.items[key]:
                    part = self.frame.assignments.part_name(name, key)
                    self.diverged(part, first.items[key], second.items[key])
        if all(isinstance(side, Record) and may_grow(side) for side in sides):
            raise Regrown(name)

    @contextmanager
    def changing(self, names):
        """Writes into the arrays of some lists, in here, only change what they hold."""
        around, self.changed = self.changed, frozenset(names)
        try:
            yield
        finally:
            self.changed = around

    def lend(self, name, node):
        """The list and an array that it holds: neither is written from here on."""
        base = shared_name(node, self.frame.kinds())
        if base is not None:
            cell = held(self.leaves(name)[0])
            self.frame.memory.share(cell, base)
            self.frame.lent.add(cell)

    def emit_write(self, node, is_row=False):
        """Emit a write into the array of a list, which the list, or a row, makes."""
        self.writes, self.writes_rows = True, is_row
        self.frame.emit(node)
        self.writes = self.writes_rows = False

    def check(self, node):
        """Refuse a write into what a list holds: its array is a copy."""
        memory = self.frame.memory
        if self.writes or not (self.frame.arrays_of_rows or self.stand_ins.bases):
            return
        for name in written_names(node, Written(self.frame)):
            if name in self.changed:
                continue
            if self.stand_ins.stand_for(name):
                raise self.refusal()
            self.copies.written(name, self.frame.statements.now)
            for values in self.frame.arrays_of_rows:
                cell = held(values)
                is_own = memory.of(name) == memory.of(values)
                if is_own and cell in self.frame.lent:
                    raise self.refusal()
                if memory.of(name) == memory.of(cell):
                    raise self.refusal()
                if is_own:
                    self.rows_written.add(values)

    def refusal(self):
        what = "an array is written that a list holds"
        instead = "a copy of it in the list: append(a.copy())"
        return self.frame.refuse(self.frame.statements.now, what, instead)


def _with_float(node):
    """`np.full(n, 0.0)` for `np.full(n, 0)`, or None."""
    if spelling(getattr(node, "func", None)) != "np.full" or node.keywords:
        return None
    number = build.number_of(node.args[1])
    return number is not None and build.call(
        "np.full", node.args[0], build.constant(float(number))
    )


def _are_even(parts):
    """Whether parts are lists of numbers, known one by one and equally many."""
    rows = [part for part in parts if is_of(part, list) and is_numeric(part)]
    return len(rows) == len(parts) and len({len(row.items) for row in rows}) == 1


def _as_float(leaf):
    """A number that is known, as a float."""
    known = comparable(leaf)
    if known is None or not isinstance(known.value, (bool, int)):
        return leaf
    return Expression(build.constant(float(known.value)), FLOAT)
