"""A second name for an array counts as a copy where nothing can tell the two apart.

u = new             counts as       u = new.copy()

It is run as it was, or as a copy where u is written and the old array is gone. Then the
adjoint of u is an array of its own, which begins in the sweep back.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.moves import copies_of
from s2sad.syntax import build
from s2sad.syntax.rebuilt import rebuilt


class Move(gast.Assign):
    """`v = w.copy()`, which is run as `v = w`."""


def as_run(body):
    """The statements of a function as they are run."""

    def change(node):
        if not isinstance(node, Move):
            return [node]
        alias = gast.Assign(node.targets, node.value.func.value, None)
        return [gast.copy_location(alias, node)]

    return rebuilt(body, change)


def with_moves(plain):
    """The function with its second names for arrays as copies, where they may be."""
    moves = copies_of(plain)
    if not moves:
        return plain

    def change(node):
        if id(node) not in moves:
            return [node]
        copied = build.call(build.attribute(node.value, "copy"))
        statement = Move if moves[id(node)] else gast.Assign
        return [gast.copy_location(statement(node.targets, copied, None), node)]

    node = copy.copy(plain.node)
    node.body = rebuilt(plain.node.body, change)
    return replace(plain, node=node)
