"""What independent loops run again on their way back."""

import gast

from s2sad.facts.births import Births, indices_of
from s2sad.facts.effects import base_name
from s2sad.facts.extents import Extents
from s2sad.facts.kinds import Array
from s2sad.facts.regions import defined, header_reads
from s2sad.syntax import build
from s2sad.syntax.walk import walk


class Again:
    """`rerun` holds, for each independent loop, the ids of the statements.

    `beside` are the arrays whose adjoints are bound beside them, and which the adjoint
    of a statement mentions.
    """

    def __init__(self, sweep):
        self.sweep, self.tree, self.plain = sweep, sweep.tree, sweep.plain
        self.reads, self.lines = sweep.reads, sweep.lines
        self.extents = Extents(sweep.tree)
        self.beside = {}
        for name, nodes in Births(sweep).bound_beside().items():
            for node in nodes:
                self.beside.setdefault(id(node), set()).add(name)
        self.rerun = {}
        for loop in reversed(sweep.loops()):  # what loops inside run again first
            self.rerun[id(loop)] = self.rerun_slice(loop)

    def rerun_slice(self, loop):
        """The ids of the statements of a loop that its reverse must run again."""
        inside = [
            n
            for n in self.tree.statements
            if n is not loop and self.tree.inside(n, loop)
        ]
        wanted, contents = set(), set()
        for node in inside:
            self.want(node, loop, wanted, contents)
        kept = set()
        while True:
            before = (len(kept), len(wanted), len(contents))
            for node in reversed(inside):
                if id(node) in kept or self.is_wanted(node, loop, wanted, contents):
                    self.keep(node, loop, kept, wanted, contents)
            if before == (len(kept), len(wanted), len(contents)):
                return kept

    def want(self, node, loop, wanted, contents):
        """What the reverse of a statement reads, if no loop inside runs that again.

        So does what a loop inside runs again.
        """
        nested = [
            other
            for other in self.tree.loops_around(node)
            if id(other) in self.sweep.independent
            and other is not loop
            and self.tree.inside(other, loop)
        ]
        code = list(self.lines.get(id(node), []))
        if any(id(node) in self.rerun[id(other)] for other in nested):
            code += header_reads(node)
            if isinstance(node, gast.AugAssign):
                code.append(build.loaded(node.target))
        if isinstance(node, (gast.If, gast.For)) and self.sweep.has_lines(node):
            code += header_reads(node)
        if id(node) in self.sweep.counts and self.sweep.has_lines(node):
            wanted.add(self.sweep.counts[id(node)])
        code += self.places_of_view(node)
        names, inner = self.reads.of(*code)
        wanted |= {
            name
            for name in names | self.measured(node) | self.beside.get(id(node), set())
            if not any(self.holds_all(other, name) for other in nested)
        }
        classes = {self.tree.classes.of(name) for name in inner}
        contents |= {
            c for c in classes if not any(self.is_own(c, other) for other in nested)
        }

    def places_of_view(self, node):
        """The indices of a view that a statement binds: its adjoint has them too."""
        for name in defined(node, self.plain):
            if self.sweep.activity.is_active(build.name(name)):
                if self.tree.view_base(name) is not None:
                    return indices_of(node.value)
        return []

    def measured(self, node):
        """The arrays bound by a statement whose adjoints are as long as they are.

        Each trip may have others, but for those whose lengths are known all along.
        """
        return {
            name
            for name in defined(node, self.plain)
            if isinstance(self.plain.kinds.get(name), Array)
            and self.sweep.activity.is_active(build.name(name))
            and self.extents.of_array(name) is None
            and self.tree.view_base(name) is None
        }

    def is_rerun(self, node):
        """Whether an independent loop runs a part of itself again on the way back."""
        is_independent = id(node) in self.sweep.independent
        return is_independent and any(self.rerun.get(id(n)) for n in walk(node))

    def holds_all(self, loop, name):
        """Whether a name means nothing outside a loop."""
        defs = self.tree.defs.get(name, [])
        is_given = name in self.plain.parameters
        return not is_given and all(self.tree.inside(d, loop) for d in defs)

    def steps(self, loop):
        """The ids of the statements that move the counters of a loop on."""
        return {
            id(node)
            for name in self.sweep.independent[id(loop)]
            for node in self.tree.defs[name]
            if self.tree.inside(node, loop)
        }

    def moved_twice(self):
        """The loops with a part that moves a counter, and also runs again."""
        return {
            id(loop)
            for loop in self.sweep.loops()
            if self.sweep.independent[id(loop)] and self.runs_part_again(loop)
        }

    def wanted_contents(self):
        """The arrays that the way back reads, or runs code again that does."""
        kept = set().union(*self.rerun.values())
        code = [line for lines in self.lines.values() for line in lines]
        for node in self.tree.statements:
            is_walked = id(node) in self.tree.bodies and self.sweep.has_lines(node)
            if id(node) in kept or is_walked:
                code += header_reads(node)
        return self.behind(code)

    def behind(self, code):
        """The arrays that code reads, or that names which it reads are made of.

        Numbers may be computed again where they are needed.
        """
        names, contents = self.reads.of(*code)
        waiting, seen = set(names), set()
        while waiting:
            name = waiting.pop()
            seen.add(name)
            if isinstance(self.plain.kinds.get(name), Array):
                continue
            for node in self.tree.defs.get(name, []):
                more, inner = self.reads.of(*header_reads(node))
                waiting |= more - seen
                contents |= inner
        return contents

    def dear(self):
        """The loops whose values are better saved than computed twice in each trip.

        They stand in another loop, give arrays to what follows, and compute these in
        loops of loops: what one trip of such a loop leaves to its adjoint is shorter.
        """
        return {
            id(loop)
            for loop in self.sweep.loops()
            if self.tree.loops_around(loop)
            and self.depth(loop) >= 2
            and self.gives(loop)
        }

    def depth(self, loop):
        """How deep in loops stands what a loop runs again."""
        outside = len(self.tree.loops_around(loop)) + 1
        return max(
            (
                len(self.tree.loops_around(n)) - outside
                for n in self.tree.statements
                if id(n) in self.rerun[id(loop)]
            ),
            default=0,
        )

    def gives(self, loop):
        """Whether a loop writes an array that is read outside it."""
        private = self.sweep.private
        return any(
            private.reads_of(node, name)
            for name, kind in self.plain.kinds.items()
            if isinstance(kind, Array) and self.writes_into(name, loop)
            for node in self.tree.statements
            if not self.tree.inside(node, loop)
        )

    def writes_into(self, name, loop):
        writes = self.tree.writes.get(self.tree.classes.of(name), [])
        return any(self.tree.inside(n, loop) for n in writes)

    def runs_part_again(self, loop):
        steps, kept = self.steps(loop), self.rerun[id(loop)]
        inside = [n for n in self.tree.statements if n is not loop]
        moving = [
            n
            for n in inside
            if self.tree.inside(n, loop)
            and id(n) in self.tree.bodies
            and any(id(child) in steps for child in walk(n))
        ]
        return any(
            id(n) in kept and id(n) not in steps and id(n) not in self.tree.bodies
            for n in inside
            if any(self.tree.inside(n, compound) for compound in moving)
        )

    def is_wanted(self, node, loop, wanted, contents):
        if isinstance(node, (gast.If, gast.While)):
            return False
        if isinstance(node, gast.For):
            return False
        if wanted & set(defined(node, self.plain)):
            return True
        return any(
            node in self.tree.writes.get(name, []) and self.is_own(name, loop)
            for name in contents
        )

    def is_own(self, class_name, loop):
        """Whether the trips of a loop share nothing of a class of arrays."""
        born = self.sweep.is_born_within(class_name, loop)
        return born or self.sweep.private.is_private(class_name, loop)

    def private_names(self):
        """The arrays that the trips of an independent loop use as their own."""
        private, loops = self.sweep.private, self.sweep.loops()
        names = {private.array_of(name) for name in self.tree.writes} - {None}
        return {
            name
            for name in names
            if any(private.is_private(self.tree.classes.of(name), n) for n in loops)
        }

    def keep(self, node, loop, kept, wanted, contents):
        kept.add(id(node))
        names, inner = self.reads.of(*header_reads(node))
        wanted |= names
        contents |= {self.tree.classes.of(name) for name in inner}
        if isinstance(node, gast.AugAssign):
            wanted.add(base_name(node.target))
        if isinstance(node, gast.Assign):
            places = [p for p in node.targets if isinstance(p, gast.Subscript)]
            wanted |= {base_name(place) for place in places}
        owner = self.tree.region_of(node).owner
        if owner is not None and owner is not loop and id(owner) not in kept:
            self.keep(owner, loop, kept, wanted, contents)
        if isinstance(node, (gast.For, gast.While)):
            for child in node.body:
                if isinstance(child, gast.If) and _is_break(child):
                    self.keep(child, loop, kept, wanted, contents)
                    kept.update(id(n) for n in walk(child) if _leaves(n))


def _is_break(node):
    return any(map(_leaves, node.body))


def _leaves(node):
    return isinstance(node, gast.Break)
