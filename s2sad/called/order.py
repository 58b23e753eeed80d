"""Operands in their order: a later one may change what an earlier one reads.

self.rate + self.step(x)    becomes     value_before = self_rate
                                        step_0, self_rate = step(x, self_rate)
                                        value_before + step_0

An array or a part of one is what it becomes: only numbers, and what is computed of
arrays, are as they were.
"""

import functools
from dataclasses import dataclass
from typing import Any

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import Array
from s2sad.facts.text import mentions
from s2sad.facts.values import Expression, Record
from s2sad.facts.written import written_names
from s2sad.syntax.names import bound, reads
from s2sad.syntax.walk import walk


@dataclass
class Written:
    """What `written_names` asks of a function that is being specialised."""

    frame: Any

    @property
    def kinds(self):
        return self.frame.kinds()

    @property
    def callees(self):
        return self.frame.callees


def in_order(frame, nodes):
    """The values of some nodes, each as it is when its turn comes."""
    nodes = [
        node.value if isinstance(node, (gast.Starred, gast.keyword)) else node
        for node in nodes
    ]
    value = frame.expressions.value
    return one_by_one(frame, [functools.partial(value, node) for node in nodes])


def one_by_one(frame, evaluations):
    """What evaluations give, each as it is when its turn comes."""
    found = []
    for evaluate in evaluations:
        value, before = frame.aside(evaluate)
        found = as_they_are(frame, found, before)
        frame.take(before)
        found.append(value)
    return found


def as_they_are(frame, values, before):
    """Values that keep what they have, though these statements run next."""
    if not values or not before:
        return values
    names, memory = bound(*before), written(frame, before)
    if not names and not memory:
        return values
    return [_before(frame, value, names, memory) for value in values]


def written(frame, statements):
    """The memory that statements write into."""
    inside = [node for statement in statements for node in walk(statement)]
    asked = Written(frame)
    names = {name for node in inside for name in written_names(node, asked)}
    return set(map(frame.memory.of, names))


def _before(frame, value, names, memory):
    """A value as it is now, where what it reads is about to change."""
    if isinstance(value, Record):
        return value.map(lambda leaf: _before(frame, leaf, names, memory))
    if not isinstance(value, Expression):
        return value
    if reads(value.node) & names or _reads_of(frame, value, memory):
        return frame.stored(value, "value_before")
    return value


def _reads_of(frame, value, memory):
    """Whether a value is computed from what memory holds, and is no part of it."""
    kinds = frame.kinds()
    if isinstance(value.kind, Array) and shared_name(value.node, kinds) is not None:
        return False
    return any(frame.memory.of(n) in memory for n in mentions(value.node))
