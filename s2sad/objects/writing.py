"""Writes into the elements of lists that live in arrays."""

import gast

from s2sad.called.places import fixed
from s2sad.facts.kinds import array_kind
from s2sad.known.growing import Item, Regrown, is_growing
from s2sad.syntax import build


class Writing:
    """Writes into the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame = frame

    def item(self, value, place, given, node):
        """`out[i] = e`."""
        lists, elements = self.frame.lists, self.frame.reading
        name = self.owned(value, place.value)
        lists.widen(name, lists.item(given, node), node)
        if isinstance(place.slice, gast.Slice):
            raise self.frame.refuse(node, "a slice of a list is written", "np.array")
        index = self.frame.expressions.number(place.slice)
        self.write(elements.base(value, index.node), given, node)

    def owned(self, value, place):
        """The name of a list that is written, and that no other name stands for."""
        if not isinstance(place, gast.Name):
            what = "a part of a list inside another is written"
            raise self.frame.refuse(place, what, "an array of two axes")
        if place.id not in self.frame.grown:
            raise Regrown(place.id, value.container.item)
        self.frame.containers.own(place)
        return place.id

    def is_inner(self, place):
        """Whether a place is `rows[i][j]` in a list of lists that lives in an array."""
        if not isinstance(place.value, gast.Subscript):
            return False
        value = self.frame.expressions.value(place.value.value)
        return is_growing(value) and value.container.item.form is list

    def inner(self, place, given, node):
        """`rows[i][j] = e`, or None where that is no list of lists in an array."""
        if not self.is_inner(place):
            return False
        row = place.value
        value = self.frame.expressions.value(row.value)
        name, item = self.owned(value, row.value), value.container.item
        number = self.frame.expressions.as_expression(given, node)
        kind = array_kind(number.kind.dtype, 1)
        self.frame.lists.widen(name, Item(kind, item.form, item.width), node)
        index = self.frame.expressions.number(row.slice)
        base = self.frame.reading.base(value, index.node)
        column = self.frame.expressions.number(place.slice)
        if isinstance(base.value, gast.Name):
            target = build.subscript(base.value, base.slice, column.node)
        else:
            target = build.subscript(base, column.node)
        self.write(target, given, node)
        return True

    def write(self, target, given, node):
        if is_growing(given):
            given = self.frame.reading.array(given)
        given = self.frame.expressions.as_expression(given, node)
        if isinstance(target, gast.Subscript):
            self.frame.lists.stand_ins.fit(target.value, given)
        written = self.frame.shapes.checked_write(target, given.node)
        target = fixed(self.frame, build.stored(target))
        self.frame.lists.emit_write(build.assign(target, written))
