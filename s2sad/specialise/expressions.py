"""Expressions as a function is specialised: constants folded, structures taken apart.

What is known now (modules, strings, None, functions, ranks) is computed now; what is
left is an expression of plain form and its kind.
"""

import types
from typing import TypeGuard

import gast
import numpy as np

from s2sad.called import library
from s2sad.called.messages import is_text
from s2sad.called.order import in_order
from s2sad.called.parts import known_parts, mapping
from s2sad.called.ranges import of_bounds, part_of_range, range_bounds
from s2sad.called.truths import check_sign, of_truths
from s2sad.errors import RefusalError
from s2sad.facts.calls import is_product
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import INT, Array, Scalar, Stack, dtype_word
from s2sad.facts.values import (
    Expression,
    Method,
    Record,
    Static,
    is_of,
    record_like,
    static_node,
    tuple_record,
)
from s2sad.known.comparable import comparable, counted, shown
from s2sad.known.constants import constant, known_place
from s2sad.known.growing import Item, container_of, is_growing
from s2sad.known.options import is_one_of
from s2sad.known.stacks import makes_stack
from s2sad.normalise.admit import refused_expression
from s2sad.objects.objects import Super
from s2sad.objects.stand_ins import rows_of
from s2sad.specialise.powers import base_of_power
from s2sad.syntax import build


def is_class(value) -> TypeGuard[Static]:
    """Whether a value is a class, or several: `int | float`."""
    return isinstance(getattr(value, "value", None), (type, types.UnionType))


class Expressions:
    """Evaluates the expressions of one function."""

    def __init__(self, frame):
        self.frame = frame

    def value(self, node):
        """What an expression stands for."""
        word = f"_{type(node).__name__}"
        method = self.method(word)
        if method is None:
            word, instead = refused_expression(node)
            raise self.frame.refuse(node, f"{word} is not supported", instead)
        try:
            return self.frame.alternatives.given(node, method(node))
        except NoKind as error:
            raise self.frame.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            raise error.at(self.frame.source.place(node)) from None

    def method(self, word):
        """What specialises a kind of expression, or None."""
        frame = self.frame
        parts = (self, frame.choices, frame.comparisons, frame.comprehensions)
        found = (getattr(part, word, None) for part in parts)
        return next(filter(None, found), None)

    def number(self, node):
        """The Expression of a node that must be a number or an array."""
        return self.as_expression(self.value(node), node)

    def as_expression(self, value, node):
        if is_one_of(value):
            value = self.frame.alternatives.given(node, value)
        if isinstance(value, Expression):
            return value
        if isinstance(value, Static):
            literal = static_node(value.value)
            if isinstance(value.value, (bool, int, float, complex)):
                return self.expression(literal)
            if isinstance(value.value, (list, tuple)) and len(value.value):
                return self.frame.surroundings.hidden_array(value, node)
        if is_growing(value):
            return self.frame.reading.array(value)
        if is_of(value, range):
            return self.expression(build.call("np.arange", *range_bounds(value)))
        if isinstance(value, Record) and issubclass(value.container, (tuple, list)):
            display = self.display(value, node)
            if display is not None:
                return self.expression(build.call("np.array", display))
            return self.rows(value, node)
        raise self.frame.refuse(
            node, f"{shown(value)} is used as a number", "a number or an array"
        )

    def display(self, value, node):
        """The display of a list of numbers, or of such lists; else None."""
        parts = []
        for item in value.items.values():
            if is_of(item, tuple, list):
                parts.append(self.display(item, node))
            else:
                item = self.as_expression(item, node)
                parts.append(item.node if isinstance(item.kind, Scalar) else None)
        if not parts or None in parts:
            return None
        return gast.List(parts, gast.Load())

    def rows(self, value, node):
        """An array of the arrays that a list holds."""
        if value.container in (tuple, list) and not value.items:
            return self.expression(build.call("np.empty", build.constant(0)))
        items = [self.as_expression(v, node) for v in value.items.values()]
        kinds = {(item.kind.dtype, item.kind.rank) for item in items}
        if len(kinds) != 1 or value.container not in (tuple, list):
            what = f"{shown(value)} is used as a number"
            raise self.frame.refuse(node, what, "a number or an array")
        items = [self.frame.stored_if_compound(item) for item in items]
        for other in items[1:]:
            self.frame.shapes.meet_all([items[0].node, other.node])
        sizes = [
            self.frame.shapes.length_of(items[0].node, axis)
            for axis in range(items[0].kind.rank)
        ]
        held = Item(items[0].kind)
        array = self.frame.lists.empty(held, [build.constant(len(items)), *sizes])
        made = self.frame.stored(Expression(array, held.values), "rows")
        for place, item in enumerate(items):
            whole = [gast.Slice(None, None, None)] * item.kind.rank
            target = build.subscript(made.node, build.constant(place), *whole)
            self.frame.emit(build.assign(target, item.node))
        return made

    def expression(self, node):
        node = self.frame.shapes.checked(node)
        return Expression(node, kind_of(node, self.frame.kinds()))

    def _Call(self, node):
        if self.frame.inert.messages.is_text(node):
            return self.frame.inert.messages.static(node)
        return self.frame.applications.call(node)

    def _Constant(self, node):
        is_number = isinstance(node.value, (int, float, complex))
        if isinstance(node.value, bool) or not is_number:
            return Static(node.value)
        return self.expression(build.constant(node.value))

    def _Name(self, node):
        return self.frame.surroundings.look(node)

    def _Attribute(self, node):
        return self.attribute(self.value(node.value), node)

    def attribute(self, base, node):
        """The attribute of a value that an Attribute node names."""
        is_number = type(getattr(base, "value", None)) in (bool, int, float)
        if is_number and self.frame.source.is_definition:
            base = self.as_expression(base, node)
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
        if node.attr in ("real", "imag"):
            parts = {"real": np.real, "imag": np.imag}
            return self.frame.applications.apply(
                Static(parts[node.attr]), [base], {}, node
            )
        if node.attr == "flat":
            return self.frame.applications.apply(Static(np.ravel), [base], {}, node)
        if node.attr == "ndim":
            return self.expression(build.constant(base.kind.rank))
        if node.attr == "dtype":
            return Static(np.dtype(dtype_word(base.kind.dtype)))
        if node.attr == "nbytes" and base.kind.is_float:
            width = build.constant(np.dtype(base.kind.dtype).itemsize)
            size = build.attribute(base.node, "size")
            return self.expression(build.binary(size, "*", width))
        if isinstance(base.kind, Scalar) and node.attr in ("size", "T"):
            return base if node.attr == "T" else self.expression(build.constant(1))
        if node.attr in ("size", "T") and isinstance(base.kind, Array):
            base = self.frame.indexing.apart(base) if node.attr == "T" else base
            return self.expression(build.attribute(base.node, node.attr))
        owners = {type(library.sample(base)), np.ndarray if base.kind.rank else float}
        if not any(hasattr(owner, node.attr) for owner in (*owners, np.float64)):
            error = AttributeError(f"there is no attribute {node.attr}")
            what = f"there is no attribute {node.attr} of {shown(base)}"
            raise self.frame.source.raising(node, error, what)
        return Method(base, node.attr)

    def _UnaryOp(self, node):
        if isinstance(node.op, gast.Not):
            return self.frame.choices._Not(node)
        operand = self.value(node.operand)
        made = self.frame.operators.signed(node.op, operand, node)
        if made is not None:
            return made
        operand = self.as_expression(operand, node.operand)
        check_sign(self.frame, node, operand)
        is_negative = isinstance(operand.node, gast.UnaryOp)
        if is_negative and build.number_of(operand.node) is not None:
            if isinstance(node.op, gast.USub):  # `--1`
                return self.expression(operand.node.operand)
        return self.expression(gast.UnaryOp(node.op, operand.node))

    def _BinOp(self, node):
        left, right = in_order(self.frame, [node.left, node.right])
        made = self.frame.operators.operated(node.op, left, right, node)
        if made is not None:
            return made
        if isinstance(left, Record) and isinstance(right, Record):
            if isinstance(node.op, gast.Add):
                return self.frame.lists.made.joined(left, right, node)
        if isinstance(node.op, gast.BitOr) and is_class(left) and is_class(right):
            return Static(left.value | right.value)
        if is_text(left) or is_text(right):
            if self.frame.inert.messages.is_text(node):
                return self.frame.inert.messages.static(node)
        if isinstance(left, Record) or isinstance(right, Record):
            repeated = self.frame.lists.made.repeated(left, right, node)
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
        op = of_truths(self.frame, op, left, right)
        self.frame.careful.check_divisor(op, left, right)
        if left.kind == INT and isinstance(op, (gast.Add, gast.Sub)):
            number = build.number_of(right.node)
            if type(number) is int:  # `n - 2 + 1` of an unrolled loop
                amount = number if isinstance(op, gast.Add) else -number
                return self.expression(build.shifted(left.node, amount))
        if isinstance(op, gast.Pow):
            left = base_of_power(self.frame, left, right)
        result = self.expression(gast.BinOp(left.node, op, right.node))
        if isinstance(op, gast.Pow):
            result = self.frame.careful.power(left, right, result)
        if isinstance(op, gast.Pow) and result.kind.is_float:
            if not left.kind.is_float and not right.kind.is_float:
                base = build.call("float", left.node)
                return self.expression(gast.BinOp(base, op, right.node))
        return result

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
        parts = known_parts(self.frame, value, item)
        if parts is None:
            what = "an array is spread over arguments"
            raise self.frame.refuse(item, what, "its elements, one by one")
        return parts

    def _List(self, node):
        if not node.elts and makes_stack(self.frame, self.frame.statements.now):
            return Expression(gast.List([], gast.Load()), Stack(None))
        return self.frame.lists.made.displayed(node, in_order(self.frame, node.elts))

    def _Dict(self, node):
        items = {}
        for key, value in zip(node.keys, in_order(self.frame, node.values)):
            known = key and comparable(self.value(key))
            found = {known.value: value} if known else None
            if key is None:
                found = mapping(self.frame, value, node)
            if found is None:
                raise self.frame.refuse(node, "a dict whose keys are not constants")
            items |= found
        return Record(items, dict, object())

    def _Lambda(self, node):
        return self.frame.closures.made(node)

    def _JoinedStr(self, node):
        return self.frame.inert.messages.static(node)

    def _Subscript(self, node):
        base = self.value(node.value)
        if self.frame.operators.defines(base, "__getitem__"):
            given = [self.value(node.slice)]
            return self.frame.operators.by_class(base, "__getitem__", given, node)
        if isinstance(base, Static):
            return self.table_entry(base, node)
        if isinstance(base, Record) and hasattr(container_of(base), "__getitem__"):
            return self.part(base, node)
        if isinstance(base, Expression):
            return self.frame.indexing.part(base, node)
        raise self.frame.refuse(node, f"{shown(base)} can't be indexed")

    def part(self, base, node):
        if is_growing(base):
            return self.frame.reading.element(base, node)
        if is_of(base, range):
            return part_of_range(self.frame, base, node)
        if isinstance(node.slice, gast.Slice):
            items = list(base.items.values())[self.known_slice(node)]
            return record_like(base, items)
        index = self.value(node.slice)
        known = known_place(self.frame, index)
        if isinstance(index, Expression) and known is None:
            return self.frame.lists.stand_ins.part(base, index, node)
        key = None if known is None else known.value
        if isinstance(key, int) and key < 0 and base.container is not dict:
            key += len(base.items)
        fields = getattr(base.container, "_fields", ())  # of a NamedTuple
        if isinstance(key, int) and 0 <= key < len(fields):
            key = fields[key]
        if key not in base.items:
            return self.frame.containers.missing(base, key, node)
        return base.items[key]

    def table_entry(self, base, node):
        """An entry of a table that the function finds in its surroundings."""
        if isinstance(node.slice, gast.Slice):
            if isinstance(base.value, (str, bytes)):
                return Static(base.value[self.known_slice(node)])
            return self.part(self.frame.surroundings.record(base, node), node)
        return self.entry_of(base, self.value(node.slice), node)

    def entry_of(self, base, index, node):
        """The entry of such a table at an index or a key."""
        known = known_place(self.frame, index)
        if known is not None:
            try:
                return self.frame.surroundings.entry(base, known.value, node)
            except (KeyError, IndexError, TypeError) as error:
                raise self.frame.source.raising(node, error) from None
        if isinstance(base.value, (tuple, list)):
            table = self.frame.surroundings.hidden_array(base, node)
            return self.frame.lists.stand_ins.row(table, index, rows_of(base.value))
        what = "a table is indexed by a key that is not known yet"
        refusal = self.frame.refuse(node, what, "an array")
        return self.entry_of(base, constant(self.frame, index, refusal), node)

    def known_slice(self, node):
        """The slice of a subscript whose bounds must be known."""
        what = "a list or tuple is cut where it is not known"
        refusal = self.frame.refuse(node, what, "np.array")
        parts = (node.slice.lower, node.slice.upper, node.slice.step)
        return slice(
            *(p and constant(self.frame, self.value(p), refusal).value for p in parts)
        )

    def _Slice(self, node):
        """A slice in the brackets of an object, which asks for its bounds."""
        parts = [p or build.constant(None) for p in (node.lower, node.upper, node.step)]
        return of_bounds(map(self.value, parts), slice)

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
                parts.append(self.frame.indexing.bound(value, part))
        return gast.Slice(*parts)
