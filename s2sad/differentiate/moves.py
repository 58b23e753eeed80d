"""A second name for an array counts as a copy where nothing can tell the two apart.

u = new             counts as       u = new.copy()

if new is not mentioned again, or if neither is ever written into. It is run as it was.
Then the adjoint of u is an array of its own, made in the sweep back.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.effects import shared_name, written_names
from s2sad.facts.kinds import Array
from s2sad.facts.owned import bound_anew, members_of, mentions_of
from s2sad.facts.regions import Tree
from s2sad.syntax import build
from s2sad.syntax.rebuilt import rebuilt


class Move(gast.Assign):
    """`v = w.copy()`, which is run as `v = w`."""

    def as_run(self):
        value = self.value.func.value
        return gast.copy_location(gast.Assign(self.targets, value, None), self)


def with_moves(plain):
    """The function with its second names for arrays as copies, where they may be."""
    moves = _Moves(Tree(plain)).found()
    if not moves:
        return plain

    def change(node):
        if id(node) not in moves:
            return [node]
        copied = build.call(build.attribute(node.value, "copy"))
        return [gast.copy_location(Move(node.targets, copied, None), node)]

    node = copy.copy(plain.node)
    node.body = rebuilt(plain.node.body, change)
    return replace(plain, node=node)


class _Moves:
    def __init__(self, tree):
        self.tree, self.plain = tree, tree.plain
        self.members = members_of(tree)

    def found(self):
        """The ids of the statements `v = w` that may be copies: all of a class, or none."""
        found = set()
        for class_name in bound_anew(self.tree):
            names = self.members[class_name]
            if not all(isinstance(self.plain.kinds[n], Array) for n in names):
                continue
            second = [
                d for n in names for d in self.tree.defs.get(n, []) if _is_alias(d)
            ]
            sources = [node.value.id for node in second]
            gone = set()
            for node in second:
                if sources.count(node.value.id) == 1:
                    gone |= self.given_up(node)
            rest = set(names) - gone
            if all(d.value.id in gone for d in second) or not self.is_written(rest):
                found |= {id(node) for node in second}
        return found

    def given_up(self, node):
        """The names of an array, and its parts, that is not mentioned after `v = w`."""
        (place,), name = node.targets, node.value.id
        region, last = self.tree.place[id(node)]
        defs = self.tree.defs.get(name, [])
        if name in self.plain.parameters or len(defs) != 1:
            return set()
        where, first = self.tree.place[id(defs[0])]
        is_new = isinstance(defs[0], gast.Assign) and not self.sources(defs[0])
        names = self.named_after(name) - {place.id}
        places = [self.tree.index_in(n, region) for n in mentions_of(self.tree, names)]
        is_within = all(n is not None and first <= n <= last for n in places)
        return names if is_new and where is region and is_within else set()

    def named_after(self, name):
        """A name, and those of parts of its array."""
        found, before = {name}, set()
        while found != before:
            before = set(found)
            for other, defs in self.tree.defs.items():
                if any(found & self.sources(d) for d in defs if not _is_alias(d)):
                    found.add(other)
        return found

    def sources(self, node):
        """The name whose memory a statement gives another name."""
        value = getattr(node, "value", None)
        shared = value is not None and shared_name(value, self.plain.kinds)
        return {shared} - {None, False}

    def is_written(self, names):
        """Whether a statement writes into an array under one of these names."""
        return any(
            not names.isdisjoint(written_names(node, self.plain))
            for node in self.tree.statements
        )


def _is_alias(node):
    """Whether a statement is `v = w`."""
    is_name = isinstance(node, gast.Assign) and isinstance(node.value, gast.Name)
    return is_name and isinstance(node.targets[0], gast.Name)
