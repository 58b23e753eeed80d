"""Whether what a write overwrites in an array that was just made was read by nobody.

new = u.copy()
for j in range(1, n):
    new[j] = u[j] + dt * k[j]       nobody read what stood there

Under another name the array may be one of an earlier trip (`u = new`), which is other
memory.
"""

import gast

from s2sad.facts.calls import BIRTHS, LIKE_BIRTHS, spelling
from s2sad.facts.effects import base_name
from s2sad.facts.infer import index_items

_EMPTY = {"np.empty", "np.empty_like"}


class First:
    """Compares the writes into an array with its birth."""

    def __init__(self, sweep, elsewhere):
        self.sweep, self.tree, self.elsewhere = sweep, sweep.tree, elsewhere

    def is_first(self, write, class_name, events):
        """Whether no event read what a write overwrites."""
        places = self.sweep.written_places(write, class_name)
        name = base_name(places[0]) if len(places) == 1 else None
        birth = None if name is None else self.birth(name, write)
        if birth is None:
            return False
        loops = [
            loop
            for loop in self.tree.loops_around(write)
            if not self.tree.inside(birth, loop)
        ]
        first, last = self.tree.order[id(birth)], self.tree.order[id(write)]
        span = first, self.tree.last_order(loops[0]) if loops else last
        if not any(self.may_read(name, event, *span) for event in events):
            return True
        return (
            spelling(birth.value.func) in _EMPTY
            and isinstance(write, gast.Assign)
            and self.elsewhere.is_element(places[0])
            and all(self.is_told_apart(places[0], loop) for loop in loops)
            and all(
                other is write for other in self.tree.writes_between(class_name, *span)
            )
        )

    def may_read(self, name, event, first, last):
        """Whether an event of a span may read an array that was made at its start.

        Only its own name, and those that are bound in the span, can stand for it.
        """
        node, places = event
        if not first < self.tree.order[id(node)] <= last:
            return False
        names = {None} if places is None else set(map(base_name, places))
        return not names.isdisjoint({name, None}) or any(
            self.tree.defs_between(other, first, last) for other in names
        )

    def birth(self, name, write):
        """The statement that makes the array of a write, in its trip; or None."""
        order, defs = self.tree.order, self.tree.defs.get(name, [])
        around = [region for region, _ in self.tree.chain(write)]
        before = [d for d in defs if order[id(d)] < order[id(write)]]
        if not before or name in self.tree.plain.parameters:
            return None
        birth = max(before, key=lambda d: order[id(d)])
        value = getattr(birth, "value", None)
        if not isinstance(birth, gast.Assign) or not isinstance(value, gast.Call):
            return None
        is_around = self.tree.region_of(birth) in around
        is_bound_between = any(
            self.tree.inside(d, loop) and not self.tree.inside(birth, loop)
            for loop in self.tree.loops_around(write)
            for d in defs
        )
        return birth if is_around and not is_bound_between and _is_new(value) else None

    def is_told_apart(self, place, loop):
        """Whether each trip of a loop writes another element."""
        items = index_items(place)
        return any(self.elsewhere.is_same(item, item, loop) for item in items)


def _is_new(call):
    """Whether a call gives an array that nothing else has."""
    is_method = isinstance(call.func, gast.Attribute) and not call.args
    is_copy = is_method and call.func.attr == "copy"
    return is_copy or spelling(call.func) in BIRTHS | LIKE_BIRTHS | {"np.copy"}
