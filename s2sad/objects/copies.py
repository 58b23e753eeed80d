"""What lists that live in arrays hold: copies, where Python has the objects themselves.

rows.append(row)        row[0] = 1.0 would be seen in rows, whose array has a copy
old = rows[0]           a part of the array, which has the next list after
rows[0] = [1.0, 2.0]    this, where `old` is to stay what it was

What could tell the two apart is refused: a change of what is held, and names that are
read after what they stood for has changed.
"""

from contextlib import contextmanager

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record
from s2sad.known.growing import holds_rows, is_growing
from s2sad.objects.containers import is_mutable
from s2sad.objects.identities import has_own_token, tokens_of
from s2sad.syntax import build


class Copies:
    """The lists of one function that others hold.

    `changed` has for the array of a list that changes whether its parts move in it;
    `holders` has for the name of a list what stands for the memory of the lists in it;
    `stale` says of names that may not be read any more what has changed since.
    """

    def __init__(self, frame):
        self.frame = frame
        self.holders, self.stale, self.changed = {}, {}, {}
        self.is_exchange = False

    def born(self, name):
        """A new list, which holds nothing yet."""
        if name in self.holders:
            self.frame.memory.bind(self.holders[name], None)

    @contextmanager
    def exchange(self, is_one=True):
        """What is written into lists in here only changes its place."""
        around, self.is_exchange = self.is_exchange, is_one
        try:
            yield
        finally:
            self.is_exchange = around

    def takes(self, name, value, source):
        """A list holds what an expression gives, from here on."""
        if self.is_exchange or source is None or not is_mutable(value):
            return
        memory, tokens = self.frame.memory, set(tokens_of([value]))
        names = self.frame.containers.sharers(source, value)
        # the same by any other name: `for row in (r, v): out.append(row)`
        names |= {n for n, v in self.frame.env.items() if tokens & set(tokens_of([v]))}
        for other in sorted(names):
            if other == name:
                self.hold_twice(name)
                continue
            holder = self.holders.get(name)
            if holder is not None and memory.of(other) == memory.of(holder):
                self.hold_twice(name)
            self.hold(name, other)

    def takes_all(self, name, value, source):
        """A list gets what another one holds, which an expression gives."""
        if holds_rows(value):
            sharers = self.frame.containers.sharers(source, value, is_item=True)
            for other in sorted(sharers - {name}):
                self.hold(name, other)

    def rows_in_new(self, name, value, source):
        """The names of lists of which a new list has rows, one of both in an array."""
        is_new = value.container is list and has_own_token(value)
        if source is None or not is_new:
            return []
        names, env = self.frame.containers.sharers(source, value), self.frame.env
        if any(value.token in tokens_of([env[other]]) for other in names):
            return []  # it is no new one
        is_array = name in self.frame.grown
        return sorted(
            other
            for other in names
            if is_array or is_growing(env[other]) or not has_own_token(env[other])
        )

    def has_rows(self, name, value, others):
        """A new list has rows of others, of which it is not known which is which."""
        for other in others:
            self.hold(name, other)
        rows = [getattr(row, "token", None) for row in value.items.values()]
        unsure = [token for token in rows if isinstance(token, tuple)]
        if others and len(set(unsure)) < len(unsure):
            self.hold_twice(name)

    def has_rows_of(self, name, base):
        """A list is born with rows of another array: two lists have the same ones."""
        memory, reading = self.frame.memory, self.frame.reading
        cell = memory.of(base)
        for other, value in self.frame.env.items():
            if is_growing(value):
                if memory.of(base_name(reading.array(value).node)) == cell:
                    self.hold(name, other)

    def refuse_change(self, name, node):
        """Refuse a change of a list that is in another one."""
        memory = self.frame.memory
        for owner, holder in self.holders.items():
            if owner != name and memory.of(holder) == memory.of(name):
                what = f"{name} is changed, which is in a list"
                raise self.frame.refuse(node, what, "a copy of it in the list")

    def row_written(self, name, node):
        """A number in one of the lists in a list is written."""
        memory = self.frame.memory
        self.refuse_change(name, node)
        for owner in self.same(name):
            if memory.of(self.holders[owner]) == memory.of(_twice(owner)):
                what = f"a list may be in {name} twice, and is changed"
                raise self.frame.refuse(node, what, "a copy of it in the list")
            self.spoil_held(owner, is_mutable, besides=[name])

    def same(self, name):
        """The names of lists that hold others and live in the array of this one."""
        known = [owner for owner in self.holders if owner in self.frame.env]
        return [n for n in known if n == name or self.frame.reading.are_one(n, name)]

    def apart(self, name, is_moved=True):
        """A list changes: names that stand for a part of it have that alone.

        The array of the list may be another one from here on; where its parts move in
        it, what the names stand for is copied.
        """
        leaves = self.frame.lists.leaves(name)
        self.changed[leaves[0]] = self.changed.get(leaves[0], False) or is_moved
        for other, value in list(self.frame.env.items()):
            if other in (name, *leaves) or not self.has_part(other, value, name):
                continue
            if is_moved and not self.copied(value):
                self.spoil(other, name)
                continue
            self.frame.memory.bind(other, None)
            self.hold(name, other)

    def has_part(self, other, value, name):
        """Whether a name stands for a part of a list, an array or a list itself."""
        memory = self.frame.memory
        if isinstance(value, Record):
            if not is_mutable(value) or self.frame.containers.is_whole(value, name):
                return False
            return memory.of(other) == memory.of(name)
        values, _ = self.frame.lists.leaves(name)
        return _is_array(value) and memory.of(other) == memory.of(values)

    def copied(self, value):
        """Whether the arrays of a value have names, which get copies of them."""
        arrays = [leaf for leaf in _leaves(value) if _is_array(leaf)]
        if not all(isinstance(array.node, gast.Name) for array in arrays):
            return False
        for array in arrays:
            copy = build.call(build.attribute(array.node, "copy"))
            self.frame.emit(build.assign(array.node.id, copy))
        return True

    def hold(self, name, other):
        """A list may hold what a name stands for, of which its array has a copy."""
        holder = self.holders.setdefault(name, f"lists in {name}")
        self.frame.lent.add(holder)
        self.frame.memory.share(holder, other)

    def hold_twice(self, name):
        """A list may hold one list more than once."""
        holder = self.holders.setdefault(name, f"lists in {name}")
        self.frame.lent |= {holder, _twice(name)}  # the next trip of a loop asks
        self.frame.memory.share(holder, _twice(name))

    def written(self, name, node):
        """An array is written: one that a list holds has a copy there."""
        memory = self.frame.memory
        for owner, holder in self.holders.items():
            values, _ = self.frame.lists.leaves(owner)
            if memory.of(name) == memory.of(holder):
                what = f"{name} is changed, which is in a list"
                raise self.frame.refuse(node, what, "a copy of it")
            if memory.of(name) == memory.of(values):
                self.spoil_held(owner, _is_array)

    def spoil_held(self, owner, is_of_kind, besides=()):
        """What a list has copies of is not read again: one of them has changed."""
        memory = self.frame.memory
        for other, value in self.frame.env.items():
            if other not in (owner, *besides) and is_of_kind(value):
                if memory.of(other) == memory.of(self.holders[owner]):
                    self.spoil(other, owner)

    def spoil(self, other, name):
        """A name is not read again before it is bound again."""
        self.frame.env[other] = None
        self.stale[other] = f"{other} is read, after {name} has changed, which has it"


def _twice(name):
    """What stands for the memory of lists that may be in a list more than once."""
    return f"lists twice in {name}"


def _leaves(value):
    return value.leaves() if isinstance(value, Record) else [value]


def _is_array(value):
    return isinstance(value, Expression) and isinstance(value.kind, Array)
