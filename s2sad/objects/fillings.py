"""Loops that append to a list in each trip: its array has room before they begin.

out = []                                becomes     out_values = np.empty(len(x))
for v in x:                                         for k in range(len(x)):
    out.append(v * v)                                   out_values[k] = x[k] * x[k]
"""

import builtins
from dataclasses import dataclass, field
from typing import Any

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import INT, Array
from s2sad.facts.shapes import clamped, is_shape
from s2sad.facts.values import Expression
from s2sad.known.growing import is_growing
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import bound, names_in, reads
from s2sad.syntax.walk import walk

_LOOPS = (gast.For, gast.While, gast.ListComp, gast.GeneratorExp, gast.DictComp)


@dataclass
class Plan:
    """How one list grows in one loop."""

    name: str
    counter: str
    trips: Any
    sites: int
    is_indexed: bool
    birth: Any = None
    begun: Any = None
    has_room: bool = True
    symbols: Any = None
    given: Any = None
    shapes: Any = None
    env: dict = field(default_factory=dict)
    growths: list = field(default_factory=list)

    def note(self, value, growth):
        """Remember the shape of what is appended, and what makes room for it."""
        if growth is not None:
            self.growths.append(growth)
        if isinstance(value.kind, Array):
            self.symbols = self.shapes.of(value.node)
            self.given = [self.shapes.given(s, self.env) for s in self.symbols]


class Fillings:
    """Plans the lists that grow in the loops of one function."""

    def __init__(self, frame):
        self.frame = frame
        self.plans, self.whole, self.births = {}, set(), {}

    def is_whole(self, name):
        """Whether a list fills the array that it lives in."""
        return name in self.whole

    def begin(self, counter, bounds, body):
        """The plans of a loop that begins, and those of the loop around it."""
        self.frame.lists.settle(body)
        around, self.plans = self.plans, dict(self.plans)
        mine = []
        for name, value, sites in self.mentioned(body):
            self.plans.pop(name, None)
            if sites:
                plan = self.planned(name, value, counter, bounds, body, sites)
                self.plans[name] = plan
                mine.append(plan)
        return around, mine

    def mentioned(self, body):
        """[(name, list, where it grows)] of the lists in a loop that begins.

        Those for which room can't be made before grow nowhere here.
        """
        found = []
        for name, value in list(self.frame.env.items()):
            is_list = is_growing(value) and "count" in value.items
            if is_list and name in self.frame.grown and _is_mentioned(name, body):
                sites = list(_sites(name, body))
                is_here = bool(sites) and not _grows_elsewhere(name, body, sites)
                is_here &= (self.frame.key, name) not in self.frame.unit.unplanned
                found.append((name, value, sites if is_here else []))
        return found

    def held(self, bounds, body):
        """Bounds in names where a loop, or the room for a list, would change them.

        How long the list is after the loop is worked out of them.
        """
        growing = [name for name, _, sites in self.mentioned(body) if sites]
        changing = {name for n in growing for name in self.frame.lists.leaves(n)}
        return [
            self.frame.stored(Expression(node, INT), "stop").node
            if names_in(node) & changing or (growing and not is_steady(node, body))
            else node
            for node in bounds
        ]

    def planned(self, name, value, counter, bounds, body, sites):
        item = value.container.item
        indexed = _is_plain(name, body, sites) and _is_by_one(bounds)
        indexed &= not self.frame.unit.caught
        plan = Plan(name, counter, trips(bounds), len(sites), indexed)
        plan.birth, plan.shapes = self.birth(name, item), self.frame.shapes
        plan.env = dict(self.frame.env)
        is_sized = item.is_row and plan.birth is not None
        plan.has_room = not item.kind.rank or is_sized
        plan.begun = value.items["count"].node
        if plan.birth is not None:
            plan.begun = build.constant(plan.birth[2])
        elif _is_met_in_loops(name, body):
            # there the count of this trip gets the name of the count at first
            plan.is_indexed = False
        if plan.is_indexed:
            first = bounds[0] if len(bounds) > 1 else build.constant(0)
            self.frame.env[name] = self.frame.lists.record(
                name, item, _index(counter, first, plan.begun)
            )
        return plan

    def birth(self, name, item):
        """(its statements, its items, their number) of a list that was just born."""
        values, counter = self.frame.lists.leaves(name)
        emitted = self.frame.buffers[-1]
        if name in self.births:
            return self.born_with_rows(name, emitted, {values, counter})
        for place in range(len(emitted) - 1, 0, -1):
            node = emitted[place]
            if bound(node) & {counter, values}:
                first = emitted[place - 1]
                is_birth = isinstance(node, gast.Assign) and bound(first) == {values}
                if not is_birth or bound(node) != {counter}:
                    return None
                number = number_of(node.value)
                items = _displayed(first, number, item.width)
                after = emitted[place + 1 :]
                if items is None or _changed(items, after):
                    return None
                if reads(*after) & {counter, values}:
                    return None
                return (first, node), items, number
        return None

    def born_with_rows(self, name, emitted, own):
        """The same of a list that was born with arrays in it, if nothing changed."""
        lines, rows, number = self.births[name]
        places = [n for n, node in enumerate(emitted) if any(node is x for x in lines)]
        if len(places) != len(lines):
            return None
        after = emitted[places[-1] + 1 :]
        if names_in(*after) & own or _changed(rows, after):
            return None
        return lines, rows, number

    def end(self, plans, loop, around):
        """Emit the loop, after the arrays that it fills and before what it leaves."""
        for plan in plans:
            is_exact = self.reserve(plan, loop) and plan.is_indexed
            (self.whole.add if is_exact else self.whole.discard)(plan.name)
        self.frame.emit(loop)
        for plan in plans:
            if plan.is_indexed:
                count = _sum(plan.begun, plan.trips)
                self.frame.lists.counted(plan.name, count)
            self.frame.lists.settled(plan.name, plan.name in self.whole)
        self.plans = around

    def reserve(self, plan, loop):
        """Room for all that a loop appends."""
        lists, value = self.frame.lists, self.frame.env[plan.name]
        item = value.container.item
        room = plan.trips
        if plan.sites > 1:
            room = build.binary(build.constant(plan.sites), "*", room)
        needed = _sum(plan.begun, room)
        sizes = self.sizes(plan, item)
        if plan.birth is None or sizes is None:
            if plan.has_room and not item.kind.rank:
                owner = lists.record(plan.name, item)
                self.frame.growth.make_room(owner, needed, None, item)
            return False
        loop.body = _without(loop.body, plan.growths)
        statements, items, number = plan.birth
        emitted = self.frame.buffers[-1]
        gone = statements if plan.is_indexed else statements[:-1]
        emitted[:] = [n for n in emitted if not any(n is line for line in gone)]
        values, _ = lists.leaves(plan.name)
        if items and item.kind.rank and item.width is None:
            for line in lists.filled_with(values, item, needed, items):
                lists.emit_write(line)
            return True
        array = lists.empty(item, [needed, *sizes])
        self.frame.emit(build.assign(values, array))
        for place, node in enumerate(items):
            self.emit_item(build.name(values), [build.constant(place)], node)
        return True

    def emit_item(self, values, places, node):
        """Emit what puts an item, or the numbers of a row, into the array of a list."""
        if isinstance(node, gast.List):
            for place, part in enumerate(node.elts):
                self.emit_item(values, [*places, build.constant(place)], part)
            return
        self.frame.emit(build.assign(build.subscript(values, *places), node))

    def sizes(self, plan, item):
        """The lengths of the axes of an item, before the loop; None if not known."""
        if not item.kind.rank:
            return []
        if item.is_row:
            return [build.constant(item.width)]
        if plan.birth is not None and plan.birth[1]:
            return []
        found = [
            self.known_length(symbol, plan.env) or given
            for symbol, given in zip(plan.symbols or (), plan.given or ())
        ]
        return found if found and None not in found else None

    def known_length(self, symbol, env):
        """The node of a length, from what a loop finds when it begins."""
        shapes = self.frame.shapes
        symbol = shapes.symbol(symbol)
        if symbol in shapes.texts:
            text = shapes.texts[symbol]
            names = {name for name in names_in(text) if not hasattr(builtins, name)}
            return text if names <= env.keys() else None
        for name, value in env.items():
            if isinstance(value, Expression) and isinstance(value.kind, Array):
                own = shapes.of(build.name(name))
                for axis, other in enumerate(own[: value.kind.rank]):
                    if shapes.symbol(other) == symbol:
                        return shapes.length_of(build.name(name), axis)
        return None


def _without(statements, gone):
    """Statements, in branches too, without some of them."""
    kept = []
    for node in statements:
        if any(node is other for other in gone):
            continue
        if isinstance(node, gast.If):
            node = build.with_blocks(node, lambda b: _without(b, gone))
        kept.append(node)
    return kept


def trips(bounds):
    """The number of trips of a range."""
    if len(bounds) == 1:
        return clamped(bounds[0])
    return build.call("len", build.call("range", *bounds))


def _index(counter, first, begun):
    """The place of the item of this trip."""
    node = build.name(counter)
    number = number_of(first)
    if number is not None:
        node = shifted(node, -number)
    else:
        node = build.binary(node, "-", first)
    return _sum(node, begun)


def _sum(first, second):
    for one, other in ((first, second), (second, first)):
        number = number_of(one)
        if number is not None:
            return shifted(other, number)
    return build.binary(first, "+", second)


def _is_by_one(bounds):
    return len(bounds) < 3 or number_of(bounds[2]) == 1


def _is_append(node, name):
    call = getattr(node, "value", None)
    if not isinstance(node, gast.Expr) or not isinstance(call, gast.Call):
        return False
    function = call.func
    if not isinstance(function, gast.Attribute) or function.attr != "append":
        return False
    return getattr(function.value, "id", None) == name


def _sites(name, body):
    """The statements of a loop body, outside loops in it, that append to a list."""
    for node in body:
        if _is_append(node, name):
            yield node
        elif isinstance(node, gast.If):
            yield from _sites(name, [*node.body, *node.orelse])


def _methods(name, node):
    """The calls of methods of a name."""
    for part in walk(node):
        if isinstance(part, gast.Call) and isinstance(part.func, gast.Attribute):
            if getattr(part.func.value, "id", None) == name:
                yield part


def _grows_elsewhere(name, body, sites):
    """Whether a loop changes a list in other places than these."""
    here = {id(site.value) for site in sites}
    calls = [call for node in body for call in _methods(name, node)]
    return name in bound(*body) or any(id(call) not in here for call in calls)


def _is_mentioned(name, body):
    return name in names_in(*body)


def _is_met_in_loops(name, body):
    """Whether a loop inside a loop mentions a list."""
    inside = (part for node in body for part in walk(node))
    return any(isinstance(n, _LOOPS) and name in names_in(n) for n in inside)


def _is_plain(name, body, sites):
    """Whether a trip appends once, in any case, and else only reads elements."""
    if len(sites) != 1 or sites[0] not in body:
        return False
    nodes = [part for node in body for part in walk(node)]
    if any(isinstance(part, gast.Break) for part in nodes):
        return False
    allowed = {id(sites[0].value.func.value)}
    for part in nodes:
        if isinstance(part, gast.Subscript) and isinstance(part.ctx, gast.Load):
            allowed.add(id(part.value))
        if isinstance(part, gast.Call) and getattr(part.func, "id", "") == "len":
            allowed.update(map(id, part.args))
    return all(
        id(part) in allowed
        for part in nodes
        if isinstance(part, gast.Name) and part.id == name
    )


def _displayed(statement, number, width):
    """The items that the array of a birth is made of, or None."""
    call = statement.value
    if number == 0:
        return []
    display = call.args[0] if isinstance(call, gast.Call) and call.args else None
    if not isinstance(display, gast.List) or len(display.elts) != number:
        return None
    rows = [node for node in display.elts if isinstance(node, gast.List)]
    is_sized = all(len(row.elts) == width for row in rows)
    return display.elts if is_sized else None


def _changed(items, statements):
    """Whether what items are made of is changed by statements."""
    names = reads(*items) if items else set()
    for node in statements:
        if bound(node) & names:
            return True
        for part in walk(node):
            if isinstance(part, gast.Subscript) and isinstance(part.ctx, gast.Store):
                if base_name(part) in names:
                    return True
            if isinstance(part, gast.Expr):
                return True
    return False


def is_steady(node, body):
    """Whether a number is the same in all trips: no element, and not bound anew."""
    elements = (n for n in walk(node) if isinstance(n, gast.Subscript))
    is_element = any(not is_shape(n.value) for n in elements)
    return not is_element and not names_in(node) & bound(*body)
