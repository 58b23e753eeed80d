"""The loops over ranges: where they begin and end, and what indices they make."""

import gast

from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import bound


def is_natural(node, loops):
    """Whether an integer is surely not negative; `loops` are those around it."""
    number = number_of(node)
    if number is not None:
        return number >= 0
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Add):
        return is_natural(node.left, loops) and is_natural(node.right, loops)
    loop = next((n for n in loops if is_variable(node, n)), None)
    if loop is None or not is_steady(loop):
        return False
    first, stop, step = bounds_of(loop)
    if step is None or step > 0:
        before = [n for n in loops if n is not loop]  # `for r in range(r, n)`
        return step is not None and is_natural(first, before)
    return step == -1 and is_from_minus_one(stop)


def is_own_index(loop, around):
    """Whether the variable of a loop is another index in each trip.

    An index below 0 counts from the end, and may be one that was there before.
    """
    is_range = isinstance(loop, gast.For) and is_steady(loop)
    return is_range and is_natural(build.name(loop.target.id), [loop, *around])


def stop_from_zero(loop):
    """The end of a loop that counts up from 0, whatever is in it; else None."""
    first, stop, step = bounds_of(loop)
    is_from_start = step == 1 and number_of(first) == 0
    return stop if is_from_start and is_steady(loop) else None


def bounds_of(loop):
    """(first, stop, step) of a loop over a range; the step as a number or None."""
    bounds = loop.iter.args
    if len(bounds) == 1:
        return gast.Constant(0, None), bounds[0], 1
    return bounds[0], bounds[1], number_of(bounds[2]) if len(bounds) == 3 else 1


def is_steady(loop):
    """Whether only a loop's own head gives its variable a value."""
    return loop.target.id not in bound(*loop.body)


def is_from_minus_one(stop):
    """Whether a loop that counts down surely ends before it is negative."""
    number = number_of(stop)
    return number is not None and number >= -1


def is_variable(node, loop):
    is_for = isinstance(loop, gast.For) and isinstance(node, gast.Name)
    return is_for and node.id == loop.target.id
