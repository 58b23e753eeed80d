"""Numbers that every trip of a loop moves on in the same way: counts, places, times.

for j in range(i + 1, d):           entry goes on by itself, and all that a trip reads
    z[j] += a[entry] * x[i]         of it stands before or after the step
    entry += 1

The sweep back may run such a loop forward again, the number going on beside it.
"""

import gast

from s2sad.facts.kinds import Scalar
from s2sad.facts.regions import Reads, header_reads
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import walk


class Counters:
    """Asks whether loops of one function move numbers on."""

    def __init__(self, tree, activity, extents):
        self.tree, self.plain, self.activity = tree, tree.plain, activity
        self.extents, self.reads = extents, Reads(tree.plain.kinds)

    def is_counter(self, name, loop, fused):
        """Whether a loop moves a number on, in order; `fused` are loops that fuse."""
        kind = self.plain.kinds.get(name)
        if not isinstance(kind, Scalar) or name in self.activity.active:
            return False
        steps = self.steps(name, loop)
        (body,) = self.tree.bodies[id(loop)]
        return all(self.is_step(n, name) for n in steps) and self.is_orderly(
            name, body, {id(n) for n in steps}, fused
        )

    def steps(self, name, loop):
        return [
            n
            for n in self.tree.defs[name]
            if n is not loop and self.tree.inside(n, loop)
        ]

    def is_step(self, node, name):
        """Whether a definition reads the number itself and constants alone."""
        if not isinstance(node, (gast.Assign, gast.AugAssign)):
            return False
        place = node.targets[0] if isinstance(node, gast.Assign) else node.target
        if not isinstance(place, gast.Name) or self.calls(node.value):
            return False
        names, contents = self.reads.of(node.value)
        own = names - {name}
        is_carried = isinstance(node, gast.AugAssign) or name in names
        return is_carried and not contents and all(map(self.extents.is_constant, own))

    def calls(self, node):
        return any(isinstance(child, gast.Call) for child in walk(node))

    def is_orderly(self, name, region, steps, fused):
        """Whether all that reads a number stands before its steps, or after them."""
        touching = [n for n in region.statements if self.touches(n, name)]
        others = [n for n in touching if id(n) not in steps]
        moving = [n for n in others if self.holds(n, steps)]
        if moving and len(others) > 1:
            return False
        if not all(self.moves_inside(n, name, steps, fused) for n in moving):
            return False
        places = [k for k, n in enumerate(touching) if id(n) not in steps]
        return not places or places[-1] - places[0] == len(places) - 1

    def moves_inside(self, node, name, steps, fused):
        """Whether the blocks of a statement are orderly, and may be run forward."""
        if isinstance(node, gast.While):
            return False
        if isinstance(node, gast.For):
            if id(node) not in fused or self.mentions(header_reads(node), name):
                return False
        return all(
            self.is_orderly(name, body, steps, fused)
            for body in self.tree.bodies.get(id(node), [])
        )

    def touches(self, node, name):
        return name in names_in(node)

    def holds(self, node, steps):
        return any(id(child) in steps for child in walk(node))

    def mentions(self, nodes, name):
        return any(name in names_in(node) for node in nodes)
