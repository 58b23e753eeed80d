"""Lists, and lists of lists, that loops go over.

for row in rows[1:]:            becomes     row_2 = rows_values[1:]
    row[0] += 1.0                           for k in range(len(row_2)):
                                                row_2[k, 0] += 1.0

An item is a list, not an array: what is written into it is written into the list that
the loop goes over, which has a name for as long as it does.
"""

import gast

from s2sad.facts.values import Closure, Expression, Record, is_of
from s2sad.known.growing import Regrown, is_growing
from s2sad.objects.containers import is_mutable
from s2sad.specialise.unchanged import root_of
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, renamed
from s2sad.syntax.walk import walk


class LoopedLists:
    """The lists that the loops of one function go over; `rows` are names for them."""

    def __init__(self, frame):
        self.frame, self.rows = frame, set()

    def named(self, held, array, node):
        """A name for a list of lists, or of tuples, that lives in an array."""
        rows = Record({"values": array}, held.container, held.token)
        name = self.frame.named(rows, node, "rows")
        self.frame.containers.bound(name.id, rows, node, is_item=True)
        self.rows.add(name.id)
        return name

    def leave(self, item):
        """A loop has ended: what it went over has no name of ours any more."""
        for name in names_in(item) & self.rows:
            self.frame.env.pop(name, None)

    def as_it_was(self, node):
        """A loop over lists whose names its trips bind anew, by other names."""
        names = {}
        for name in sorted(names_in(node.iter) & bound(*node.body)):
            if is_mutable(self.frame.env.get(name)):
                names[name] = self.frame.temporary(name)
                again = build.assign(names[name], build.name(name))
                self.frame.statements.statement(build.located(again, node))
        if not names:
            return node
        again = build.with_body(node, node.body)
        again.iter = renamed(node.iter, names)
        return gast.copy_location(again, node)

    def regrow_empty(self, node, held):
        """Begin anew with an array for a list that is empty here, and may not be later.

        It stands beside one that lives in an array: `for a, b in zip(known, later)`.
        """
        if not isinstance(node, gast.Name) or held != Record({}, list):
            return
        own = bound(*self.frame.node.body) - self.frame.grown.keys()
        if node.id in own and held.token not in self.frame.entry.tokens:
            raise Regrown(node.id)

    def regrow_written(self, held, loop):
        """Begin anew with an array for a list of lists whose rows the trips write."""
        rows = held.items.values() if is_of(held, list) else ()
        written = {root_of(place) for place in _places_written(loop.body)}
        if written & bound(loop.target):
            for row in rows:
                self.frame.identities.regrow_around(getattr(row, "token", None))

    def rows_of_slice(self, node, loop):
        """`rows[a:b]` as a part of an array, where trips write only into rows."""
        if not isinstance(getattr(node, "slice", None), gast.Slice):
            return None
        rows = self.frame.env.get(getattr(node.value, "id", None))
        if not is_growing(rows) or rows.container.item.form is not list:
            return None
        if self.is_named_in(node.value.id, loop):
            return None
        part = self.frame.expressions.slice(node.slice)
        array = self.frame.reading.array(rows)
        return Expression(build.subscript(array.node, part), array.kind)

    def is_named_in(self, name, loop):
        """Whether a loop may reach a list other than by what it goes over."""
        memory, values = self.frame.memory, self.frame.env
        for other in names_in(*loop.body) - bound(loop.target):
            value = values.get(other)
            if isinstance(value, Closure) or memory.of(other) == memory.of(name):
                return True
        return False


def _places_written(statements):
    """The places that statements write."""
    nodes = [node for statement in statements for node in walk(statement)]
    places = [node for node in nodes if isinstance(node, gast.Subscript)]
    return [place for place in places if not isinstance(place.ctx, gast.Load)]
