"""A Hessian as half of it and a mirror: loops over its columns end at the diagonal.

for j in range(n):                        becomes
    for c in range(n):                        for c in range(j + 1):
        hessian[j, c] += r[j] * r[c]              hessian[j, c] += r[j] * r[c]

                                          for j in range(n):
                                              for c in range(j):
                                                  hessian[c, j] = hessian[j, c]

What stands right of the diagonal may be anything before the mirror: where the loops of
a row cannot end early, they write it, and it is written over.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.extents import is_natural
from s2sad.facts.indices import index_items
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, names_in
from s2sad.syntax.walk import walk

# A mirror costs what one loop over the rows costs: it pays within a further loop.
_DEEP = 2


def symmetric(made):
    """The tangents in all unit directions of a gradient, with half of the sums.

    The result is a square array to which the function only adds, else it stays as it
    is, as it does where no loop within a loop over rows gets shorter.
    """
    name = getattr(made.node.body[-1].value, "id", None)
    if name is None or not _is_only_added_to(name, made.node):
        return made
    half = _Half(name)
    body = half.block(made.node.body[:-1], [])
    if half.size is None:
        return made
    mirror = half.mirror(Fresh(names_in(made.node)))
    node = copy.copy(made.node)
    node.body = [*body, mirror, made.node.body[-1]]
    return replace(made, node=node)


def _is_only_added_to(name, node):
    """Whether an array of two axes is born with zeros, added to, and returned."""
    adding = [
        child.target
        for child in walk(node)
        if build.is_sum(child) and base_name(child.target) == name
    ]
    is_flat = all(
        isinstance(place.value, gast.Name) and len(index_items(place)) == 2
        for place in adding
    )
    mentions = sum(getattr(child, "id", None) == name for child in walk(node))
    births = [s for s in node.body if bound(s) == {name}]
    is_born = len(births) == 1 and isinstance(births[0], gast.Assign)
    return is_flat and is_born and mentions == len(adding) + 2


class _Half:
    def __init__(self, name):
        self.name, self.size = name, None

    def block(self, statements, loops):
        """Statements with shorter loops; `loops` are those around them."""
        return [self.statement(node, loops) for node in statements]

    def statement(self, node, loops):
        if isinstance(node, gast.If):
            return build.with_blocks(node, lambda b: self.block(b, loops))
        if not isinstance(node, (gast.For, gast.While)):
            return node
        row = self.row(node) if len(loops) >= _DEEP else None
        if row is None or not is_natural(row, loops):
            new = build.with_body(node, self.block(node.body, [node, *loops]))
        else:
            self.size = node.iter.args[0]
            new = build.counted(node.target.id, [build.shifted(row, 1)], node.body)
        return gast.copy_location(new, node)

    def row(self, loop):
        """The row to which a loop over all columns adds, if it does nothing else."""
        if not isinstance(loop, gast.For) or len(loop.iter.args) != 1:
            return None
        rows = {}
        for line in loop.body:
            place = getattr(line, "target", None)
            if base_name(place) != self.name:
                return None
            row, column = index_items(place)
            if getattr(column, "id", None) != loop.target.id:
                return None
            rows[gast.dump(row)] = row
        is_one = len(rows) == 1 and loop.target.id not in names_in(*rows.values())
        return next(iter(rows.values())) if is_one else None

    def mirror(self, fresh):
        """The loops that copy what is below the diagonal to its other side."""
        row, column = fresh("row"), fresh("column")
        hessian = build.name(self.name)
        above, below = (
            build.subscript(hessian, *map(build.name, places))
            for places in ((column, row), (row, column))
        )
        inner = build.counted(column, [build.name(row)], [build.assign(above, below)])
        return build.counted(row, [self.size], [inner])
