"""Writes into all of an array: going back, they put back what later ones overwrote.

for i in range(n):
    mean[i] = 0.0               saves what mean was, and puts it back
for a in range(m):
    for i in range(n):
        mean[i] += w[a] * f(i)      need not: nobody reads the sums in between
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.sweep import is_whole


class Covers:
    """Compares the writes into an array with earlier ones that fill it."""

    def __init__(self, sweep):
        self.sweep, self.tree, self.private = sweep, sweep.tree, sweep.private

    def is_covered(self, write, class_name, events):
        """Whether an earlier write puts the array back before an event reads it."""
        place = self.place(write, class_name)
        if place is None:
            return False
        order = self.tree.order
        return any(
            self.covers(earlier, write, class_name, events)
            for earlier in self.tree.writes[class_name]
            if order[id(earlier)] < order[id(write)]
        )

    def place(self, write, class_name):
        """The one place that a statement writes, or None."""
        places = self.sweep.written_places(write, class_name)
        return places[0] if len(places) == 1 else None

    def covers(self, earlier, write, class_name, events):
        places = [self.place(node, class_name) for node in (earlier, write)]
        names = {base_name(place) for place in places if place is not None}
        region = self.tree.common([earlier, write])
        first, last = (
            region.statements[self.tree.index_in(node, region)]
            for node in (earlier, write)
        )
        if (
            len(names) != 1
            or first is last
            or not self.fills(first, earlier, places[0])
        ):
            return False
        start, end = self.tree.order[id(first)], self.tree.last_order(last)
        if self.tree.defs_between(*names, start, end):
            return False
        # what one statement does at once, it reads before it writes
        start += first is earlier
        return not any(start <= self.tree.order[id(node)] <= end for node, _ in events)

    def fills(self, statement, write, place):
        """Whether a statement surely runs a write, and that for all elements."""
        if statement is write and is_whole(place):
            return True
        if place is None or not isinstance(place.value, gast.Name):
            return False
        loops = []
        return any(
            node is write and self.private.extents.is_whole(place, loops)
            for node in self.private.nest(statement, loops)
        )
