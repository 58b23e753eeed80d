"""Whether a write is the first into an element of an array that was just made.

new = np.empty(n)
for j in range(n):
    new[j] = u[j] + dt * k[j]       nothing that was read before stood there

Under another name the array may be one of an earlier trip (`u = new`), which is other
memory.
"""

import gast

from s2sad.facts.calls import BIRTHS, LIKE_BIRTHS, spelling
from s2sad.facts.infer import index_items

_EMPTY = {"np.empty", "np.empty_like"}


class First:
    """Compares the writes into an array with its birth."""

    def __init__(self, sweep, elsewhere):
        self.sweep, self.tree, self.elsewhere = sweep, sweep.tree, elsewhere

    def is_first(self, write, class_name, events):
        """Whether no event read, and no write made, what a write overwrites."""
        places = self.sweep.written_places(write, class_name)
        if not isinstance(write, gast.Assign) or len(places) != 1:
            return False
        if not self.elsewhere.is_element(places[0]):
            return False
        birth = self.birth(places[0].value.id, write)
        if birth is None:
            return False
        loops = [
            loop
            for loop in self.tree.loops_around(write)
            if not self.tree.inside(birth, loop)
        ]
        if not all(self.is_told_apart(places[0], loop) for loop in loops):
            return False
        first, last = self.tree.order[id(birth)], self.tree.order[id(write)]
        last = self.tree.last_order(loops[0]) if loops else last
        others = self.tree.writes_between(class_name, first, last)
        if any(other is not write for other in others):
            return False
        is_empty = spelling(birth.value.func) in _EMPTY
        orders = [self.tree.order[id(node)] for node, _ in events]
        return is_empty or not any(first < order <= last for order in orders)

    def birth(self, name, write):
        """The statement that makes an array, in the trip of a write; or None."""
        defs = self.tree.defs.get(name, [])
        if len(defs) != 1 or name in self.tree.plain.parameters:
            return None
        (birth,) = defs
        value = getattr(birth, "value", None)
        if not isinstance(birth, gast.Assign) or not isinstance(value, gast.Call):
            return None
        around = [region for region, _ in self.tree.chain(write)]
        is_before = self.tree.order[id(birth)] < self.tree.order[id(write)]
        if not is_before or self.tree.region_of(birth) not in around:
            return None
        return birth if spelling(value.func) in BIRTHS | LIKE_BIRTHS else None

    def is_told_apart(self, place, loop):
        """Whether each trip of a loop writes another element."""
        items = index_items(place)
        return any(self.elsewhere.is_same(item, item, loop) for item in items)
