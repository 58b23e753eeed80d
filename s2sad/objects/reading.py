"""Reads of lists that live in arrays: their length, their items, all of them."""

from dataclasses import replace

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.indices import index_items
from s2sad.facts.kinds import INT, Scalar
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.known.growing import Grown, Item, filled, is_growing
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted


class Reading:
    """Reads the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame = frame

    def length(self, value):
        """The node of the length of a list."""
        if "count" in value.items:
            return value.items["count"].node
        return build.call("len", value.items["values"].node)

    def array(self, value):
        """The Expression of the items of a list, as an array."""
        values = value.items["values"]
        if "count" not in value.items or is_length(value.items["count"].node):
            return values
        part = gast.Slice(None, value.items["count"].node, None)
        return Expression(build.subscript(values.node, part), values.kind)

    def element(self, value, node):
        """`out[i]`, or `out[a:b]`."""
        values, expressions = value.items["values"], self.frame.expressions
        if isinstance(node.slice, gast.Slice):
            bounds = expressions.slice(node.slice)
            found = build.subscript(self.array(value).node, bounds)
            part, item = Expression(found, values.kind), value.container.item
            return filled(self.frame.lending.copied(part, item), item)
        index = expressions.number(node.slice)
        if index.kind != INT:
            raise self.frame.refuse(node, "an index is a float", "int(...)")
        self.frame.careful.item(index.node, self.length(value))
        found = self.shown(self.base(value, index.node), value.container.item)
        if isinstance(found, Record) and found.container is list:
            return replace(found, token=("row of", value.token))
        return found

    def base(self, value, index):
        """The node of the item at an index, as Python counts from the end."""
        values, number = value.items["values"].node, number_of(index)
        is_whole = self.array(value) is value.items["values"]
        if number is not None and number < 0 and not is_whole:
            index = shifted(self.length(value), number)
        elif number is None and not self.is_counter(index):
            values = self.array(value).node
        if isinstance(values, gast.Subscript) and not _is_slice(values):
            return build.subscript(values.value, values.slice, index)
        return build.subscript(values, index)

    def is_counter(self, index):
        return isinstance(index, gast.Name) and index.id in self.frame.counters

    def are_one(self, *names):
        """Whether lists live in one array, or one of them in a part of the other's."""
        lists = [self.frame.env[name] for name in names]
        if not all(map(is_growing, lists)):
            return False
        cells = [self.frame.memory.of(base_name(self.array(v).node)) for v in lists]
        return cells[0] == cells[1]

    def shown(self, node, item):
        """An item as what it was when it was put in."""
        if item.form is None:
            return self.frame.expressions.expression(node)
        if item.width is None:
            row = Grown(Item(Scalar(item.kind.dtype)))
            return Record({"values": Expression(node, item.kind)}, row)
        parts = {n: self.number(node, n, n in item.whole) for n in range(item.width)}
        return Record(parts, item.form)

    def number(self, row, place, is_whole):
        """A number of a row, as the integer that it was if it was one."""
        if isinstance(row.value, gast.Name):
            node = build.subscript(row.value, row.slice, build.constant(place))
        else:
            node = build.subscript(row, build.constant(place))
        if is_whole and self.frame.expressions.expression(node).kind != INT:
            node = build.call("int", node)
        return self.frame.expressions.expression(node)

    def unzipped(self, function, node):
        """`zip(*pairs)` of a list of tuples that lives in an array, or None."""
        if not isinstance(function, Static) or function.value is not zip:
            return None
        if len(node.args) != 1 or not isinstance(node.args[0], gast.Starred):
            return None
        pairs = self.frame.expressions.value(node.args[0].value)
        if not is_growing(pairs) or pairs.container.item.width is None:
            return None
        return self.columns(pairs)

    def columns(self, pairs):
        """The first numbers of a list of tuples, the second, and so on."""
        array, item = self.array(pairs), pairs.container.item
        kind = Item(Scalar(item.kind.dtype))
        rows = gast.Slice(None, None, None)
        found = []
        for place in range(item.width):
            column = build.subscript(array.node, rows, build.constant(place))
            if isinstance(array.node, gast.Subscript):
                rows = array.node.slice
                column = build.subscript(array.node.value, rows, build.constant(place))
            own = Item(INT) if place in item.whole else kind
            if own == kind:
                copied = build.call(build.attribute(column, "copy"))
                found.append(filled(Expression(copied, kind.values), kind))
            else:
                numbers = Expression(column, kind.values)
                found.append(filled(self.frame.lists.converted(numbers, own), own))
        return tuple_record(found)


def _is_slice(node):
    return any(isinstance(item, gast.Slice) for item in index_items(node))


def is_length(count):
    """Whether the count of a list is the length of its array."""
    return isinstance(count, gast.Call) and getattr(count.func, "id", "") == "len"
