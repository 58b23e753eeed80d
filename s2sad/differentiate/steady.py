"""An element that is the same in every direction is read before the loop over them.

for c in range(directions):                 becomes     a_ij = a[i, j]
    y_dot[i, c] += a[i, j] * x_dot[j, c]                for c in range(directions):
                                                            y_dot[i, c] += a_ij * ...

A compiler that cannot tell the arrays apart reads it again in each trip.
"""

from dataclasses import replace

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Scalar
from s2sad.facts.nouns import element_noun
from s2sad.facts.text import Families, root
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in


def steady(made):
    """A derivative in many directions, with factors read once for all of them."""
    steadied = _Steady(made)
    node = build.function(made.node.name, [], [])
    node.args, node.body = made.node.args, steadied.block(made.node.body)
    kinds = made.known.kinds | steadied.kinds
    return replace(made, node=node, known=replace(made.known, kinds=kinds))


class _Steady:
    def __init__(self, made):
        self.known, self.kinds = made.known, {}
        self.dots = set(made.dots.values())
        self.fresh = Fresh(names_in(made.node))
        self.families = Families(made.node, made.known)

    def block(self, statements):
        out = []
        for node in statements:
            before, body = self.loop(node)
            out += before
            if body is not None:
                node = build.with_body(node, body)
            elif build.has_blocks(node):
                node = build.with_blocks(node, self.block)
            out.append(node)
        return out

    def loop(self, node):
        """(lines before a loop, its body) of one that adds a factor times a tangent."""
        if not isinstance(node, gast.For) or len(node.body) != 1:
            return [], None
        (line,) = node.body
        place = line.target if isinstance(line, gast.AugAssign) else None
        if not isinstance(place, gast.Subscript) or base_name(place) not in self.dots:
            return [], None
        value = line.value
        is_product = isinstance(value, gast.BinOp) and isinstance(value.op, gast.Mult)
        factor = value.left if is_product else None
        if not self.is_same(factor, node.target.id, base_name(place)):
            return [], None
        name = self.fresh(element_noun(factor) or f"{base_name(factor)}_part")
        self.kinds[name] = self.known.kind(factor)
        product = gast.BinOp(build.name(name), value.op, value.right)
        new = gast.copy_location(gast.AugAssign(place, line.op, product), line)
        return [build.assign(name, factor)], [new]

    def is_same(self, node, index, written):
        """Whether a node is an element that a loop neither moves along nor writes."""
        if not isinstance(node, gast.Subscript) or index in names_in(node):
            return False
        is_number = isinstance(self.known.kind(node), Scalar)
        return is_number and self.families.of(root(node)) != self.families.of(written)
