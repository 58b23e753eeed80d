"""Writes into the elements of lists that live in arrays."""

from dataclasses import replace

import gast

from s2sad.called.places import fixed
from s2sad.facts.kinds import FLOAT, INT, array_kind
from s2sad.facts.values import Expression, Static
from s2sad.known.growing import Item, Regrown, is_growing
from s2sad.syntax import build


class Writing:
    """Writes into the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame = frame

    def item(self, value, place, given, node):
        """`out[i] = e`."""
        if isinstance(place.slice, gast.Slice):
            self.whole(value, place, given, node)
            return
        lists, elements = self.frame.lists, self.frame.reading
        item = lists.item(given, node)
        rows = None if item.kind.rank else self.list_of_row(place.value)
        if rows is None:
            name = self.owned(value, place.value, is_element=not item.kind.rank)
            lists.widen(name, item, node)
            self.replaces(name, given, node)
        else:
            lists.copies.refuse_change(place.value.id, node)
            self.frame.containers.own(place.value, is_element=True)
            self.widen_rows(rows, item.kind, node)
            lists.copies.row_written(rows, node)
        index = self.index(value, place)
        self.write(elements.base(value, index.node), given, node, rows is not None)

    def whole(self, value, place, given, node):
        """`out[:] = values`: the list holds others, under its only name."""
        part = place.slice
        if not part.lower is part.upper is part.step is None:
            raise self.frame.refuse(node, "a part of a list is written", "np.array")
        listed = self.frame.applications.apply(Static(list), [given], {}, node)
        name = self.owned(value, place.value)
        self.frame.lists.copies.refuse_change(name, node)
        self.frame.lists.copies.apart(name)
        made = self.frame.lists.born(name, listed, node)
        self.frame.env[name] = replace(made, token=self.frame.env[name].token)

    def index(self, value, place):
        """The number at which a list is written; an error where that is outside."""
        index = self.frame.expressions.number(place.slice)
        self.frame.careful.item(index.node, self.frame.reading.length(value))
        return index

    def replaces(self, name, given, node):
        """A part of a list is another one from here on."""
        copies = self.frame.lists.copies
        copies.refuse_change(name, node)
        if getattr(self.frame.grown[name], "kind", FLOAT).rank:
            source = getattr(node, "iter", getattr(node, "value", None))
            copies.takes(name, given, source)
            if isinstance(given, Expression) and not copies.is_exchange:
                self.frame.lists.lend(name, given.node)
            copies.apart(name)

    def list_of_row(self, place):
        """The list of lists that a name has a row of, or None."""
        if not isinstance(place, gast.Name) or place.id in self.frame.grown:
            return None
        for name in self.frame.grown:
            if is_of_rows(self.frame.env.get(name)):
                if self.frame.reading.are_one(name, place.id):
                    return name
        return None

    def widen_rows(self, name, number, node):
        """Begin anew if the rows of a list hold other numbers than was foreseen."""
        item = self.frame.env[name].container.item
        whole = item.whole if number == INT else frozenset()
        wanted = Item(array_kind(number.dtype, 1), item.form, item.width, whole)
        self.frame.lists.widen(name, wanted, node)

    def owned(self, value, place, is_element=False):
        """The name of a list that is written, and that no other name stands for."""
        if not isinstance(place, gast.Name):
            return self.frame.inside.changed(value, place)
        name = self.frame.identities.first_name(place.id) if is_element else place.id
        if name not in self.frame.grown:
            raise Regrown(name, value.container.item)
        self.frame.containers.own(place, is_element)
        return name

    def is_inner(self, place):
        """Whether a place is `rows[i][j]` in a list of lists that lives in an array."""
        if not isinstance(place.value, gast.Subscript):
            return False
        return is_of_rows(self.frame.expressions.value(place.value.value))

    def inner(self, place, given, node):
        """`rows[i][j] = e`, or None where that is no list of lists in an array."""
        if not self.is_inner(place):
            return False
        row = place.value
        value = self.frame.expressions.value(row.value)
        name = self.owned(value, row.value, is_element=True)
        number = self.frame.expressions.as_expression(given, node)
        self.widen_rows(name, number.kind, node)
        self.frame.lists.copies.row_written(name, node)
        index = self.index(value, row)
        base = self.frame.reading.base(value, index.node)
        column = self.frame.expressions.number(place.slice)
        if isinstance(base.value, gast.Name):
            target = build.subscript(base.value, base.slice, column.node)
        else:
            target = build.subscript(base, column.node)
        self.write(target, given, node, is_row=True)
        return True

    def write(self, target, given, node, is_row):
        if is_growing(given):
            given = self.frame.reading.array(given)
        given = self.frame.expressions.as_expression(given, node)
        if isinstance(target, gast.Subscript):
            self.frame.lists.stand_ins.fit(target.value, given)
        written = self.frame.shapes.checked_write(target, given.node)
        target = fixed(self.frame, target)
        self.frame.lists.emit_write(_assigned(target, written), is_row)


def is_of_rows(value):
    """Whether a value is a list of lists that lives in an array."""
    return is_growing(value) and value.container.item.form is list


def _assigned(target, value):
    """`a[i] = value`, or `a[i] += e` for a value `a[i] + e`."""
    place = build.stored(target)
    if isinstance(value, gast.BinOp) and gast.dump(value.left) == gast.dump(target):
        return gast.AugAssign(place, value.op, value.right)
    return build.assign(place, value)
