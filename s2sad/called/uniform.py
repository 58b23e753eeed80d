"""Whether the parts of a list are so alike that one array can stand for it.

Numbers are, and lists of them, and arrays of one shape. Texts, functions, dicts and
arrays whose lengths may differ are not: they are known one by one, or not at all.
"""

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Expression, Record, Static


def fits(frame, parts):
    """Whether parts are numbers, lists of them, or arrays known to be of one shape."""
    if not all(_is_sequence(p) for p in parts if isinstance(p, Record)):
        return False
    leaves = [
        leaf
        for part in parts
        for leaf in (part.leaves() if isinstance(part, Record) else [part])
    ]
    if all(_is_number(leaf) for leaf in leaves):
        return True
    arrays = [
        isinstance(part, Expression) and isinstance(part.kind, Array) for part in parts
    ]
    if not all(arrays):
        return False
    shapes = {tuple(map(frame.shapes.symbol, frame.shapes.of(p.node))) for p in parts}
    return len(shapes) == 1 and len({(p.kind.dtype, p.kind.rank) for p in parts}) == 1


def is_table(value):
    """Whether a value is a number or a list from outside that holds only such."""
    if isinstance(value, Static):
        return is_table(value.value)
    if isinstance(value, (tuple, list)):
        return all(map(is_table, value))
    return isinstance(value, (bool, int, float, complex))


def _is_number(leaf):
    """Whether a leaf is a number, known or not."""
    if isinstance(leaf, Static):
        return is_table(leaf)
    return isinstance(leaf, Expression) and isinstance(leaf.kind, Scalar)


def _is_sequence(record):
    """Whether a structure is of tuples and lists alone."""
    inner = (item for item in record.items.values() if isinstance(item, Record))
    return record.container in (tuple, list) and all(map(_is_sequence, inner))
