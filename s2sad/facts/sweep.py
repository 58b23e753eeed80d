"""The reverse sweep of a function before anything is decided: scopes and lines."""

import gast

from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.private import Private
from s2sad.facts.regions import Reads
from s2sad.facts.trips import Trips
from s2sad.facts.written import written_parameters
from s2sad.syntax import build


class Sweep:
    """What the reverse pass knows: the tree, each statement's lines, the loops."""

    def __init__(self, tree, anew, activity, lines, copies, independent, counts):
        self.tree, self.anew = tree, anew
        self.activity, self.lines = activity, lines
        self.copies, self.independent, self.counts = copies, independent, counts
        self.plain = tree.plain
        self.reads = Reads(self.plain.kinds)
        self.private = Private(tree)
        self.trips = Trips(tree, counts)

    def loops(self):
        return [n for n in self.tree.statements if id(n) in self.independent]

    def scope(self, region):
        """The region that runs forward and back at once around this one."""
        while region.parent is not None and id(region.owner) not in self.independent:
            region = region.parent
        return region

    def saving_loops(self, node):
        """The loops between a statement and its scope, outermost first."""
        found, region = [], self.tree.region_of(node)
        while region.parent is not None and id(region.owner) not in self.independent:
            if region.is_loop:
                found.append(region.owner)
            region = region.parent
        return found[::-1]

    def is_kept(self, region):
        """Whether what is computed here is still in its names on the way back."""
        while region.parent is not None and id(region.owner) not in self.independent:
            if region.is_loop:
                return False
            region = region.parent
        return True

    def has_lines(self, node):
        """Whether the reverse of a statement does anything."""
        if self.lines.get(id(node)):
            return True
        return any(
            self.has_lines(child)
            for body in self.tree.bodies.get(id(node), [])
            for child in body.statements
        )

    def is_born_within(self, class_name, owner):
        """Whether each trip of a loop has arrays of a class of its own."""
        members = [
            n
            for n, k in self.plain.kinds.items()
            if isinstance(k, (Array, Stack)) and self.tree.classes.of(n) == class_name
        ]
        return all(self.tree.is_set_anew(name, owner) for name in members)

    def position(self, node, region):
        return self.tree.index_in(node, region)

    def branch_holding(self, statement, node):
        return next(b for b in self.tree.bodies[id(statement)] if self.holds(b, node))

    def holds(self, region, node):
        return self.tree.index_in(node, region) is not None

    def is_view(self, name, code):
        """Whether code only gives a name to a part of an array."""
        is_array = isinstance(self.plain.kinds[name], Array)
        return (
            is_array
            and isinstance(code, gast.Assign)
            and shared_name(code.value, self.plain.kinds) is not None
        )

    def is_around(self, name, region):
        """Whether a name is the variable of a loop around a region."""
        while region is not None:
            if isinstance(region.owner, gast.For) and region.owner.target.id == name:
                return True
            region = region.parent
        return False

    def place_kind(self, place):
        return kind_of(place, self.plain.call_kinds())

    def written_places(self, node, class_name):
        """The elements, slices or whole arrays of a class that a statement writes."""
        found = []
        if isinstance(node, (gast.Assign, gast.AugAssign)):
            place = node.targets[0] if isinstance(node, gast.Assign) else node.target
            if isinstance(place, gast.Subscript):
                found.append(build.loaded(place))
            elif isinstance(node, gast.AugAssign):
                found.append(whole(build.loaded(place)))
        call = node.value
        callee = None
        if isinstance(call, gast.Call) and isinstance(call.func, gast.Name):
            callee = self.plain.callees.get(call.func.id)
        if callee is not None:
            written = written_parameters(callee)
            for parameter, item in zip(callee.parameters, call.args):
                if parameter in written:
                    found.append(whole(item))
        return [p for p in found if self.tree.classes.of(base_name(p)) == class_name]


def whole(node):
    """All elements of an array or of a part of it."""
    if isinstance(node, gast.Subscript):
        return node
    return build.subscript(node, gast.Slice(None, None, None))


def is_whole(node):
    """Whether a place is all of an array that has a name: `x[:]`."""
    return isinstance(node, gast.Subscript) and (
        gast.dump(node) == gast.dump(whole(node.value))
        and isinstance(node.value, gast.Name)
    )
