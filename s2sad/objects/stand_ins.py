"""Arrays that stand for lists and tuples of arrays where a part is taken at run time.

rows = [a, b]                       table = np.array([a, b])
v = rows[k]             becomes     v = table[k]

The parts are copies: neither they nor, while `v` has one of them, what they are copies
of may be written.
"""

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import Array
from s2sad.facts.values import Record
from s2sad.syntax import build


class StandIns:
    """`bases` are the names that the parts of each such array are copies of."""

    def __init__(self, frame):
        self.frame, self.bases = frame, {}

    def made(self, value, node):
        """The array for a list or a tuple, under a name."""
        array = self.frame.expressions.as_expression(value, node)
        table = self.frame.stored(array, "table")
        if array.kind.rank > 1:
            kinds = self.frame.kinds()
            bases = {shared_name(leaf.node, kinds) for leaf in _arrays(value)}
            self.bases[table.node.id] = bases - {None}
        return table

    def fit(self, values, given, first=1):
        """Raise an error where an item has one element on an axis, and others more.

        NumPy would spread it over the place of the others, which a list does not.
        """
        known = self.frame.expressions.expression(values).kind.ones[first:]
        for axis, is_1 in enumerate(getattr(given.kind, "ones", ())):
            if is_1 and not known[axis]:
                length = self.frame.shapes.length_of(values, axis + first)
                test = build.compare(length, gast.NotEq(), build.constant(1))
                words = build.constant("a list holds arrays of different lengths")
                error = gast.Raise(build.call("ValueError", words), None)
                self.frame.emit(build.conditional(test, [error]))

    def stand_for(self, name):
        """Whether an array is such a one, or has a part in one that has a name."""
        memory = self.frame.memory
        for table, bases in self.bases.items():
            if name == table or memory.of(name) == memory.of(table):
                return True
            if memory.of(name) in map(memory.of, bases):
                others = self.frame.env.keys() - {table}
                if any(memory.of(n) == memory.of(table) for n in others):
                    return True
        return False


def _arrays(value):
    """The arrays among the parts of a value."""
    leaves = value.leaves() if isinstance(value, Record) else ()
    return [v for v in leaves if isinstance(getattr(v, "kind", None), Array)]
