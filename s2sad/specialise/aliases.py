"""What has two names goes under one, where its author did not give it both.

result_0 = x[:, :half]                  becomes     a = x[:, :half]
a = result_0

A copy of a name is no statement where both mean the same for as long as it is read.
"""

import re
from collections import defaultdict
from dataclasses import replace

import gast

from s2sad.facts.unions import Unions
from s2sad.syntax import build
from s2sad.syntax.names import names_in, renamed
from s2sad.syntax.walk import walk


def without_aliases(plain):
    """The same plain function without names that only stand for others."""
    places, merged = _Places(plain.node), _Merged(plain)
    for place, value, span in places.copies:
        kind = plain.kinds.get(value)
        if kind is not None and plain.kinds.get(place) == kind:
            if places.stay_equal(place, value, span):
                merged.join(place, value)
    new = merged.new_names(plain.kinds)
    if not new:
        return plain
    node = renamed(plain.node, new)
    node.body = _without_copies(node.body)
    kinds = {new.get(name, name): kind for name, kind in plain.kinds.items()}
    filled = frozenset(new.get(name, name) for name in plain.filled)
    items = frozenset(new.get(n, n) for n in plain.items if merged.is_set(n))
    return replace(plain, node=node, kinds=kinds, filled=filled, items=items)


class _Places:
    """Where names stand in a function: the numbers of the statements, in order.

    `copies` are (a, b, numbers of the statement and of the last of its block) of all
    statements `a = b`.
    """

    def __init__(self, function):
        self.mentions, self.bindings = defaultdict(list), defaultdict(list)
        self.copies, self.count = [], 0
        for argument in function.args.args:
            self.mentions[argument.id].append(-1)
            self.bindings[argument.id].append(-1)
        self.block(function.body)

    def block(self, statements):
        copies = []
        for node in statements:
            here, self.count = self.count, self.count + 1
            self.note(node, here)
            if build.has_blocks(node):
                self.block(node.body)
                self.block(node.orelse)
            elif _is_copy(node):
                copies.append((node.targets[0].id, node.value.id, here))
        last = self.count - 1
        self.copies += [(place, value, (n, last)) for place, value, n in copies]

    def note(self, node, here):
        """The names that stand in a statement, or in the head of a branch or loop."""
        for part in _head(node):
            for child in walk(part):
                if isinstance(child, gast.Name):
                    self.mentions[child.id].append(here)
                    if isinstance(child.ctx, gast.Store):
                        self.bindings[child.id].append(here)

    def stay_equal(self, place, value, span):
        """Whether a copy means what it was made of wherever it is mentioned."""
        here, last = span
        mentions = self.mentions[place]
        is_inside = mentions[0] == here and mentions[-1] <= last
        is_once = self.bindings[place] == [here]
        return is_inside and is_once and not self.is_bound(value, here, last)

    def is_bound(self, name, here, last):
        """Whether a name is given a value after a statement, in its block."""
        return any(here < number <= last for number in self.bindings[name])


class _Merged:
    """Names in classes that become one name: the author's, if one is."""

    def __init__(self, plain):
        self.classes = Unions()
        is_own = plain.source.is_definition
        self.written = set() if is_own else names_in(plain.source.node)
        self.kept = {name: name for name in self.written | set(plain.parameters)}

    def join(self, place, value):
        """Make two names one, unless the author wrote both."""
        first, second = self.classes.of(place), self.classes.of(value)
        if first in self.kept and second in self.kept:
            return
        self.classes.join(first, second)
        if first in self.kept:
            self.kept[second] = self.kept[first]

    def new_names(self, names):
        """{name: the name that it goes under} of those that are to change."""
        classes = defaultdict(list)
        for name in names:
            classes[self.classes.of(name)].append(name)
        new = {}
        for root, members in classes.items():
            found = self.kept.get(root) or self.like_written(members) or root
            new |= {name: found for name in members if name != found}
        return new

    def like_written(self, names):
        """That of some names which was the author's before it was numbered, or None."""
        stems = ((name, re.sub(r"_\d+$", "", name)) for name in names)
        return next((name for name, stem in stems if stem in self.written), None)

    def is_set(self, name):
        """Whether a name was no copy of another."""
        return self.classes.of(name) == name


def _head(node):
    """What of a statement is not inside its blocks."""
    if isinstance(node, gast.For):
        return [node.target, node.iter]
    return [node.test] if build.has_blocks(node) else [node]


def _is_copy(node):
    """Whether a statement gives a name what another has."""
    if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Name):
        return False
    return isinstance(node.targets[0], gast.Name)


def _without_copies(statements):
    """Statements without those that give a name its own value."""
    out = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, _without_copies)
            node.body = node.body or [gast.Pass()]
        if not _is_copy(node) or node.targets[0].id != node.value.id:
            out.append(node)
    return out
