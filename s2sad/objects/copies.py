"""What lists that live in arrays hold: copies, where Python has the objects themselves.

rows.append(row)        row[0] = 1.0 would be seen in rows, whose array has a copy
old = rows[0]           a part of the array, which has the next list after
rows[0] = [1.0, 2.0]    this, where `old` is to stay what it was

What could tell the two apart is refused: a change of what is held, and names that are
read after what they stood for has changed.
"""

from contextlib import contextmanager

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record
from s2sad.objects.containers import is_mutable
from s2sad.syntax import build


class Copies:
    """The lists of one function that others hold.

    `holders` has for the name of a list what stands for the memory of the lists in it;
    `stale` says of names that may not be read any more what has changed since.
    """

    def __init__(self, frame):
        self.frame = frame
        self.holders, self.stale = {}, {}
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
        memory = self.frame.memory
        holder = self.holders.setdefault(name, f"lists in {name}")
        self.frame.lent.add(holder)
        for other in sorted(self.frame.containers.sharers(source, value)):
            if memory.of(other) == memory.of(holder):
                memory.share(holder, name)  # it may hold one list twice
            memory.share(holder, other)

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
            if memory.of(self.holders[owner]) == memory.of(owner):
                what = f"a list may be in {name} twice, and is changed"
                raise self.frame.refuse(node, what, "a copy of it in the list")
            for other, value in self.frame.env.items():
                if other not in (name, owner) and is_mutable(value):
                    if memory.of(other) == memory.of(self.holders[owner]):
                        self.spoil(other, name)

    def same(self, name):
        """The names of lists that hold others and live in the array of this one."""
        known = [owner for owner in self.holders if owner in self.frame.env]
        return [n for n in known if n == name or self.frame.reading.are_one(n, name)]

    def part_replaced(self, name):
        """A list has another part in the place of one, which names may stand for."""
        values, counter = self.frame.lists.leaves(name)
        cell = self.frame.memory.of(values)
        for other, value in self.frame.env.items():
            if other not in (name, values, counter):
                if cell in map(self.cell, _arrays(value)):
                    self.spoil(other, name)

    def part_gone(self, name):
        """A list no longer has a part: names that stand for it have it alone."""
        values, counter = self.frame.lists.leaves(name)
        cell = self.frame.memory.of(values)
        for other, value in list(self.frame.env.items()):
            is_array = isinstance(value, Expression) and isinstance(value.kind, Array)
            if is_array and other not in (values, counter):
                if self.frame.memory.of(other) == cell:
                    copied = build.call(build.attribute(build.name(other), "copy"))
                    self.frame.emit(build.assign(other, copied))

    def cell(self, array):
        return self.frame.memory.of(base_name(array.node))

    def spoil(self, other, name):
        """A name is not read again before it is bound again."""
        self.frame.env[other] = None
        self.stale[other] = f"{other} is read, after {name} has changed, which has it"


def _arrays(value):
    """The arrays of a value."""
    leaves = value.leaves() if isinstance(value, Record) else [value]
    return [
        leaf
        for leaf in leaves
        if isinstance(leaf, Expression) and isinstance(leaf.kind, Array)
    ]
