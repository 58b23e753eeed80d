"""A second name for an array counts as a copy where nothing can tell the two apart.

u = new             counts as       u = new.copy()

It is run as it was. Then the adjoint of u is an array of its own, which begins in the
sweep back.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.moves import copies_of
from s2sad.syntax import build
from s2sad.syntax.rebuilt import rebuilt


class Move(gast.Assign):
    """`v = w.copy()`, which is run as `v = w`."""

    def as_run(self):
        value = self.value.func.value
        return gast.copy_location(gast.Assign(self.targets, value, None), self)


def with_moves(plain):
    """The function with its second names for arrays as copies, where they may be."""
    moves = copies_of(plain)
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
