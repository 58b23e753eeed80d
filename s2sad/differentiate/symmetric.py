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

from s2sad.facts.bounds import is_natural
from s2sad.facts.effects import base_name
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
    size = None if name is None else _columns(name, made.node)
    if size is None:
        return made
    half = _Half(name, size)
    body = half.block(made.node.body[:-1], [])
    if not half.is_shorter:
        return made
    mirror = half.mirror(Fresh(names_in(made.node)))
    node = copy.copy(made.node)
    node.body = [*body, mirror, made.node.body[-1]]
    return replace(made, node=node)


def _columns(name, node):
    """How many columns a matrix has that is made, added to, and returned; else None."""
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
    if not is_flat or len(births) != 1 or mentions != len(adding) + 2:
        return None
    shape = getattr(births[0].value, "args", [None])[0]
    return shape.elts[1] if isinstance(shape, gast.Tuple) else None


class _Half:
    def __init__(self, name, size):
        self.name, self.size, self.is_shorter = name, size, False

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
            self.is_shorter = True
            new = build.counted(node.target.id, [build.shifted(row, 1)], node.body)
        return gast.copy_location(new, node)

    def row(self, loop):
        """The row to which a loop over all columns adds, if it does nothing else."""
        bounds = loop.iter.args if isinstance(loop, gast.For) else []
        if list(map(gast.dump, bounds)) != [gast.dump(self.size)]:
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
