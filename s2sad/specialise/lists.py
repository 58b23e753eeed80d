"""What one function does to lists that live in arrays: they grow, and are read."""

from dataclasses import dataclass
from typing import Any

import gast

from s2sad.facts.effects import shared_name, written_names
from s2sad.facts.kinds import INT, Array, Scalar, array_kind
from s2sad.facts.values import Expression, Record, Static
from s2sad.specialise.definitions import DEFINITIONS
from s2sad.specialise.growing import (
    Grown,
    Item,
    Regrown,
    both,
    filled,
    is_growing,
    may_grow,
)
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted


@dataclass
class _Written:
    """What `written_names` asks of a function."""

    frame: Any

    @property
    def kinds(self):
        return self.frame.kinds()

    @property
    def callees(self):
        return self.frame.callees


def _held(values):
    """What stands for the memory of the arrays that a list was given."""
    return f"held in {values}"


class Lists:
    """Specialises the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame, self.writes = frame, False

    # births

    def born(self, name, value, node):
        """A list that is bound to a name whose list is to live in an array."""
        item = self.frame.grown[name] or Item()
        if is_growing(value):
            if value.container.item != item:
                self.widen(name, value.container.item, node)
            return self.renamed(name, value)
        parts = list(value.items.values())
        for part in parts:
            self.widen(name, self.item(part, node), node)
        values, count = self.leaves(name)
        if parts:
            array = self.frame.expressions.as_expression(value, node).node
        else:
            array = self.empty(item, [build.constant(0)] * item.values.rank)
        self.emit_write(build.assign(values, array))
        if item.kind.rank:
            self.frame.memory.bind(_held(values), None)
            self.frame.arrays_of_rows.add(values)
            for part in parts:
                if isinstance(part, Expression):
                    self.lend(name, part)
        self.counted(name, build.constant(len(parts)))
        return self.record(name, item)

    def renamed(self, name, value):
        """A list under another name: a copy of it, which may grow."""
        values, count = self.leaves(name)
        array, length = self.array(value), self.length(value)
        if getattr(array.node, "id", None) != values:
            copied = build.call(build.attribute(array.node, "copy"))
            self.frame.emit(build.assign(values, copied))
        self.counted(name, length)
        return self.record(name, value.container.item)

    def leaves(self, name):
        """The names of the array and of the number of a list."""
        part_name = self.frame.assignments.part_name
        return part_name(name, "values"), part_name(name, "count")

    def record(self, name, item, count=None):
        """The list of a name; `count` is the node of its length, if it has no name."""
        values, counter = self.leaves(name)
        self.frame.bind(values, item.values)
        if count is None:
            self.frame.bind(counter, INT)
            count = build.name(counter)
        parts = {
            "values": Expression(build.name(values), item.values),
            "count": Expression(count, INT),
        }
        return Record(parts, Grown(item))

    def counted(self, name, length):
        self.frame.emit(build.assign(self.leaves(name)[1], length))

    def empty(self, item, sizes):
        """A new array for items."""
        shape = sizes[0] if len(sizes) == 1 else build.tuple_of(sizes)
        word = {"float32": ["np", "float32"], "int": ["np", "int64"]}
        word |= {"bool": ["np", "bool_"]}
        if item.kind.dtype == "float64":
            return build.call("np.empty", shape)
        dtype = build.attribute(*word[item.kind.dtype])
        return build.call("np.empty", shape, dtype=dtype)

    # items

    def item(self, value, node):
        """What a list holds that holds a value."""
        if is_growing(value):
            return Item(value.container.item.values, list)
        if isinstance(value, Record):
            kind = self.frame.expressions.as_expression(value, node).kind
            kind = array_kind(kind.dtype, kind.rank)
            return Item(kind, value.container, len(value.items))
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
            raise self.frame.refuse(node, "a list holds values of two kinds")
        if joint != known:
            raise Regrown(name, joint)

    def diverged(self, name, first, second):
        """Begin anew if a name has lists of different lengths."""
        if name in self.frame.grown:
            return
        sides = (first, second)
        if all(isinstance(side, Record) and may_grow(side) for side in sides):
            raise Regrown(name)

    # reading

    def length(self, value):
        """The node of the length of a list."""
        if "count" in value.items:
            return value.items["count"].node
        return build.call("len", value.items["values"].node)

    def array(self, value):
        """The Expression of the items of a list, as an array."""
        values = value.items["values"]
        if "count" not in value.items:
            return values
        part = gast.Slice(None, value.items["count"].node, None)
        return Expression(build.subscript(values.node, part), values.kind)

    def element(self, value, node):
        """`out[i]`, or `out[a:b]`."""
        values, expressions = value.items["values"], self.frame.expressions
        if isinstance(node.slice, gast.Slice):
            bounds = expressions.slice(node.slice)
            found = build.subscript(self.array(value).node, bounds)
            copied = build.call(build.attribute(found, "copy"))
            return filled(Expression(copied, values.kind), value.container.item)
        index = expressions.number(node.slice)
        if index.kind != INT:
            raise self.frame.refuse(node, "an index is a float", "int(...)")
        return self.shown(self.base(value, index.node), value.container.item)

    def base(self, value, index):
        """The node of the item at an index, as Python counts from the end."""
        values, number = value.items["values"].node, number_of(index)
        if number is not None and number < 0 and "count" in value.items:
            index = shifted(self.length(value), number)
        elif number is None and not self.is_counter(index):
            values = self.array(value).node
        return build.subscript(values, index)

    def is_counter(self, index):
        return isinstance(index, gast.Name) and index.id in self.frame.counters

    def shown(self, node, item):
        """An item as what it was when it was put in."""
        if item.form is None:
            return self.frame.expressions.expression(node)
        if item.width is None:
            return filled(Expression(node, item.kind), Item(Scalar(item.kind.dtype)))
        parts = [
            self.frame.expressions.expression(
                build.subscript(node.value, node.slice, build.constant(n))
                if isinstance(node.value, gast.Name)
                else build.subscript(node, build.constant(n))
            )
            for n in range(item.width)
        ]
        return Record(dict(enumerate(parts)), item.form)

    # made of others

    def joined(self, left, right, node):
        """`a + b` of lists or tuples."""
        if not is_growing(left) and not is_growing(right):
            items = [*left.items.values(), *right.items.values()]
            return Record(dict(enumerate(items)), left.container)
        name = self.frame.temporary("joined")
        self.frame.rebound.add(name)
        sides = [self.frame.named(side, node, "part") for side in (left, right)]
        self.frame.grown.setdefault(name, self.items_of(left, right, node))
        value = left if is_growing(left) else Record(left.items, list)
        self.frame.assignments.assign_name(name, value, node)
        extend = build.call(build.attribute(build.name(name), "extend"), sides[1])
        for part in gast.walk(extend):
            gast.copy_location(part, node)
        self.frame.expressions.value(extend)
        return self.frame.env[name]

    def items_of(self, left, right, node):
        """What a list holds that two lists are joined to."""
        found = []
        for side in (left, right):
            if is_growing(side):
                found.append(side.container.item)
            else:
                found.extend(self.item(part, node) for part in side.items.values())
        joint = found[0]
        for item in found[1:]:
            joint = joint and both(joint, item)
        if joint is None:
            raise self.frame.refuse(node, "a list holds values of two kinds")
        return joint

    def repeated(self, record, count, node):
        """`[e] * n`, where n is known when the function runs."""
        parts = list(record.items.values())
        if is_growing(record) or len(parts) != 1:
            raise self.frame.refuse(node, "a list is repeated", "np.tile, or a loop")
        item = self.item(parts[0], node)
        if item.kind.rank:
            what = "a list of arrays is repeated: all would be one array"
            raise self.frame.refuse(node, what, "a loop that makes each")
        size = count.node
        value = self.frame.expressions.as_expression(parts[0], node).node
        call = build.call("np.full", build.call("max", size, build.constant(0)), value)
        return filled(Expression(call, item.values), item)

    # methods

    def method(self, owner, name, arguments, node):
        """A call of a method of a list that lives in an array."""
        if name == "copy" and not arguments:
            copied = build.call(build.attribute(self.array(owner).node, "copy"))
            kind = owner.items["values"].kind
            return filled(Expression(copied, kind), owner.container.item)
        place = node.func.value if isinstance(node.func, gast.Attribute) else None
        change = getattr(self, f"_{name}", None)
        if change is None:
            raise self.frame.refuse(
                node, f".{name}(...) of a list is not supported", "an array"
            )
        if not isinstance(place, gast.Name):
            what = "a list inside another is changed, whose length is not known"
            raise self.frame.refuse(node, what, "an array of two axes")
        if place.id not in self.frame.grown:
            raise Regrown(place.id, owner.container.item)
        self.frame.containers.own(place)
        return change(place.id, owner, arguments, node)

    def _append(self, name, owner, arguments, node):
        (value,), growth = arguments, None
        item = self.frame.grown[name] or Item()
        self.widen(name, self.item(value, node), node)
        if is_growing(value):
            value = self.array(value)
        value = self.frame.expressions.as_expression(value, node)
        if value.kind.rank:
            self.lend(name, value)
            value = self.frame.stored_if_compound(value)
        values, count = owner.items["values"].node, owner.items["count"].node
        plan = self.frame.fillings.plans.get(name)
        if plan is None or not plan.has_room:
            growth = self.make_room(name, owner, shifted(count, 1), value, item)
        if plan is not None:
            plan.note(value, growth)
        place = build.subscript(values, count)
        if item.kind.rank:
            whole = [gast.Slice(None, None, None)] * item.kind.rank
            place = build.subscript(values, count, *whole)
        self.emit_write(build.assign(place, value.node))
        if plan is not None and plan.is_indexed:
            count = shifted(count, 1)
            self.frame.env[name] = self.record(name, item, count)
        else:
            _, counter = self.leaves(name)
            self.frame.emit(build.augment(counter, "+", build.constant(1)))
            self.frame.env[name] = self.record(name, item)
        return Static(None)

    def lend(self, name, value):
        """The list and an array that it holds: neither is written from here on."""
        base = shared_name(value.node, self.frame.kinds())
        if base is not None:
            held = _held(self.leaves(name)[0])
            self.frame.memory.share(held, base)
            self.frame.lent.add(held)

    def emit_write(self, node):
        """Emit a write into the array of a list, which the list itself makes."""
        self.writes = True
        self.frame.emit(node)
        self.writes = False

    def check(self, node):
        """Refuse a write into what a list holds: its array is a copy."""
        memory = self.frame.memory
        if self.writes or not self.frame.arrays_of_rows:
            return
        for name in written_names(node, _Written(self.frame)):
            for values in self.frame.arrays_of_rows:
                held = _held(values)
                cells = {memory.of(held)}
                if name == values:
                    is_lent = held in self.frame.lent
                else:
                    is_lent = memory.of(name) in cells | {memory.of(values)}
                if is_lent:
                    what = "an array is written that a list holds"
                    instead = "a copy of it in the list: append(a.copy())"
                    raise self.frame.refuse(self.frame.statements.now, what, instead)

    def make_room(self, name, owner, needed, value, item):
        """The array becomes a longer one if it has no room."""
        values = owner.items["values"]
        word = "rows" if item.kind.rank else "numbers"
        arguments = [values, Expression(needed, INT)]
        if item.kind.rank:
            arguments.append(value)
        longer, before = self.frame.aside(
            lambda: self.frame.calls.call_function(
                Static(DEFINITIONS[f"list.longer_{word}"]),
                arguments,
                {},
                self.frame.statements.now,
            )
        )
        growth = [*before, build.assign(values.node.id, longer.node)]
        length = build.call("len", values.node)
        node = build.conditional(build.compare(needed, gast.Gt(), length), growth)
        self.frame.emit(node)
        return node

    def _extend(self, name, owner, arguments, node):
        item = gast.copy_location(
            gast.Name(self.frame.temporary("item"), gast.Store(), None, None), node
        )
        call = build.call(
            build.attribute(build.name(name), "append"), build.loaded(item)
        )
        loop = gast.For(item, node.args[0], [gast.Expr(call)], [], None)
        for part in gast.walk(loop):
            if not hasattr(part, "lineno"):
                gast.copy_location(part, node)
        self.frame.statements.statement(loop)
        return Static(None)

    def _pop(self, name, owner, arguments, node):
        if arguments:
            raise self.frame.refuse(node, ".pop(...) of a place in a list", "pop()")
        item, count = owner.container.item, owner.items["count"].node
        message = build.constant("pop from empty list")
        error = gast.Raise(build.call("IndexError", message), None)
        is_empty = build.compare(count, gast.Eq(), build.constant(0))
        self.frame.emit(build.conditional(is_empty, [error]))
        _, counter = self.leaves(name)
        self.frame.emit(build.augment(counter, "-", build.constant(1)))
        self.frame.env[name] = new = self.record(name, item)
        taken = build.subscript(owner.items["values"].node, new.items["count"].node)
        value = self.shown(taken, item)
        if isinstance(value, Expression):
            if isinstance(value.kind, Array):
                value = Expression(
                    build.call(build.attribute(value.node, "copy")), value.kind
                )
            return self.frame.stored(value, "popped")
        return value.map(lambda leaf: self.frame.stored(leaf, "popped"))

    def _clear(self, name, owner, arguments, node):
        self.counted(name, build.constant(0))
        self.frame.env[name] = self.record(name, owner.container.item)
        return Static(None)

    # writing

    def write(self, value, place, given, node):
        """`out[i] = e`."""
        if not isinstance(place.value, gast.Name):
            raise self.frame.refuse(node, "a part of a list inside another is written")
        name = place.value.id
        if name not in self.frame.grown:
            raise Regrown(name, value.container.item)
        self.frame.containers.own(place.value)
        self.widen(name, self.item(given, node), node)
        if isinstance(place.slice, gast.Slice):
            raise self.frame.refuse(node, "a slice of a list is written", "np.array")
        index = self.frame.expressions.number(place.slice)
        target = self.base(value, index.node)
        if is_growing(given):
            given = self.array(given)
        given = self.frame.expressions.as_expression(given, node)
        written = self.frame.shapes.checked_write(target, given.node)
        self.emit_write(build.assign(build.stored(target), written))
