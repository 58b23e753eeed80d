"""Ranges as values: what a range makes of brackets, of `reversed` and of `len`.

A range is the record of its bounds, which are no parts of it: its numbers are.
"""

from typing import Any

import gast

from s2sad.facts.values import Record, Static
from s2sad.syntax import build
from s2sad.syntax.build import number_of


def of_bounds(bounds, class_):
    """A range or a slice of its bounds, by the names that Python gives them."""
    return Record(dict(zip(("start", "stop", "step"), bounds)), class_)


def made_range(frame, bounds):
    """The value of `range(start, stop, step)`."""
    return of_bounds(map(frame.expressions.expression, bounds), range)


def range_bounds(value):
    """The bounds of a range as a call of range has them."""
    start, stop, step = (item.node for item in value.items.values())
    if number_of(step) != 1:
        return [start, stop, step]
    return [start, stop] if number_of(start) != 0 else [stop]


def length_of_range(value):
    bounds = range_bounds(value)
    numbers: Any = [number_of(bound) for bound in bounds]
    if None not in numbers and 0 not in numbers[2:]:
        return build.constant(len(range(*numbers)))
    return build.call("len", build.call("range", *bounds))


def reversed_range(frame, value):
    """`range(n - 1, -1, -1)` for `reversed(range(n))`; None of other steps."""
    start, stop, step = (item.node for item in value.items.values())
    number = number_of(step)
    if number not in (1, -1):
        return None
    bounds = [build.shifted(stop, -number), build.shifted(start, -number)]
    return made_range(frame, [*bounds, build.constant(-number)])


def part_of_range(frame, value, node):
    """A number of a range, or some: a range where that is short, else an array."""
    if isinstance(node.slice, gast.Slice):
        found = cut_range(frame, value, node.slice)
        if found is not None:
            return found
    return frame.indexing.part(frame.expressions.as_expression(value, node), node)


def in_range(frame, item, value, node):
    """Whether an integer is one of the numbers of a range."""
    start, stop, step = (part.node for part in value.items.values())
    if number_of(step) != 1:
        what = "it is asked what is in a range of other steps than one"
        raise frame.refuse(node, what, "comparisons")
    is_short = isinstance(item.node, (gast.Name, gast.Constant))
    item = (item if is_short else frame.stored(item, "item")).node
    least = build.compare(start, gast.LtE(), item)
    most = build.compare(item, gast.Lt(), stop)
    return frame.expressions.expression(gast.BoolOp(gast.And(), [least, most]))


def cut_range(frame, value, cut):
    """The range that a slice takes of one that counts up by one; None of others.

    Where it has too few numbers, what stays has none: `range(1, n)` of no trips.
    """
    parts = [_bound(frame, part) for part in (cut.lower, cut.upper, cut.step)]
    start, stop, step = (item.node for item in value.items.values())
    if parts == [None, None, -1]:
        return reversed_range(frame, value)
    lower, upper, by = parts
    steps = 1 if by is None else by
    is_upward = isinstance(steps, int) and steps > 0 and number_of(step) == 1
    if not is_upward or not (lower is None or isinstance(lower, int) and lower >= 0):
        return None
    if not (upper is None or isinstance(upper, int) and upper < 0):
        return None
    bounds = [build.shifted(start, lower or 0), build.shifted(stop, upper or 0)]
    return made_range(frame, [*bounds, build.constant(steps)])


def _bound(frame, node):
    """A bound of a slice: a number, None, or its node where it is not known."""
    value = None if node is None else frame.expressions.value(node)
    if value is None or isinstance(value, Static) and value.value is None:
        return None
    number = number_of(getattr(value, "node", None))
    return node if number is None else number
