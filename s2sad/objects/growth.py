"""The methods of lists that live in arrays: append, extend, insert, pop and others."""

from dataclasses import replace

import gast

from s2sad.facts.kinds import INT, Array
from s2sad.facts.values import Expression, Record, Static
from s2sad.known.comparable import comparable
from s2sad.known.definitions import DEFINITIONS
from s2sad.known.growing import Item, Regrown, filled, is_growing
from s2sad.lower.elements import is_filled
from s2sad.objects.reading import is_length
from s2sad.syntax import build
from s2sad.syntax.build import shifted
from s2sad.syntax.names import names_in

# What puts the items of a list in another order.
_ORDERS = ("reverse", "sort")


class Growth:
    """Changes the lists of one function that live in arrays."""

    def __init__(self, frame):
        self.frame = frame

    def method(self, owner, name, arguments, node):
        """A call of a method of a list that lives in an array."""
        if name == "copy" and not arguments:
            item, array = owner.container.item, self.frame.reading.array(owner)
            return filled(self.frame.lending.copied(array, item), item)
        if (
            name == "index"
            and len(arguments) == 1
            and not owner.container.item.kind.rank
        ):
            array = self.frame.reading.array(owner)
            return self.frame.containers.sought(array, arguments[0], node)
        place = node.func.value if isinstance(node.func, gast.Attribute) else None
        change = getattr(self, f"_{name}", None)
        if change is None:
            raise self.frame.refuse(
                node, f".{name}(...) of a list is not supported", "an array"
            )
        if isinstance(place, gast.Name):
            changed = place.id
            if name in _ORDERS and self.frame.writing.list_of_row(place) is not None:
                return self.put_in_order(name, owner, node)
            if changed not in self.frame.grown:
                raise Regrown(changed, owner.container.item)
            self.frame.containers.own(place)
        else:
            changed = self.frame.inside.changed(owner, node)
        self.frame.lists.copies.refuse_change(changed, node)
        plan = self.frame.fillings.plans.get(changed)
        if name != "append" or plan is None or not plan.has_room:
            arguments = [self.settled(changed, value) for value in arguments]
        value = change(changed, owner, arguments, node)
        self.frame.inside.align(self.frame.env)
        return value

    def settled(self, name, value):
        """What is put into a list, worked out before the list has room for it."""
        own = set(self.frame.lists.leaves(name))

        def before(leaf):
            reads = isinstance(leaf, Expression) and names_in(leaf.node) & own
            if not reads or leaf.kind.rank and not is_filled(leaf.node):
                return leaf  # an array has a name before there is room
            return self.frame.stored(leaf, "item")

        return value.map(before) if isinstance(value, Record) else before(value)

    def _append(self, name, owner, arguments, node):
        lists = self.frame.lists
        value = lists.gaps.filled(arguments[0], node)
        lists.copies.apart(name, is_moved=False)
        owner = self.counted(name, owner)
        item = self.frame.grown[name] or Item()
        lists.widen(name, lists.item(value, node), node)
        lists.copies.takes(name, value, node.args[0])
        plan = self.frame.fillings.plans.get(name)
        if plan is not None and plan.has_room and item.width is not None:
            self.put_numbers(owner, value, node)
        else:
            self.put(name, owner, value, plan, node)
        if plan is not None and plan.is_indexed:
            count = shifted(owner.items["count"].node, 1)
            self.frame.env[name] = lists.record(name, item, count)
        else:
            _, counter = lists.leaves(name)
            self.frame.emit(build.augment(counter, "+", build.constant(1)))
            self.frame.env[name] = lists.record(name, item)
        return Static(None)

    def put_numbers(self, owner, row, node):
        """The numbers of a row, one by one, behind the last row of a list."""
        values, count = owner.items["values"].node, owner.items["count"].node
        for place, part in row.items.items():
            number = self.frame.expressions.as_expression(part, node)
            target = build.subscript(values, count, build.constant(place))
            self.frame.lists.emit_write(build.assign(target, number.node))

    def put(self, name, owner, value, plan, node):
        """A number or an array behind the last one of a list, with room for it."""
        lists, item = self.frame.lists, self.frame.grown[name] or Item()
        growth = None
        if is_growing(value):
            value = self.frame.reading.array(value)
        elif isinstance(value, Record):
            for leaf in value.leaves():
                lists.lend(name, self.frame.expressions.as_expression(leaf, node).node)
        value = self.frame.expressions.as_expression(value, node)
        if value.kind.rank:
            lists.lend(name, value.node)
            if not is_filled(value.node):
                value = self.frame.stored_if_compound(value)
        values, count = owner.items["values"].node, owner.items["count"].node
        if plan is None or not plan.has_room:
            growth = self.make_room(owner, shifted(count, 1), value, item)
        if plan is not None:
            plan.note(value, growth)
        place = build.subscript(values, count)
        if item.kind.rank:
            whole = [gast.Slice(None, None, None)] * item.kind.rank
            place = build.subscript(values, count, *whole)
            lists.stand_ins.fit(values, value)
            given = self.frame.shapes.checked_write(build.loaded(place), value.node)
            value = Expression(given, value.kind)
        lists.emit_write(build.assign(place, value.node))

    def counted(self, name, owner):
        """A list whose length has a name of its own, which may change."""
        if is_length(owner.items["count"].node):
            return self.frame.lists.record(name, owner.container.item)
        return owner

    def make_room(self, owner, needed, value, item):
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
        self.frame.shapes.lengthen(values.node.id)
        return node

    def _extend(self, name, owner, arguments, node):
        item = gast.copy_location(
            gast.Name(self.frame.temporary("item"), gast.Store(), None, None), node
        )
        call = build.call(
            build.attribute(build.name(name), "append"), build.loaded(item)
        )
        given = node.args[0]
        if _is_lazy(given) and name in names_in(given):
            what = f"{name} gets what is made of it one by one"
            raise self.frame.refuse(node, what, "a list of it at first")
        if isinstance(arguments[0], (Expression, Record)):
            self.frame.lists.copies.takes_all(name, arguments[0], given)
            given = self.frame.named(arguments[0], node, "added")
        loop = gast.For(item, given, [gast.Expr(call)], [], None)
        for part in gast.walk(loop):
            if not hasattr(part, "lineno"):
                gast.copy_location(part, node)
        self.frame.statements.statement(loop)
        return Static(None)

    def _pop(self, name, owner, arguments, node):
        self.frame.lists.copies.apart(name)
        if arguments:
            return self.pop_inside(name, owner.container.item, arguments[0], node)
        owner = self.counted(name, owner)
        item, count = owner.container.item, owner.items["count"].node
        message = build.constant("pop from empty list")
        error = gast.Raise(build.call("IndexError", message), None)
        is_empty = build.compare(count, gast.Eq(), build.constant(0))
        self.frame.emit(build.conditional(is_empty, [error]))
        _, counter = self.frame.lists.leaves(name)
        self.frame.emit(build.augment(counter, "-", build.constant(1)))
        self.frame.env[name] = new = self.frame.lists.record(name, item)
        taken = build.subscript(owner.items["values"].node, new.items["count"].node)
        value = self.frame.reading.shown(taken, item)
        if isinstance(value, Expression):
            if isinstance(value.kind, Array):
                value = Expression(
                    build.call(build.attribute(value.node, "copy")), value.kind
                )
            return self.frame.stored(value, "popped")
        return value.map(lambda leaf: self.frame.stored(leaf, "popped"))

    def pop_inside(self, name, item, place, node):
        """`out.pop(k)`: what comes behind moves up, and the last one goes."""
        popped, k = self.frame.temporary("popped"), self.frame.temporary("k")
        start, checked = self.place_inside(name, place, node)
        self.run(
            f"""
{checked}
{popped} = {name}[{start}]{_copied(item)}
for {k} in range({start}, len({name}) - 1):
    {name}[{k}] = {name}[{k} + 1]
{name}.pop()
""",
            node,
        )
        return self.frame.expressions.value(build.name(popped))

    def _cut(self, name, owner, bounds, node):
        """`del out[a:b]`: what stands behind moves up, and the last ones go."""
        size, k = self.frame.temporary("size"), self.frame.temporary("k")
        self.frame.lists.copies.apart(name)
        self.run(f"{size} = len({name})", node)
        first, last = "0", size
        if bounds[0] is not None:
            first = self.clipped(bounds[0], size, node)
        if bounds[1] is not None:
            last = self.clipped(bounds[1], size, node)
            self.run(
                f"""
{last} = max({last}, {first})
for {k} in range({last}, {size}):
    {name}[{k} - {last} + {first}] = {name}[{k}]
""",
                node,
            )
        self.run(f"for {k} in range({last} - {first}):\n    {name}.pop()", node)
        return Static(None)

    def clipped(self, bound, size, node):
        """A name for a bound of a slice, counted from the start, within the list."""
        place = self.place(bound, node)
        self.run(
            f"""
if {place} < 0:
    {place} = max({place} + {size}, 0)
{place} = min({place}, {size})
""",
            node,
        )
        return place

    def place_inside(self, name, place, node):
        """(the words of a place that is counted from the start, checks before it)."""
        known = comparable(place)
        error = 'raise IndexError("pop index out of range")'
        if known is not None and type(known.value) is int:
            k = known.value
            start = k if k >= 0 else f"len({name}) - {-k}"
            least = k + 1 if k >= 0 else -k
            return start, f"if len({name}) < {least}:\n    {error}"
        start, size = self.place(place, node), f"len({name})"
        counted = f"if {start} < 0:\n    {start} = {start} + {size}"
        test = f"if {start} < 0 or {start} >= {size}:\n    {error}"
        return start, f"{counted}\n{test}"

    def place(self, value, node):
        """A name for a place in a list that is known only when it runs."""
        value = self.frame.expressions.as_expression(value, node)
        if value.kind != INT:
            raise self.frame.refuse(node, "a place in a list is no integer", "int(...)")
        name = self.frame.temporary("place")
        self.frame.rebound.add(name)
        self.frame.assignments.assign_name(name, value, node)
        return name

    def _insert(self, name, owner, arguments, node):
        """`out.insert(k, v)`: what stands there and behind it moves down."""
        (at, value), k = arguments, self.frame.temporary("k")
        self.frame.lists.copies.apart(name)
        self.frame.lists.copies.takes(name, value, node.args[1])
        if isinstance(value, Expression):
            value = self.frame.stored_if_compound(value)
        given = self.frame.named(value, node, "item").id
        known, before = comparable(at), ""
        if known is not None and known.value == 0:
            place = "0"
        else:
            place, size = self.place(at, node), f"len({name})"
            counted = f"{place} = max({place} + {size}, 0)"
            before = f"if {place} < 0:\n    {counted}\n"
            before += f"{place} = min({place}, {size})"
        self.run(
            f"""
{before}
{name}.append({given})
for {k} in range(len({name}) - 1, {place}, -1):
    {name}[{k}] = {name}[{k} - 1]
{name}[{place}] = {given}
""",
            node,
        )
        return Static(None)

    def put_in_order(self, change, owner, node):
        """`row.sort()` or `row.reverse()` of a row, which keeps its length."""
        row, k = node.func.value.id, self.frame.temporary("k")
        if change == "sort":
            items = self.frame.named(self.sorted(owner, node), node, "row").id
        else:
            items = self.frame.temporary("row")
            self.run(f"{items} = {row}[::-1]", node)
        self.run(f"for {k} in range(len({row})):\n    {row}[{k}] = {items}[{k}]", node)
        return Static(None)

    def sorted(self, owner, node):
        """The list that `owner.sort(...)` gives."""
        given = [
            (item, self.frame.expressions.value(item.value)) for item in node.keywords
        ]
        keywords = self.frame.applications.keywords(given, node)
        return self.frame.applications.apply(Static(sorted), [owner], keywords, node)

    def _sort(self, name, owner, arguments, node):
        self.frame.lists.copies.apart(name)
        value = self.sorted(owner, node)
        found = self.frame.lists.born(name, value, node)
        self.frame.env[name] = replace(found, token=self.frame.env[name].token)
        return Static(None)

    def _reverse(self, name, owner, arguments, node):
        k, size = self.frame.temporary("k"), f"len({name})"
        held = self.frame.temporary("held")
        self.frame.lists.copies.apart(name)
        self.run(
            f"""
for {k} in range({size} // 2):
    {held} = {name}[{k}]{_copied(owner.container.item)}
    {name}[{k}] = {name}[{size} - 1 - {k}]
    {name}[{size} - 1 - {k}] = {held}
""",
            node,
        )
        return Static(None)

    def run(self, lines, node):
        """Specialise statements that stand for a change of the places in a list."""
        with self.frame.lists.copies.exchange():
            for line in gast.parse(lines).body:
                for part in gast.walk(line):
                    gast.copy_location(part, node)
                self.frame.statements.statement(line)

    def _clear(self, name, owner, arguments, node):
        self.frame.lists.copies.apart(name)
        self.frame.lists.counted(name, build.constant(0))
        self.frame.env[name] = self.frame.lists.record(name, owner.container.item)
        return Static(None)


def _copied(item):
    """What makes of a part of a list, which is about to be written, one of its own."""
    is_part = isinstance(item.kind, Array) and item.width is None
    return ".copy()" if is_part else ""


def _is_lazy(node):
    """Whether a node gives items that are made as they are asked for."""
    made = getattr(getattr(node, "func", None), "id", None)
    return isinstance(node, gast.GeneratorExp) or made in ("map", "filter")
