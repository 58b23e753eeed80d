"""Derivatives whose elements a loop reaches one by one begin there, not as zeros.

x_bar = np.zeros_like(x)            becomes     x_bar = np.empty_like(x)
for i in range(len(x)):                         for i in range(len(x)):
    x_bar[i] += 2.0 * x[i] * s_bar                  x_bar[i] = 2.0 * x[i] * s_bar

So do those that each trip of a loop leaves as zeros for the next.
"""

import gast

from s2sad.facts.bounds import stop_from_zero
from s2sad.facts.calls import spelling
from s2sad.facts.extents import Extents
from s2sad.facts.indices import index_items
from s2sad.facts.shapes import axis_of
from s2sad.facts.text import mentions
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.fold import negated
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.rebuilt import rebuilt
from s2sad.syntax.walk import walk

_JUMPS = (gast.Break, gast.Continue, gast.Return)
_EMPTY = {"np.zeros": "np.empty", "np.zeros_like": "np.empty_like"}


def begin(function, known):
    """The function without zeros that each element of is written over."""
    function.body = _Beginning(function, known).block(function.body)
    return function


class _Beginning:
    """Goes through one function; `like` is the array that zeros at hand are like."""

    def __init__(self, function, known):
        self.known, self.like = known, None
        self.extents = Extents.of_text(function, known)

    def block(self, statements):
        out = [
            build.with_blocks(node, self.block) if build.has_blocks(node) else node
            for node in statements
        ]
        for place, node in enumerate(out):
            if (name := self.zeroed(node)) is None:
                continue
            later = [n for n in range(place + 1, len(out)) if name in mentions(out[n])]
            if not later:
                continue
            self.like = _source(node.value, out[place + 1 : later[0] + 1])
            new = self.changes(out[later[0]], name, len(later) == 1)
            if new:
                out[place] = gast.copy_location(_emptied(node), node)
                out[later[0] : later[0] + 1] = rebuilt(
                    [out[later[0]]], lambda n, new=new: new.get(id(n), [n])
                )
        return out

    def changes(self, node, name, is_alone):
        """{id of a statement: what it becomes} where zeros are written over, or {}.

        `is_alone` says that nothing else mentions the array: then each trip of a loop
        that leaves zeros may begin them anew as well.
        """
        first = self.edge(node, name, [], 0)
        if first is not None:
            return {id(first): [self.begun(first)]}
        block = _shared_block(node, name) if is_alone else []
        if not block:
            return {}
        first, last = (self.edge(block[n], name, [], n) for n in (0, -1))
        if first is None or not _is_zeros(last):
            return {}
        return {id(first): [self.begun(first)], id(last): []}

    def zeroed(self, node):
        """The derivative that a statement makes of zeros."""
        if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Call):
            return None
        name = getattr(node.targets[0], "id", None)
        is_zeros = spelling(node.value.func) in _EMPTY
        is_own = name in self.known.derived and self.known.is_own(name)
        return name if is_zeros and is_own else None

    def edge(self, node, name, around, end):
        """What mentions first (0) or last (-1) the elements that loops go over.

        It writes an element, these are all, and whatever else says is of that element.
        """
        if not isinstance(node, gast.For):
            is_edge = bool(around) and self.reaches(node, name, around)
            return node if is_edge else None
        if name in mentions(node.iter) or _has_jumps(node):
            return None
        inside = [child for child in node.body if name in mentions(child)]
        found = self.edge(inside[end], name, [*around, node], end) if inside else None
        if inside and found is inside[end]:
            return found if _is_only_place(found, inside, name) else None
        return found if len(inside) == 1 else None

    def reaches(self, node, name, loops):
        """Whether a statement writes an element that loops make each element."""
        is_sum = build.is_sum(node)
        if not is_sum and not isinstance(node, gast.Assign):
            return False
        place = build.place_of(node)
        is_element = isinstance(place, gast.Subscript) and isinstance(
            place.value, gast.Name
        )
        return (
            is_element
            and place.value.id == name
            and name not in names_in(node.value, place.slice)
            and (self.goes_over(place, loops) or self.extents.is_whole(place, loops))
        )

    def goes_over(self, place, loops):
        """Whether loops over the array that zeros are like make each of its indices."""
        items, kinds = index_items(place), self.known.kinds
        axes = [axis_of(stop, kinds) for stop in map(stop_from_zero, loops)]
        variables = [loop.target.id for loop in loops]
        return (
            self.like is not None
            and [getattr(item, "id", None) for item in items] == variables
            and axes == [(self.like, axis) for axis in range(len(items))]
            and not set(variables) & bound(*loops[-1].body)
        )

    def begun(self, node):
        """What gives an element a value, for what adds to it."""
        if isinstance(node, gast.Assign):
            return node
        value = node.value if isinstance(node.op, gast.Add) else negated(node.value)
        made = gast.Assign([node.target], self.known.as_float(value), None)
        return gast.copy_location(made, node)


def _source(call, statements):
    """The array that zeros are like, if its name stays its own; else None."""
    source = call.args[0]
    is_name = spelling(call.func) == "np.zeros_like" and isinstance(source, gast.Name)
    return source.id if is_name and source.id not in bound(*statements) else None


def _emptied(node):
    """Zeros as room without values."""
    path = build.attribute(*_EMPTY[str(spelling(node.value.func))].split("."))
    call = gast.Call(path, node.value.args, node.value.keywords)
    return gast.Assign(node.targets, call, None)


def _shared_block(loop, name):
    """The statements that mention an array in the innermost block that has them all."""
    node = loop
    while isinstance(node, gast.For) and name not in mentions(node.iter):
        inside = [child for child in node.body if name in mentions(child)]
        if len(inside) > 1:
            return [] if _has_jumps(loop) else inside
        (node,) = inside
    return []


def _has_jumps(loop):
    return any(isinstance(node, _JUMPS) for node in walk(loop))


def _is_zeros(node):
    """Whether a statement gives an element, if any, the value 0."""
    return isinstance(node, gast.Assign) and number_of(node.value) == 0


def _is_only_place(first, statements, name):
    """Whether the place that a statement writes is all that is said of an array."""
    place = gast.dump(build.loaded(build.place_of(first)))
    said = sum(word == name for node in statements for word in mentions(node))
    same = sum(
        isinstance(n, gast.Subscript) and gast.dump(build.loaded(n)) == place
        for node in statements
        for n in walk(node)
    )
    return said == same
