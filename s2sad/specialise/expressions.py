"""Expressions as a function is specialised: constants folded, structures taken apart.

What is known now (modules, strings, None, functions, ranks) is computed now; what is
left is an expression of plain form and its kind.
"""

import operator
from typing import Any

import gast
import numpy as np

from s2sad.errors import RefusalError
from s2sad.facts.calls import is_product
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.values import (
    Closure,
    Expression,
    Method,
    Record,
    Static,
    static_node,
    tuple_record,
)
from s2sad.specialise.admit import refused_expression
from s2sad.specialise.known import comparable, counted, differ, shown
from s2sad.specialise.library import whole_shape
from s2sad.specialise.messages import Unknown, is_text
from s2sad.specialise.objects import Super
from s2sad.specialise.order import in_order
from s2sad.syntax import build

_COMPARISONS = {
    gast.Eq: operator.eq,
    gast.NotEq: operator.ne,
    gast.Lt: operator.lt,
    gast.LtE: operator.le,
    gast.Gt: operator.gt,
    gast.GtE: operator.ge,
    gast.Is: operator.is_,
    gast.IsNot: operator.is_not,
    gast.In: lambda a, b: a in b,
    gast.NotIn: lambda a, b: a not in b,
}


class Expressions:
    """Evaluates the expressions of one function."""

    def __init__(self, frame):
        self.frame = frame

    def value(self, node):
        """What an expression stands for."""
        word = f"_{type(node).__name__}"
        method = getattr(self, word, None) or getattr(self.frame.choices, word, None)
        if method is None:
            word, instead = refused_expression(node)
            raise self.frame.refuse(node, f"{word} is not supported", instead)
        try:
            return method(node)
        except NoKind as error:
            raise self.frame.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            raise error.at(self.frame.source.place(node)) from None

    def number(self, node):
        """The Expression of a node that must be a number or an array."""
        return self.as_expression(self.value(node), node)

    def as_expression(self, value, node):
        if isinstance(value, Expression):
            return value
        if isinstance(value, Static):
            literal = static_node(value.value)
            if isinstance(value.value, (bool, int, float)):
                return self.expression(literal)
        if isinstance(value, Record):
            items = [self.as_expression(v, node) for v in value.items.values()]
            if items and all(isinstance(i.kind, Scalar) for i in items):
                listed = gast.List([i.node for i in items], gast.Load())
                return self.expression(build.call("np.array", listed))
        raise self.frame.refuse(
            node, f"{shown(value)} is used as a number", "a number or an array"
        )

    def expression(self, node):
        node = self.frame.shapes.checked(node)
        return Expression(node, kind_of(node, self.frame.kinds()))

    def _Call(self, node):
        if self.frame.inert.messages.is_text(node):
            return self.frame.inert.messages.static(node)
        return self.frame.applications.call(node)

    def _Constant(self, node):
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            if isinstance(node.value, complex):
                raise self.frame.refuse(node, "a complex number is not supported")
            return Static(node.value)
        return self.expression(build.constant(node.value))

    def _Name(self, node):
        return self.frame.surroundings.look(node)

    def _Attribute(self, node):
        base = self.value(node.value)
        if isinstance(base, Expression):
            return self.array_attribute(base, node)
        if isinstance(base, (Static, Record, Super)):
            return self.frame.objects.attribute(base, node)
        raise self.frame.refuse(
            node, f"there is no attribute {node.attr} of {shown(base)}"
        )

    def array_attribute(self, base, node):
        if isinstance(base.kind, Stack):
            return Method(base, node.attr)
        if node.attr == "shape":
            shape = build.attribute(base.node, "shape")
            return tuple_record(
                self.expression(build.subscript(shape, build.constant(axis)))
                for axis in range(base.kind.rank)
            )
        if node.attr == "real":
            return base
        if node.attr == "ndim":
            return self.expression(build.constant(base.kind.rank))
        if node.attr == "dtype":
            return Static(np.dtype(base.kind.dtype.replace("int", "int64")))
        if node.attr == "nbytes" and base.kind.is_float:
            width = build.constant(4 if base.kind.dtype == "float32" else 8)
            size = build.attribute(base.node, "size")
            return self.expression(build.binary(size, "*", width))
        if node.attr in ("size", "T") and isinstance(base.kind, Array):
            base = self.frame.indexing.apart(base) if node.attr == "T" else base
            return self.expression(build.attribute(base.node, node.attr))
        return Method(base, node.attr)

    def _UnaryOp(self, node):
        if isinstance(node.op, gast.Not):
            return self.frame.choices._Not(node)
        operand = self.value(node.operand)
        word = {gast.USub: "__neg__", gast.UAdd: "__pos__"}.get(type(node.op))
        made = self.frame.operators.by_class(operand, word, [], node)
        if made is not None:
            return made
        operand = self.as_expression(operand, node.operand)
        return self.expression(gast.UnaryOp(node.op, operand.node))

    def _BinOp(self, node):
        left, right = in_order(self.frame, [node.left, node.right])
        made = self.frame.operators.operated(node.op, left, right, node)
        if made is not None:
            return made
        if isinstance(left, Record) and isinstance(right, Record):
            if isinstance(node.op, gast.Add):
                return tuple_record([*left.items.values(), *right.items.values()])
        if is_text(left) or is_text(right):
            if self.frame.inert.messages.is_text(node):
                return self.frame.inert.messages.static(node)
        if isinstance(left, Record) or isinstance(right, Record):
            repeated = self.repeated(left, right, node)
            if repeated is not None:
                return repeated
        known = self.frame.source.is_definition and counted(node.op, left, right)
        if known:
            return known
        left = self.as_expression(left, node.left)
        right = self.as_expression(right, node.right)
        if isinstance(node.op, gast.MatMult) and not is_product(left.kind, right.kind):
            return self.frame.applications.apply(
                Static(np.matmul), [left, right], {}, node
            )
        return self.operated(node.op, left, right)

    def operated(self, op, left, right):
        """An operation on two numbers or arrays."""
        self.frame.assignments.check_divisor(op, left, right)
        result = self.expression(gast.BinOp(left.node, op, right.node))
        if isinstance(op, gast.Pow) and result.kind.is_float:
            if not left.kind.is_float and not right.kind.is_float:
                base = build.call("float", left.node)
                return self.expression(gast.BinOp(base, op, right.node))
        return result

    def repeated(self, left, right, node):
        """`[0.0] * 3` is a list of three."""
        if isinstance(node.op, gast.Mult):
            record, count = (left, right) if isinstance(left, Record) else (right, left)
            number = build.number_of(getattr(count, "node", None))
            if isinstance(number, int):
                return tuple_record(list(record.items.values()) * number)
        return None

    def _Compare(self, node):
        operands = in_order(self.frame, [node.left, *node.comparators])
        made = self.frame.operators.compared(node, operands)
        if made is not None:
            return made
        decided = self.decided(node, operands)
        if decided is not None:
            return Static(decided)
        if all(isinstance(value, Record) for value in operands):
            return self.tuples_compared(node, operands)
        first, *others = [
            self.as_expression(v, n).node
            for v, n in zip(operands, (node.left, *node.comparators))
        ]
        return self.expression(gast.Compare(first, list(node.ops), others))

    def tuples_compared(self, node, operands):
        """Whether two tuples are the same, or not: shapes as such, others by parts."""
        (op, *more), (left, right, *_) = node.ops, operands
        if more or not isinstance(op, (gast.Eq, gast.NotEq)):
            raise self.frame.refuse(node, "tuples are compared", "their parts, by <")
        if len(left.items) != len(right.items):
            return Static(isinstance(op, gast.NotEq))
        kinds = self.frame.kinds()
        shapes = [whole_shape(record, kinds) for record in (left, right)]
        if None not in shapes:
            return self.expression(build.compare(shapes[0], op, shapes[1]))
        parts = [
            [self.as_expression(leaf, node).node for leaf in record.leaves()]
            for record in (left, right)
        ]
        tests = [build.compare(a, op, b) for a, b in zip(*parts)]
        if len(tests) == 1:
            return self.expression(tests[0])
        joint = gast.And() if isinstance(op, gast.Eq) else gast.Or()
        return self.expression(gast.BoolOp(joint, tests))

    def decided(self, node, operands):
        """The truth of a comparison of things that are known, or None."""
        known = [comparable(value) for value in operands]
        if any(isinstance(k and k.value, Unknown) for k in known):
            raise self.frame.refuse(node, "a text with values in it is compared")
        results = []
        for op, (a, left), (b, right) in zip(
            node.ops, zip(known, operands), zip(known[1:], operands[1:])
        ):
            if isinstance(op, (gast.Is, gast.IsNot)) and (a is None or b is None):
                other = right if a is not None else left
                static = a if a is not None else b
                if static is not None and static.value is None:
                    results.append(isinstance(op, gast.IsNot))
                    continue
                raise self.frame.refuse(node, f"is of {shown(other)}", "== for numbers")
            if differ(left, right) and isinstance(op, (gast.Eq, gast.NotEq)):
                results.append(isinstance(op, gast.NotEq))
                continue
            if a is None or b is None:
                return None
            results.append(_COMPARISONS[type(op)](a.value, b.value))
        return all(results)

    def _Tuple(self, node):
        values = in_order(self.frame, node.elts)
        pairs = zip(node.elts, values)
        return tuple_record(
            [v for item, value in pairs for v in self.parts(item, value)]
        )

    def parts(self, item, value):
        """The values that an item of a tuple, or an argument, stands for."""
        if not isinstance(item, gast.Starred):
            return [value]
        if isinstance(value, Static) and isinstance(value.value, (tuple, list)):
            value = self.frame.surroundings.record(value, item)
        if not isinstance(value, Record):
            what = "an array is spread over arguments"
            raise self.frame.refuse(item, what, "its elements, one by one")
        return list(value.items.values())

    def _List(self, node):
        if not node.elts:
            return Expression(gast.List([], gast.Load()), Stack(None))
        return Record(self._Tuple(node).items, list, object())

    def _Dict(self, node):
        items = {}
        for key, value in zip(node.keys, in_order(self.frame, node.values)):
            known = None if key is None else comparable(self.value(key))
            if known is not None:
                items[known.value] = value
            elif key is None and isinstance(value, Record) and value.container is dict:
                items |= value.items
            else:
                raise self.frame.refuse(node, "a dict whose keys are not constants")
        return Record(items, dict, object())

    def _Lambda(self, node):
        return Closure(node, self.frame.source, (node.lineno, node.col_offset))

    def _JoinedStr(self, node):
        return self.frame.inert.messages.static(node)

    def _Subscript(self, node):
        base = self.value(node.value)
        if self.frame.operators.defines(base, "__getitem__"):
            given = [self.value(node.slice)]
            return self.frame.operators.by_class(base, "__getitem__", given, node)
        if isinstance(base, Static):
            return self.table_entry(base, node)
        if isinstance(base, Record):
            return self.part(base, node)
        if isinstance(base, Expression):
            return self.frame.indexing.part(base, node)
        raise self.frame.refuse(node, f"{shown(base)} can't be indexed")

    def part(self, base, node):
        if isinstance(node.slice, gast.Slice):
            parts = [node.slice.lower, node.slice.upper, node.slice.step]
            bounds: Any = [p and build.number_of(self.number(p).node) for p in parts]
            return tuple_record(list(base.items.values())[slice(*bounds)])
        index = self.value(node.slice)
        key = index.value if isinstance(index, Static) else None
        if isinstance(index, Expression):
            key = build.number_of(index.node)
            if key is None:
                array = self.frame.stored(self.as_expression(base, node), "table")
                return self.expression(build.subscript(array.node, index.node))
        if isinstance(key, int) and key < 0:
            key += len(base.items)
        if key not in base.items:
            raise self.frame.refuse(node, f"there is no part {key!r}")
        return base.items[key]

    def table_entry(self, base, node):
        """An entry of a table that the function finds in its surroundings."""
        index = self.value(node.slice)
        known = comparable(index)
        if known is not None:
            try:
                return self.frame.surroundings.entry(base, known.value, node)
            except (KeyError, IndexError, TypeError) as error:
                raise self.frame.refuse(
                    node, f"{type(error).__name__}: {error}"
                ) from None
        if isinstance(base.value, (tuple, list)):
            table = self.frame.surroundings.hidden_array(base, node)
            return self.expression(build.subscript(table.node, index.node))
        raise self.frame.refuse(
            node, "a table is indexed by a key that is not known yet", "an array"
        )

    def slice(self, node):
        parts = []
        for part in (node.lower, node.upper, node.step):
            if part is None:
                parts.append(None)
                continue
            value = self.value(part)
            if isinstance(value, Static) and value.value is None:
                parts.append(None)
            else:
                parts.append(self.as_expression(value, part).node)
        return gast.Slice(*parts)

    def _ListComp(self, node):
        raise self.frame.refuse(
            node, "a comprehension is not supported", "a loop that fills np.empty(n)"
        )
