"""Operands of array expressions, brought into a form that has elements.

s / np.sum(x * x)       becomes     total = 0.0
                                    for i in range(len(x)):
                                        total += x[i] * x[i]
                                    s / total
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import shared_name
from s2sad.facts.infer import NoKind, index_items
from s2sad.facts.kinds import INT, Array, Scalar
from s2sad.facts.nouns import noun
from s2sad.facts.shapes import axis_of, is_shape
from s2sad.lower.elements import (
    DTYPES,
    FILLED,
    FILLED_LIKE,
    axis_of_call,
    copied,
    operands,
)
from s2sad.lower.lengths import is_part, product, whole
from s2sad.lower.sums import Sums
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.walk import walk

_PLAIN = (gast.Name, gast.Constant)
_LAZY = (gast.IfExp, gast.BoolOp, gast.Lambda)


class Operands:
    """Prepares the operands of one function's expressions, for its lowering."""

    def __init__(self, lowering):
        self.lowering = lowering
        self.elements = lowering.elements
        self.sums = Sums(lowering, self)

    def kind(self, node):
        try:
            return self.elements.kind(node)
        except NoKind:
            return None

    def is_new(self, node):
        """Whether a value is a new array that a loop can fill."""
        if not isinstance(self.kind(node), Array):
            return False
        if isinstance(node, gast.Call) and copied(node) is not None:
            # an array as it is, is copied as well by one call
            return self.is_new(copied(node)) and not is_part(
                copied(node), self.lowering.kinds
            )
        if isinstance(node, gast.Call) and spelling(node.func) == "np.expand_dims":
            return self.is_new(node.args[0])  # else a view, which is no new array
        return self.is_operation(node)

    def is_operation(self, node):
        return (
            self.elements.is_operation(node)
            and self.elements.is_lowerable(node)
            and all(map(self.can_prepare, operands(node)))
        )

    def can_prepare(self, node):
        """Whether all elementwise operations inside an operand can be lowered."""
        kind = self.kind(node)
        if isinstance(kind, Scalar):
            return True
        if not isinstance(kind, Array) or kind.dtype not in DTYPES:
            return False
        if self.elements.is_operation(node):
            return self.is_operation(node)
        return True

    def can_write(self, target, value, op):
        """Whether a value can be written into a part of an array by a loop."""
        kinds = [self.kind(target), self.kind(value)]
        if any(getattr(k, "dtype", None) not in ("float64", "int") for k in kinds):
            return False
        if kinds[0].dtype == "int" and (op or kinds[1].dtype != "int"):
            return False
        return self.can_prepare(value) and is_part(target, self.lowering.kinds)

    # preparing

    def prepared(self, node):
        """The same value, of names, parts of them and operations on these alone."""
        kind = self.kind(node)
        if isinstance(kind, Scalar):
            return self.number(node)
        if isinstance(node, gast.Name) and node.id in self.lowering.views.seen:
            return self.lowering.views.seen[node.id]
        if is_part(node, self.lowering.kinds):
            return self.part(node)
        if isinstance(node, gast.Call):
            word = spelling(node.func)
            if copied(node) is not None:
                return self.prepared(copied(node))
            if word in FILLED | FILLED_LIKE or self.is_pattern(node):
                return self.filler(node)
        if self.is_operation(node):
            return self.with_operands(node, map(self.prepared, operands(node)))
        if isinstance(node, (gast.Subscript, gast.Attribute)):
            return self.stored(self.view(node))
        return self.stored(self.inner(node))

    def is_pattern(self, node):
        """Whether a call gives an array whose elements their indices tell."""
        is_plain = len(node.args) == 1 and not node.keywords
        is_pattern = is_plain and spelling(node.func) in ("np.arange", "np.eye")
        return is_pattern and self.kind(node.args[0]) == INT

    def filler(self, node):
        """A new array that says nothing of itself: it need not be made."""
        return gast.Call(node.func, list(map(self.inner, node.args)), node.keywords)

    def part(self, node):
        """A part of an array, its indices numbers that are at hand."""
        if isinstance(node, gast.Name):
            return node
        if isinstance(node, gast.Attribute):
            return build.attribute(self.part(node.value), node.attr)
        items = [
            item
            if isinstance(item, (gast.Slice, gast.Constant, gast.Name))
            else self.number(item)
            for item in index_items(node)
        ]
        return build.subscript(self.part(node.value), *items)

    def view(self, node):
        """A view, what it is of prepared: a name, or a part of one."""
        if isinstance(node, gast.Attribute):
            return build.attribute(self.base(node.value), node.attr)
        return gast.Subscript(self.base(node.value), node.slice, node.ctx)

    def base(self, node):
        if isinstance(node, gast.Name):
            return node
        if isinstance(node, (gast.Subscript, gast.Attribute)):
            return self.view(node)
        return self.inner(node)

    def number(self, node):
        """A number that each trip reads: what takes long is worked out before."""
        node = self.inner(node)
        if isinstance(node, gast.Subscript) or any(map(_is_dear, walk(node))):
            if not is_length(node):
                return self.stored(node)
        return node

    def with_operands(self, node, parts):
        parts = list(parts)
        if isinstance(node, gast.BinOp):
            return gast.BinOp(parts[0], node.op, parts[1])
        if isinstance(node, gast.UnaryOp):
            return gast.UnaryOp(node.op, parts[0])
        if isinstance(node, gast.Compare):
            return gast.Compare(parts[0], node.ops, parts[1:])
        return gast.Call(node.func, [*parts, *node.args[len(parts) :]], node.keywords)

    def stored(self, node):
        """A value under a name of its own."""
        if isinstance(node, gast.Name):
            return node
        name = self.lowering.new_name(_word(node), self.kind(node))
        shared = shared_name(node, self.lowering.kinds)
        if shared is not None:
            self.lowering.classes.join(name, shared)
        self.lowering.emit(build.assign(name, node))
        return build.name(name)

    # what stands inside

    def inner(self, node, word=None):
        """An expression in which operations on whole arrays stand no more."""
        if isinstance(node, (gast.Name, gast.Constant, *_LAZY)):
            return node
        known = self.length(node)
        if known is not None:
            return known
        if self.sums.is_reduction(node):
            name = self.lowering.new_name("total", self.sums.total_kind(node))
            return self.sums.reduced(node, name)
        if self.sums.is_axis_sum(node):
            name = self.lowering.new_name(word or "total", self.kind(node))
            self.sums.summed(node, name)
            return build.name(name)
        if self.is_new(node):
            name = self.lowering.new_name(word or noun(node), self.kind(node))
            self.lowering.filled(name, self.prepared(node))
            return build.name(name)
        return self.rebuilt(node)

    def length(self, node):
        """A length of an array that was made here, in words of others; else None."""
        made, lengths = self.lowering.made, self.lowering.lengths
        axis = axis_of(node, self.lowering.kinds)
        if axis is not None and axis[0] in made.keys() | self.lowering.views.seen:
            return whole(lengths.of(*axis))
        if isinstance(node, gast.Attribute) and node.attr == "size":
            if isinstance(node.value, gast.Name) and node.value.id in made:
                return product(lengths.axes(node.value))
        return None

    def rebuilt(self, node):
        if isinstance(node, gast.Call):
            if isinstance(node.func, gast.Attribute) and spelling(node.func) is None:
                inner = build.attribute(self.inner(node.func.value), node.func.attr)
                return gast.Call(inner, list(map(self.inner, node.args)), node.keywords)
            return gast.Call(node.func, list(map(self.inner, node.args)), node.keywords)
        if isinstance(node, (gast.List, gast.Tuple)):
            return type(node)(list(map(self.inner, node.elts)), node.ctx)
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.inner(node.value), node.slice, node.ctx)
        if isinstance(node, gast.Attribute):
            if isinstance(self.kind(node.value), Array):
                return gast.Attribute(self.inner(node.value), node.attr, node.ctx)
            return node
        if isinstance(node, (gast.BinOp, gast.UnaryOp, gast.Compare)):
            return self.with_operands(node, map(self.inner, operands(node)))
        return node

    # lengths

    def lengths(self, node):
        """The length of each axis of a prepared value."""
        rank = self.kind(node).rank
        found = [None] * rank
        for leaf in self.leaves(node):
            kind = self.kind(leaf)
            pairs = zip(range(rank - kind.rank, rank), self.axes(leaf), kind.ones)
            for axis, length, is_one in pairs:
                if found[axis] is None and not is_one:
                    found[axis] = length
        return [build.constant(1) if n is None else n for n in found]

    def leaves(self, node):
        """The arrays that a prepared value is made of."""
        if not isinstance(self.kind(node), Array):
            return []
        if self.elements.is_operation(node):
            if spelling(getattr(node, "func", node)) == "np.expand_dims":
                return [node]
            return [leaf for item in operands(node) for leaf in self.leaves(item)]
        return [node]

    def axes(self, leaf):
        """The lengths of an array that a prepared value is made of."""
        known = self.lowering.lengths
        if not isinstance(leaf, gast.Call):
            return known.axes(leaf)
        word = spelling(leaf.func)
        if word == "np.expand_dims":
            axes = self.lengths(leaf.args[0])
            axis = axis_of_call(leaf, len(axes) + 1)
            return [*axes[:axis], build.constant(1), *axes[axis:]]
        if word in FILLED_LIKE:
            return known.axes(leaf.args[0])
        shape = leaf.args[0]
        if is_shape(shape):
            return known.axes(shape.value)
        items = shape.elts if isinstance(shape, gast.Tuple) else [shape]
        items = [shape, shape] if word == "np.eye" else items
        return [known.number(item) for item in items]


def _is_dear(node):
    """Whether a number is worth a name, rather than to be worked out in each trip."""
    return isinstance(node, (gast.Call, gast.Subscript)) or (
        isinstance(node, gast.BinOp) and isinstance(node.op, gast.Pow)
    )


def is_length(node):
    """Whether a number is the length of an axis, or a sum with one."""
    if isinstance(node, gast.Call):
        return spelling(node.func) == "len"
    if isinstance(node, gast.Subscript):
        return getattr(node.value, "attr", None) == "shape"
    if isinstance(node, gast.BinOp):
        sides = (node.left, node.right)
        are_plain = all(isinstance(n, _PLAIN) or is_length(n) for n in sides)
        return are_plain and any(map(is_length, sides))
    return False


def _word(node):
    """A name for a value that gets one."""
    if isinstance(node, gast.Call) and isinstance(node.func, gast.Name):
        return f"{node.func.id}_result"
    if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
        number = number_of(node.slice)
        if number is not None and number >= 0:
            return f"{node.value.id}_{number}"
        return f"{node.value.id}_part"
    return noun(node)
