"""Integers to the power of integers: a float where the exponent is negative.

s += x * 10 ** -k                   becomes     s += x * 10.0 ** -k
y = x * 2 ** n                                  if n < 0:
                                                    raise ValueError("...")
                                                y = x * 2 ** n

Python decides by the sign of the exponent when the function runs; compiled code has one
kind for a number, and would give the integer 0.
"""

import gast

from s2sad.facts.kinds import INT
from s2sad.syntax import build
from s2sad.syntax.build import number_of

_MESSAGE = "an integer to a negative power: write its base as a float"


def base_of_power(frame, left, right):
    """The base of a power: a float, if the exponent is written as a negative number."""
    is_open = left.kind == right.kind == INT and number_of(right.node) is None
    if not is_open or frame.source.is_generated or frame.source.is_definition:
        return left
    if _is_opposite(right.node):
        number = number_of(left.node)
        is_known = number is not None
        node = build.constant(float(number)) if is_known else None
        return frame.expressions.expression(node or build.call("float", left.node))
    if not is_natural(right.node, frame.loops.naturals):
        error = build.call("ValueError", build.constant(_MESSAGE))
        test = build.compare(right.node, gast.Lt(), build.constant(0))
        frame.emit(build.conditional(test, [gast.Raise(error, None)]))
    return left


def _is_opposite(node):
    """Whether an exponent is `-k`, or `n - k` of what is not known."""
    if isinstance(node, gast.UnaryOp):
        return isinstance(node.op, gast.USub)
    is_difference = isinstance(node, gast.BinOp) and isinstance(node.op, gast.Sub)
    return is_difference and number_of(node.right) is None


def is_natural(node, naturals):
    """Whether an integer is surely not negative."""
    number = number_of(node)
    if number is not None:
        return number >= 0
    if isinstance(node, gast.Name):
        return node.id in naturals
    if isinstance(node, gast.BinOp):
        is_kept = isinstance(node.op, (gast.Add, gast.Mult, gast.FloorDiv, gast.Mod))
        return is_kept and all(is_natural(n, naturals) for n in (node.left, node.right))
    return isinstance(node, gast.Call) and getattr(node.func, "id", None) == "len"
