"""Indices as a function is specialised: masks and index arrays become loops.

y = x[rows, columns]    becomes     y = np.empty(len(rows))
                                    for k in range(len(rows)):
                                        y[k] = x[rows[k], columns[k]]

A mask stands for the places where it is true. One vector of integers stays an index.
"""

from typing import Any

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.indices import index_items, is_new, is_whole, taken
from s2sad.facts.infer import index_array, kind_of
from s2sad.facts.kinds import INT, Array, Scalar
from s2sad.facts.numbers import dtype_keyword
from s2sad.facts.values import Expression, Record, Static, is_of
from s2sad.known.lengths import Lengths
from s2sad.known.trial import tried
from s2sad.syntax import build
from s2sad.syntax.names import names_in

_ALL = gast.Slice(None, None, None)


class Indexing:
    """The subscripts of one function."""

    def __init__(self, frame):
        self.frame = frame
        self.lengths = Lengths(frame)
        self.chosen = set()  # the names of the places where masks are true

    def bound(self, value, node):
        """The node of a bound of a slice; Numba would cut a float to an integer."""
        found = self.frame.expressions.as_expression(value, node)
        if isinstance(found.kind, Scalar) and found.kind.is_float:
            raise self.frame.refuse(node, "a bound of a slice is a float", "int(...)")
        return found.node

    def kind(self, node):
        return kind_of(node, self.frame.kinds())

    def part(self, base, node):
        """The Expression of what a subscript reads."""
        if isinstance(base.kind, Scalar):
            return self.frame.without_axes.part(base, node)
        place = self.place(base, node)
        if self.is_simple(place):
            self.frame.careful.element(base, place)
            return self.frame.expressions.expression(place)
        return self.gathered(place)

    def is_simple(self, place):
        """Whether the text may hold a subscript as it is."""
        found = taken(index_items(place), self.kind)
        return found is None or found.is_simple

    def place(self, base, node):
        """A subscript of plain form; several index arrays only until they are loops."""
        if isinstance(node.ctx, gast.Store) and self.is_gathered(base.node):
            what = (
                "what an index array takes is a copy: what is written into it is lost"
            )
            raise self.frame.refuse(node, what, "x[k[i]] = ... for x[k][i] = ...")
        base = self.apart(base)
        items = [
            found
            for item in index_items(node)
            for found in self.items(item, base, index_items(node))
        ]
        return self.subscript(base, items)

    def subscript(self, base, items):
        """A subscript of items, its masks turned into places."""
        items = self.unmasked(base, items or [_ALL])
        found = taken(items, self.kind)
        if found is not None and not found.is_simple:
            base, items = self.part_apart(base, items)
        return build.subscript(base.node, *items)

    def items(self, item, base, all_items):
        """The items that one index of the user's stands for."""
        if isinstance(item, gast.Slice):
            return [self.frame.expressions.slice(item)]
        value = self.frame.expressions.value(item)
        if is_of(value, tuple):
            inner = list(value.items.values())
            parts = [self.of_value(v, base, inner, item) for v in inner]
            return [found for part in parts for found in part]
        return self.of_value(value, base, all_items, item)

    def of_value(self, value, base, others, node):
        if isinstance(value, Static) and value.value is None:
            return [gast.Constant(None, None)]
        if is_of(value, slice):
            return [self.bounds(value)]
        if isinstance(value, Static) and isinstance(value.value, slice):
            parts = (value.value.start, value.value.stop, value.value.step)
            return [gast.Slice(*(p and build.constant(p) for p in parts))]
        if isinstance(value, Static) and value.value is Ellipsis:
            rank = getattr(base.kind, "rank", 0)
            return [_ALL] * (rank - sum(map(self.axes_of, others)))
        index = self.frame.expressions.as_expression(value, node)
        if isinstance(index.kind, Array) and not isinstance(index.node, gast.Name):
            word = "mask" if index.kind.dtype == "bool" else "index"
            index = self.frame.stored(index, word)
        return [index.node]

    def bounds(self, value):
        """The bounds of a slice that is a value."""
        expressions = self.frame.expressions
        return gast.Slice(
            *(
                None
                if isinstance(part, Static)
                else expressions.as_expression(part, None).node
                for part in value.items.values()
            )
        )

    def axes_of(self, item):
        """How many axes of an array an index beside an ellipsis takes."""
        if isinstance(item, gast.Slice):
            return 1
        value: Any = item
        if isinstance(item, gast.AST):
            value = tried(self.frame, lambda: self.frame.expressions.value(item))
        if is_of(value, slice):
            return 1
        if isinstance(value, Static):
            return int(value.value is not None and value.value is not Ellipsis)
        if isinstance(value, Expression) and value.kind.dtype == "bool":
            return value.kind.rank
        return 1

    # masks

    def unmasked(self, base, items):
        """Items with the places where masks are true."""
        found, axis = [], 0
        for item in items:
            kind = None if isinstance(item, gast.Slice) else self.item_kind(item)
            if isinstance(kind, Array) and kind.dtype == "bool":
                self.lengths.mask_fits(base, axis, item)
                found.extend(self.places(item, kind))
                axis += kind.rank
            else:
                found.append(item)
                axis += not is_new(item)
        return found

    def item_kind(self, item):
        return None if is_new(item) else self.kind(item)

    def places(self, mask, kind):
        """The index arrays of the places where a mask is true."""
        if kind.rank == 1:
            call = build.call("np.flatnonzero", mask)
            found = self.frame.expressions.expression(call)
            return [self.frame.stored(found, "places").node]
        value = self.frame.applications.nonzero(Expression(mask, kind))
        words = ("rows", "columns") if kind.rank == 2 else ("places",) * kind.rank
        names = [self.frame.temporary(word) for word in words]
        self.chosen |= set(names)
        place = build.tuple_of([build.target(name) for name in names])
        if not self.frame.unpacking.names_results(place, value):
            return [item.node for item in value.items.values()]
        shapes = self.frame.shapes
        first, *others = [shapes.of(build.name(name))[0] for name in names]
        for other in others:
            shapes.equal.join(shapes.symbol(first), shapes.symbol(other))
        return [build.name(name) for name in names]

    # copies of what index arrays take

    def is_gathered(self, node):
        """Whether an expression is, or is a view of, what an index array takes."""
        while isinstance(node, (gast.Subscript, gast.Attribute)):
            if isinstance(node, gast.Subscript):
                if index_array(node, self.frame.kinds()) is not None:
                    return True
            node = node.value
        return False

    def apart(self, value: Expression) -> Expression:
        """An array, with a name of its own if it is a copy that parts are views of."""
        if isinstance(value.kind, Array) and self.is_gathered(value.node):
            return self.frame.stored(value, f"{base_name(value.node)}_gathered")
        return value

    def all_apart(self, value):
        """The same for each array of a value."""
        if isinstance(value, Record):
            return value.map(self.all_apart)
        return self.apart(value) if isinstance(value, Expression) else value

    # several index arrays

    def part_apart(self, base, items):
        """(base, items) with slices that are whole: others have a view of their own."""
        rest = base.kind.rank - sum(not is_new(item) for item in items)
        items = [*items, *[_ALL] * rest]
        plain = all(not is_new(i) for i in items) and all(
            is_whole(i) for i in items if isinstance(i, gast.Slice)
        )
        if plain and isinstance(base.node, gast.Name):
            return base, items
        view = base
        if not plain:
            kept = [i if self.is_basic(i) else _ALL for i in items]
            view = self.frame.expressions.expression(build.subscript(base.node, *kept))
        view = self.frame.stored(view, f"{base_name(base.node) or 'array'}_part")
        items = [_ALL if self.is_basic(i) else i for i in items]
        return view, items

    def is_basic(self, item):
        """Whether an index is a slice or a new axis."""
        return isinstance(item, gast.Slice) or is_new(item)

    def counters(self, place):
        """(loops over all elements of the index arrays, the indices in them)."""
        items = index_items(place)
        found = taken(items, self.kind)
        bounds = self.lengths.joint([items[n] for n in found.arrays])
        names = [self.frame.temporary(word) for word in "kmnp"[: len(bounds)]]
        for name in names:
            self.frame.bind(name, INT)
        inner = list(items)
        for n in found.arrays:
            inner[n] = element(items[n], found.kinds[n], names)
        loops = list(zip(names, bounds))
        return found, loops, build.subscript(place.value, *trimmed(inner))

    def gathered(self, place, is_overwritten=False):
        """What several index arrays take, in an array of its own.

        Where it is overwritten then, the array stays, unless a mask told the places.
        """
        found, loops, source = self.counters(place)
        kind = self.kind(place)
        rest = self.lengths.others(place)
        sizes = [*rest[: found.place], *[b for _, b in loops], *rest[found.place :]]
        shape = sizes[0] if len(sizes) == 1 else build.tuple_of(sizes)
        given = dtype_keyword(kind.dtype)
        made = Expression(build.call("np.empty", shape, **given), kind)
        name = self.frame.stored(made, f"{base_name(place) or 'array'}_taken")
        items = names_in(*index_items(place))
        if not rest and (not is_overwritten or items <= self.chosen):
            self.frame.filled.add(name.node.id)
        names = [build.name(n) for n, _ in loops]
        index = trimmed([_ALL] * found.place + names)
        target = build.stored(build.subscript(name.node, *index))
        self.frame.emit(*nested(loops, gast.Assign([target], source, None)))
        return name


def element(node, kind, names):
    """The element of an index array that counters pick."""
    own = names[len(names) - kind.rank :]
    index = [
        build.constant(0) if one else build.name(name)
        for name, one in zip(own, kind.ones)
    ]
    return build.subscript(node, *index)


def trimmed(items):
    """Items without the whole slices at the end."""
    items = list(items)
    while len(items) > 1 and is_whole(items[-1]):
        items.pop()
    return items


def nested(loops, statement):
    """A statement in loops, the first outermost."""
    body = [statement]
    for name, bound in reversed(loops):
        body = [build.counted(name, [bound], body)]
    return body
