"""Sums over all elements, or along an axis, become loops that add up.

s = np.sum(x * w)       becomes     s = 0.0
                                    for i in range(len(x)):
                                        s += x[i] * w[i]
"""

from functools import partial

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array, Scalar
from s2sad.lower.elements import axis_of_call
from s2sad.lower.lengths import product
from s2sad.syntax import build
from s2sad.syntax.build import number_of

_SUMS = {"np.sum", "np.mean"}
_PRODUCTS = {"np.dot", "np.vdot"}


class Sums:
    """Lowers the sums of one function."""

    def __init__(self, lowering, operands):
        self.lowering, self.operands = lowering, operands
        self.elements, self.kind = lowering.elements, operands.kind
        self.can_prepare, self.prepared = operands.can_prepare, operands.prepared

    def is_reduction(self, node):
        """Whether a value is a sum over all elements of operations that are lowered."""
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult):
            return self.is_product([node.left, node.right])
        if not isinstance(node, gast.Call) or node.keywords:
            return False
        word = spelling(node.func)
        if word in _PRODUCTS:
            return self.is_product(node.args)
        if word not in _SUMS or len(node.args) != 1:
            return False
        kind = self.kind(node.args[0])
        if not isinstance(kind, Array) or kind.dtype == "bool" and word == "np.mean":
            return False
        return self.can_prepare(node.args[0])

    def is_sum(self, node):
        """Whether a reduction is the sum itself, without a division after it."""
        is_mean = isinstance(node, gast.Call) and spelling(node.func) == "np.mean"
        return self.is_reduction(node) and not is_mean

    def is_product(self, sides):
        kinds = [self.kind(side) for side in sides]
        if any(not isinstance(kind, Array) or kind.rank != 1 for kind in kinds):
            return False
        if not any(map(self.is_at_hand, sides)):
            return False
        return all(k.dtype == "float64" for k in kinds) and all(
            map(self.can_prepare, sides)
        )

    def is_at_hand(self, node):
        """Whether a loop works an array out, and can use each element at once."""
        is_made = isinstance(node, gast.Name) and node.id in self.lowering.made
        return is_made or self.operands.is_new(node)

    def reduced(self, node, name):
        """Add up a sum under a name; gives the node that has the value."""
        word = spelling(node.func) if isinstance(node, gast.Call) else None
        if word in _SUMS:
            value = self.prepared(node.args[0])
        else:
            sides = node.args if word else [node.left, node.right]
            value = build.binary(self.prepared(sides[0]), "*", self.prepared(sides[1]))
        lengths = self.operands.lengths(value)
        zero = 0.0 if self.total_kind(node).is_float else 0
        self.lowering.emit(build.assign(name, build.constant(zero)))

        def body(indices):
            part = self.elements.of(value, indices)
            return [gast.AugAssign(build.target(name), gast.Add(), part)]

        self.lowering.nest(lengths, body)
        if word != "np.mean":
            return build.name(name)
        return build.binary(build.name(name), "/", product(lengths))

    def is_axis_sum(self, node):
        """Whether a value is a sum along an axis of operations that are lowered."""
        if not isinstance(node, gast.Call) or spelling(node.func) != "np.sum":
            return False
        return isinstance(self.kind(node), Array) and self.can_prepare(node.args[0])

    def summed(self, node, name):
        """Add up along an axis, into an array under a name."""
        value = self.prepared(node.args[0])
        lengths = self.operands.lengths(value)
        axis = axis_of_call(node, len(lengths))
        left = lengths[:axis] + lengths[axis + 1 :]
        if axis == len(lengths) - 1:
            self.lowering.made_for(name, node, left, "np.empty")
            self.lowering.nest(
                left, partial(self.inner_sum, name, value, lengths[axis])
            )
            return
        self.lowering.made_for(name, node, left, "np.zeros")

        def body(indices):
            place = build.subscript(
                build.name(name), *indices[:axis], *indices[axis + 1 :]
            )
            return [build.augment(place, "+", self.elements.of(value, indices))]

        self.lowering.nest(lengths, body)

    def inner_sum(self, name, value, length, indices):
        """The statements that add up one row."""
        inner = self.lowering.variables[len(indices)]
        if number_of(length) == 1:
            part = self.elements.of(value, [*indices, build.constant(0)])
            return [build.assign(build.subscript(build.name(name), *indices), part)]
        zero = build.constant(0.0 if self.kind(value).is_float else 0)
        place = build.subscript(build.name(name), *indices)
        part = self.elements.of(value, [*indices, build.name(inner)])
        loop = build.counted(inner, [length], [build.augment(place, "+", part)])
        self.lowering.nests[id(loop)] = loop
        return [build.assign(place, zero), loop]

    def total_kind(self, node):
        """The kind of what a reduction adds up: of a mean of integers, integers."""
        kind = self.kind(node)
        if isinstance(node, gast.Call) and spelling(node.func) == "np.mean":
            return Scalar(self.kind(node.args[0]).dtype)
        return kind
