"""How long the axes are that index arrays and masks give, and checks that they fit."""

import gast

from s2sad.facts.indices import index_items, taken
from s2sad.facts.infer import kind_of
from s2sad.syntax import build


class Lengths:
    """The lengths of one function's parts of arrays."""

    def __init__(self, frame):
        self.frame = frame

    def kind(self, node):
        return kind_of(node, self.frame.kinds())

    def of(self, node, axis):
        """The length of an axis of an array."""
        return self.frame.shapes.length_of(node, axis)

    def joint(self, arrays):
        """The lengths of the axes that index arrays have together."""
        if not self.frame.source.is_generated:
            self.frame.shapes.meet_all(arrays)
        kinds = [self.kind(node) for node in arrays]
        rank = max(kind.rank for kind in kinds)
        return [self.joint_axis(arrays, kinds, axis) for axis in range(-rank, 0)]

    def joint_axis(self, arrays, kinds, axis):
        for node, kind in zip(arrays, kinds):
            if kind.rank >= -axis and not kind.ones[axis]:
                return self.of(node, axis + kind.rank)
        return build.constant(1)

    def others(self, place):
        """The lengths of the axes that no index takes; all slices are whole."""
        return [
            self.of(place.value, axis)
            for axis, item in enumerate(index_items(place))
            if isinstance(item, gast.Slice)
        ]

    def mask_fits(self, base, axis, mask):
        """A mask has the lengths of the axes that it picks from."""
        shapes = self.frame.shapes
        if self.frame.source.is_generated:
            return
        own, other = shapes.of(mask), shapes.of(base.node)
        for n, symbol in enumerate(own):
            if shapes.symbol(symbol) != shapes.symbol(other[axis + n]):
                first, second = self.of(base.node, axis + n), self.of(mask, n)
                shapes.demand(first, second)
                shapes.equal.join(shapes.symbol(symbol), shapes.symbol(other[axis + n]))

    def value_fits(self, place, value):
        """What is written has the lengths of the place, or length 1."""
        if self.frame.source.is_generated:
            return
        items = index_items(place)
        found = taken(items, self.kind)
        others = self.others(place)
        joint = self.joint([items[n] for n in found.arrays])
        ones = [*self.kind(place).ones]
        lengths = [*others[: found.place], *joint, *others[found.place :]]
        shapes = self.frame.shapes
        symbols, own = shapes.of(build.loaded(place)), shapes.of(value.node)
        for axis in range(-value.kind.rank, 0):
            known = shapes.symbol(symbols[axis]) == shapes.symbol(own[axis])
            if not known and not value.kind.ones[axis]:
                length = self.of(value.node, axis + value.kind.rank)
                wanted = build.constant(1) if ones[axis] else lengths[axis]
                shapes.demand(wanted, length)
