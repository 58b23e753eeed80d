"""Sums and products of truth values: NumPy's are truth values, Python's are integers.

Arrays of them are NumPy's. What compiled code makes of numbers is what Python makes.
"""

import gast

from s2sad.facts.kinds import Array

_BETWEEN = {gast.Add: gast.BitOr, gast.Mult: gast.BitAnd}
_REFUSED = TypeError("NumPy has no sign and no difference of arrays of truth values")


def check_sign(frame, node, operand):
    """Refuse the sign of an array of truth values, as NumPy does."""
    is_sign = isinstance(node.op, (gast.USub, gast.UAdd))
    if is_sign and isinstance(operand.kind, Array) and operand.kind.dtype == "bool":
        raise frame.source.raising(node, _REFUSED)


def of_truths(frame, op, left, right):
    """What an operator does between two values, as an operator that says so."""
    if not left.kind.dtype == right.kind.dtype == "bool":
        return op
    node = frame.statements.now
    if isinstance(left.kind, Array) or isinstance(right.kind, Array):
        if isinstance(op, gast.Sub):
            raise frame.source.raising(node, _REFUSED)
        return _BETWEEN.get(type(op), type(op))()
    if isinstance(op, gast.Add) and not frame.source.is_generated:
        if any(frame.careful.is_of_numpy(side.node) for side in (left, right)):
            what = "the sum of two truth values is NumPy's or Python's"
            raise frame.refuse(node, what, "or; or int(...) + int(...)")
    return op
