"""Loops over many numbers that are known one by one: over the rows of an array.

for w, p in ((0.1, x), (0.2, y), ...):      becomes     for k in range(9):
                                                            w = table[k, 0]
                                                            p = table[k, 1]
"""

from s2sad.called.parts import known_parts
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Expression, Record, tuple_record
from s2sad.syntax import build


def tabled(frame, node, parts):
    """Whether a loop over many numbers could become one over an array of them."""
    rows = [known_parts(frame, part, node) for part in parts]
    table = [
        part if row is None else tuple_record(row) for part, row in zip(parts, rows)
    ]
    if not _is_table(table):
        return False
    before, refusals = frame.copied(), len(frame.refusals)
    undetermined = frame.undetermined
    try:
        _, lines = frame.aside(lambda: over_table(frame, node, table))
    except (RefusalError, NoKind):
        frame.state, frame.undetermined = before, undetermined
        del frame.refusals[refusals:]
        return False
    frame.take(lines)
    return True


def over_table(frame, node, parts):
    """A loop over the rows of an array that holds the parts."""
    table = frame.lists.stand_ins.made(tuple_record(parts), node).node
    counter = frame.temporary("k")
    item = build.subscript(table, build.name(counter))
    if isinstance(parts[0], Record):
        places = map(build.constant, range(len(parts[0].items)))
        row = build.name(counter)
        item = build.tuple_of(build.subscript(table, row, n) for n in places)
    given = frame.iterables.assigned(node.target, item, node)
    for new in given:
        build.located(new, node)
    frame.loops.loop(counter, [build.constant(len(parts))], [*given, *node.body])


def _is_table(parts):
    """Whether parts are numbers of one kind, or tuples of as many of them."""
    if not all(map(is_of_numbers, parts)):
        return False
    rows = [part.leaves() if isinstance(part, Record) else [part] for part in parts]
    depths = {isinstance(p, Record) and len(p.items) for p in parts}
    kinds = {leaf.kind for row in rows for leaf in row}
    return len(kinds) == len(depths) == 1 and len(rows[0]) in (*depths, 1)


def is_of_numbers(part):
    """Whether a value is a number, or a tuple of numbers."""
    leaves = part.leaves() if isinstance(part, Record) else [part]
    return all(
        isinstance(leaf, Expression) and isinstance(leaf.kind, Scalar)
        for leaf in leaves
    )
