"""Names that are bound more than once, or inside a loop or branch."""

from collections import Counter

import gast

from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk


def rebound(node):
    """Those whose value may change, by `x += 1` too; not the variables of loops."""
    counts, nested = {}, set()
    for child in walk(node):
        if isinstance(child, gast.Name) and isinstance(child.ctx, gast.Store):
            counts[child.id] = counts.get(child.id, 0) + 1
        if isinstance(child, (gast.For, gast.While, gast.If)):
            nested |= bound(*child.body, *child.orelse)
        if isinstance(child, gast.Try):
            nested |= bound(child)
    parameters = {a.id for a in node.args.args}
    several = {n for n, count in counts.items() if count > 1 or n in parameters}
    return several | nested


def bound_again(node):
    """Those that may stand for several arrays: `x += 1` leaves an array where it is."""
    in_place = {id(n.target) for n in walk(node) if isinstance(n, gast.AugAssign)}

    def stored(tree):
        for child in walk(tree):
            if isinstance(child, gast.Name) and isinstance(child.ctx, gast.Store):
                if id(child) not in in_place:
                    yield child.id

    blocks = [n for n in walk(node) if isinstance(n, (gast.For, gast.While, gast.If))]
    counts = Counter([*stored(node), *(a.id for a in node.args.args)])
    nested = set().union(*map(stored, blocks), set())
    return nested | {name for name, count in counts.items() if count > 1}
