"""Lists in arrays that change places: their arrays do, and nothing is copied.

new, old = old, new     becomes     new_values, old_values = old_values, new_values
"""

from dataclasses import replace

import gast

from s2sad.known.growing import Regrown, held, is_growing
from s2sad.objects.identities import has_own_token, has_token, records_in
from s2sad.objects.reading import is_length
from s2sad.syntax import build


class Exchanges:
    """The lists of one function that change places."""

    def __init__(self, frame):
        self.frame = frame

    def permutes(self, targets, values):
        """Whether lists only get each other's names, which is done then."""
        names = [t.id for t in targets if isinstance(t, gast.Name)]
        if len(names) != len(values) or not all(map(is_growing, values)):
            return False
        if not all(map(has_own_token, values)):
            return False
        found = [self.name_of(value, names) for value in values]
        given = [name for name in found if name is not None]
        if sorted(given) != sorted(names) or given == names:
            return False
        is_written = bool(set(names) & self.frame.grown.keys())
        if not is_written or not self.are_alike(names, values):
            return False
        for name, value in zip(given, values):
            if name not in self.frame.grown:
                raise Regrown(name, value.container.item)
        self.exchange(names, given)
        return True

    def name_of(self, value, names):
        """Which of some names a list has."""
        env = self.frame.env
        return next((n for n in names if has_token(env.get(n), value.token)), None)

    def are_alike(self, names, values):
        """Whether lists hold the same, and nothing else is to be kept in step."""
        lists, env = self.frame.lists, self.frame.env
        item = values[0].container.item
        tokens = {value.token for value in values}
        others = [r for n, v in env.items() if n not in names for r in records_in(v)]
        is_known = set(names) & (
            lists.copies.holders.keys() | self.frame.fillings.plans.keys()
        )
        return (
            all(value.container.item == item for value in values)
            and (item.form is list or not item.kind.rank)
            and not any(record.token in tokens for record in others)
            and not is_known
        )

    def exchange(self, names, given):
        lists, env, memory = self.frame.lists, self.frame.env, self.frame.memory
        old = {name: env[name] for name in names}
        counts = [self.frame.reading.length(old[name]) for name in names]
        is_whole = all(map(is_length, counts))
        if not is_whole:
            for name, count in zip(names, counts):
                if getattr(count, "id", None) != lists.leaves(name)[1]:
                    lists.counted(name, count)
        for leaf in range(1 if is_whole else 2):
            sources = build.tuple_of(build.name(lists.leaves(n)[leaf]) for n in given)
            places = [lists.leaves(name)[leaf] for name in names]
            lists.emit_write(build.assign(places, sources))
        cells = [[held(lists.leaves(n)[0]) for n in side] for side in (names, given)]
        memory.permute(names, given)
        memory.permute(*cells)
        for name, source in zip(names, given):
            count = build.call("len", build.name(lists.leaves(name)[0]))
            item = old[source].container.item
            made = lists.record(name, item, count if is_whole else None)
            env[name] = replace(made, token=old[source].token)
            self.frame.fillings.births.pop(name, None)
