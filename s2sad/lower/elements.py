"""One element of an array expression: what stands in the loop for the whole.

x[1:] * np.exp(w) + b[:, None]      at i, j:    x[j + 1] * np.exp(w[j]) + b[i]
"""

from typing import Any

import gast

from s2sad.facts.calls import keyword, spelling
from s2sad.facts.indices import index_items, is_new
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array, Scalar
from s2sad.rules.table import is_elementwise, operands_of
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted

FILLED = {"np.zeros", "np.ones", "np.full"}
FILLED_LIKE = {"np.zeros_like", "np.ones_like", "np.full_like"}
SAME = {"np.copy", "np.asarray", "np.ascontiguousarray"}
_OTHERS = {"abs", "np.sign", "np.square", "np.negative", "np.positive"}
_INTEGERS = (gast.Div, gast.FloorDiv, gast.Mod, gast.Pow)
# Numbers of 32 bits and complex ones stay in whole arrays.
DTYPES = {"float64", "int", "bool"}


class Elements:
    """Elements of expressions of names that have kinds."""

    def __init__(self, kinds):
        self.kinds = kinds

    def kind(self, node):
        return kind_of(node, self.kinds)

    def is_operation(self, node):
        """Whether a node is an operation that works element by element."""
        if isinstance(node, gast.Call):
            word = spelling(node.func)
            return word == "np.expand_dims" or (
                not node.keywords and (is_elementwise(word) or word in _OTHERS)
            )
        if isinstance(node, gast.BinOp):
            return not isinstance(node.op, gast.MatMult)
        return isinstance(node, (gast.UnaryOp, gast.Compare))

    def is_lowerable(self, node):
        """Whether one element at a time gives what the whole operation gives.

        Numbers of 32 bits are made wider one by one, and integers raise where arrays
        of them do not.
        """
        kinds = [self.kind(item) for item in operands(node)]
        if any(getattr(kind, "dtype", None) not in DTYPES for kind in kinds):
            return False
        if isinstance(node, gast.Compare) and len(node.ops) > 1:
            return False
        if isinstance(node, gast.BinOp) and isinstance(node.op, _INTEGERS):
            return any(kind.is_float for kind in kinds)
        return True

    def of(self, node, indices):
        """The element of an expression at indices, as many as it has axes."""
        kind = self.kind(node)
        if isinstance(kind, Scalar):
            return node
        indices = indices[len(indices) - kind.rank :]
        indices = [
            build.constant(0) if one else index
            for one, index in zip(kind.ones, indices)
        ]
        if isinstance(node, (gast.Name, gast.Attribute, gast.Subscript)):
            return self.of_part(node, indices)
        if isinstance(node, gast.Call):
            return self.of_call(node, indices)
        return self.of_operator(node, indices)

    def of_part(self, node, indices):
        """The element of an array or a part of it, at these very indices."""
        if isinstance(node, gast.Attribute):
            return self.of_part(node.value, indices[::-1])
        if isinstance(node, gast.Subscript):
            return self.of_part(node.value, self.inside(node, indices))
        return build.subscript(node, *indices)

    def inside(self, node, indices):
        """The indices into what a subscript takes a part of."""
        found, indices = [], list(indices)
        for item in index_items(node):
            if is_new(item):
                indices.pop(0)
            elif isinstance(item, gast.Slice):
                lower = 0 if item.lower is None else number_of(item.lower)
                found.append(shifted(indices.pop(0), lower))
            elif isinstance(self.kind(item), Array):
                found.append(self.of(item, [indices.pop(0)]))
            else:
                found.append(item)
        return found + indices

    def of_call(self, node, indices):
        word = spelling(node.func)
        if word in FILLED | FILLED_LIKE:
            return self.filling(node, word)
        if word == "np.arange":
            return indices[0]
        if word == "np.eye":
            is_same = build.compare(indices[0], gast.Eq(), indices[1])
            return gast.IfExp(is_same, build.constant(1.0), build.constant(0.0))
        if word == "np.expand_dims":
            axis = axis_of_call(node, len(indices))
            return self.of(node.args[0], indices[:axis] + indices[axis + 1 :])
        if word in SAME or word is None or word.endswith(".copy"):
            return self.of(copied(node), indices)
        parts = [self.of(item, indices) for item in node.args]
        if word == "np.where":
            return gast.IfExp(*parts)
        if word in ("np.float64", "np.int64"):
            return build.call(word.removeprefix("np.").removesuffix("64"), *parts)
        return gast.Call(node.func, parts, [])

    def filling(self, node, word):
        """What every element of a new array is."""
        if "full" in word:
            return node.args[1]
        value = 1 if "ones" in word else 0
        kind = self.kind(node)
        return build.constant(float(value) if kind.is_float else value)

    def of_operator(self, node, indices):
        parts = [self.of(item, indices) for item in operands(node)]
        if isinstance(node, gast.BinOp):
            return gast.BinOp(parts[0], node.op, parts[1])
        if isinstance(node, gast.Compare):
            return gast.Compare(parts[0], node.ops, parts[1:])
        is_truth = self.kind(node.operand).dtype == "bool"
        if isinstance(node.op, gast.Invert) and is_truth:
            return build.logical_not(parts[0])
        return gast.UnaryOp(node.op, parts[0])


def copied(call):
    """What a call gives a copy of, or the thing itself; None if it is no such call."""
    word = spelling(call.func)
    if word in SAME and len(call.args) == 1 and not call.keywords:
        return call.args[0]
    if isinstance(call.func, gast.Attribute) and call.func.attr == "copy":
        return call.func.value
    return None


def axis_of_call(node, rank) -> int:
    """Which axis of an array of that rank a call names."""
    number: Any = number_of(keyword(node, "axis", 1))
    return number % rank


def operands(node):
    """The operands of an operation that works element by element."""
    if isinstance(node, gast.Call) and spelling(node.func) == "np.expand_dims":
        return node.args[:1]
    return operands_of(node)


def is_filled(node):
    """Whether an expression is a new array whose elements are all the same."""
    return isinstance(node, gast.Call) and spelling(node.func) in FILLED
