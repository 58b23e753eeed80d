"""Derivatives whose elements a loop reaches one by one begin there, not as zeros.

x_bar = np.zeros_like(x)            becomes     x_bar = np.empty_like(x)
for i in range(len(x)):                         for i in range(len(x)):
    x_bar[i] += 2.0 * x[i] * s_bar                  x_bar[i] = 2.0 * x[i] * s_bar
"""

import gast

from s2sad.facts.bounds import stop_from_zero
from s2sad.facts.calls import spelling
from s2sad.facts.extents import Extents
from s2sad.facts.indices import index_items
from s2sad.facts.shapes import axis_of
from s2sad.facts.text import mentions
from s2sad.syntax import build
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
            first = self.first(out[later[0]], name, [])
            if first is not None:
                out[place] = gast.copy_location(_emptied(node), node)
                out[later[0]] = self.begun_in(out[later[0]], first)
        return out

    def zeroed(self, node):
        """The derivative that a statement makes of zeros."""
        if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Call):
            return None
        name = getattr(node.targets[0], "id", None)
        is_zeros = spelling(node.value.func) in _EMPTY
        is_own = name in self.known.derived and self.known.is_own(name)
        return name if is_zeros and is_own else None

    def first(self, node, name, around):
        """What first mentions the elements that loops go over, if these are all.

        It adds to an element, or gives it a value; what follows is of that element.
        """
        if not isinstance(node, gast.For):
            is_first = bool(around) and self.reaches(node, name, around)
            return node if is_first else None
        if name in mentions(node.iter) or any(
            isinstance(n, _JUMPS) for n in walk(node)
        ):
            return None
        inside = [child for child in node.body if name in mentions(child)]
        found = self.first(inside[0], name, [*around, node]) if inside else None
        if found is inside[0]:
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

    def begun_in(self, loop, first):
        """A loop in which a statement gives an element its value."""

        def change(node):
            return [self.begun(node) if node is first else node]

        (made,) = rebuilt([loop], change)
        return made

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
