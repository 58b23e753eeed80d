"""Sets of numbers that are known only when the function runs: arrays without doubles.

Whether a number is in one, and which of two holds the other, are asked of the arrays.
In which order a set is gone through nobody says: that is left to Python's.
"""

import gast

from s2sad.facts.kinds import Array, array_kind
from s2sad.facts.values import Expression, Record, list_record
from s2sad.known.definitions import definition_named
from s2sad.known.growing import Item, filled, is_growing
from s2sad.syntax import build


def is_members(value):
    return isinstance(value, Record) and value.container is set


def members(frame, value, node):
    """The set of what is in a vector, or in a list that lives in one; else None."""
    if is_growing(value):
        value = frame.reading.array(value)
    if not isinstance(value, Expression) or not isinstance(value.kind, Array):
        return None
    if value.kind.rank != 1 or value.kind.is_complex:
        return None
    unique = definition_named("numpy.unique")
    values = frame.applications.defined(unique, [value], {}, node)
    return Record({"values": frame.stored(values, "members")}, set)


def sorted_members(value):
    """The list that `sorted` makes of a set."""
    values = value.items["values"]
    copied = build.call(build.attribute(values.node, "copy"))
    item = Item(array_kind(values.kind.dtype, 0))
    return filled(Expression(copied, values.kind), item)


_HOLDS = {
    gast.LtE: [(0, 1)],
    gast.GtE: [(1, 0)],
    gast.Eq: [(0, 1), (1, 0)],
}


def compared(frame, node, operands):
    """What a comparison of two sets gives, one of them of numbers; else None."""
    if not any(map(is_members, operands)) or len(operands) != 2:
        return None
    sides = [_array(frame, value, node) for value in operands]
    (op,) = node.ops
    places = _HOLDS.get(gast.Eq if isinstance(op, gast.NotEq) else type(op))
    if None in sides or places is None:
        return None
    tests = [_is_within(frame, sides[a], sides[b], node).node for a, b in places]
    test = tests[0] if len(tests) == 1 else gast.BoolOp(gast.And(), tests)
    if isinstance(op, gast.NotEq):
        test = build.logical_not(test)
    return frame.expressions.expression(test)


def _is_within(frame, one, other, node):
    """Whether all numbers of one array are in another."""
    isin, all_ = map(definition_named, ("numpy.isin", "numpy.all"))
    defined = frame.applications.defined
    return defined(all_, [defined(isin, [one, other], {}, node)], {}, node)


def _array(frame, value, node):
    """The numbers of a set as an array; None for what is no set of numbers."""
    if is_members(value):
        return value.items["values"]
    numbers = getattr(value, "value", None)
    if not isinstance(numbers, (set, frozenset)):
        return None
    if not numbers or not all(isinstance(n, (int, float)) for n in numbers):
        return None
    parts = [frame.expressions.expression(build.constant(n)) for n in sorted(numbers)]
    return frame.stored(
        frame.expressions.as_expression(list_record(parts), node), "members"
    )
