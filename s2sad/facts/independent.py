"""Loops whose iterations do not depend on each other, but for sums and counters.

Such a loop is differentiated iteration by iteration: each one runs forward and back at
once, and nothing is saved.
"""

import gast

from s2sad.facts.bounds import is_own_index
from s2sad.facts.counters import Counters
from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.private import Private, subscripts_of
from s2sad.facts.regions import Reads, defined, header_reads
from s2sad.facts.written import written_parameters
from s2sad.syntax.build import is_sum, loaded
from s2sad.syntax.walk import walk


def independent_loops(tree, activity, refused=(), saved=(), shared=()):
    """{id: counters} of the loops of a function whose iterations are independent.

    `refused` are the ids of loops whose counters may not be moved on twice, `saved` of
    those that are to be left out; `shared` are arrays that trips of loops around these
    overwrite.
    """
    found, private = {}, Private(tree)
    counters = Counters(tree, activity, private.extents)
    for loop in reversed(tree.statements):
        if isinstance(loop, gast.For) and id(loop) not in saved:
            one = _Loop(loop, tree, private, counters, found, shared)
            is_refused = id(loop) in refused
            if one.is_independent() and not (is_refused and one.counters):
                found[id(loop)] = sorted(one.counters)
    return found


class _Loop:
    def __init__(self, loop, tree, private, counters, fused, shared):
        self.loop, self.tree, self.private = loop, tree, private
        self.counters_of, self.fused, self.counters = counters, fused, set()
        self.shared, self.plain = shared, tree.plain
        self.kinds = self.plain.kinds
        self.reads = Reads(self.kinds)
        self.inside = [
            n for n in tree.statements if n is not loop and tree.inside(n, loop)
        ]
        self.variable = loop.target.id
        self.first = tree.order[id(loop)]

    def is_independent(self):
        names = {name for node in self.inside for name in defined(node, self.plain)}
        return (
            not self.breaks()
            and not any(self.uses_stack(node) for node in self.inside)
            and all(self.is_private(name) for name in names)
            and all(self.is_owned(c) for c in self.written_classes())
        )

    def breaks(self):
        """Whether the loop's own last statement leaves it."""
        last = self.loop.body[-1]
        return isinstance(last, gast.If) and any(
            isinstance(n, gast.Break) for n in last.body
        )

    def uses_stack(self, node):
        return any(
            isinstance(child, gast.Call)
            and isinstance(child.func, gast.Attribute)
            and child.func.attr in ("append", "pop")
            for part in header_reads(node)
            for child in walk(part)
        )

    def reading(self, name):
        """The statements that read a name, in the whole function."""
        return [
            node
            for node in self.tree.statements
            if name in self.tree.reads_of(node)[0]
            or (isinstance(node, gast.AugAssign) and base_name(node.target) == name)
        ]

    def is_private(self, name):
        """Whether a name is a sum, or means nothing outside one iteration."""
        defs = [n for n in self.tree.defs[name] if n in self.inside]
        outside = [n for n in self.tree.defs[name] if n not in self.inside]
        if isinstance(self.kinds.get(name), (Array, Stack)):
            return not outside and self.is_local(name, defs)
        readers = [n for n in self.reading(name) if n in self.inside]
        if all(is_sum(n) for n in defs) and all(
            n in defs and name not in self.reads.of(n.value)[0] for n in readers
        ):
            return True
        return self.is_local(name, defs) or self.is_counter(name)

    def is_counter(self, name):
        """Whether trips only move a number on: it may run beside the way back."""
        if not self.counters_of.is_counter(name, self.loop, self.fused):
            return False
        self.counters.add(name)
        return True

    def is_local(self, name, defs):
        """Whether every iteration defines a name before reading it, for itself only."""
        readers = [n for n in self.reading(name) if n in self.inside]
        block = self.tree.common([*defs, *readers]).statements
        entry = next((n for n in block if n in defs), None)
        both = next((n for n in block if self.always_defines(n, name)), None)
        entry = both if entry is None else entry
        if entry is None or name in self.tree.reads_of(entry)[0]:
            return isinstance(entry, gast.If) and not self.early(name, entry)
        if isinstance(entry, gast.AugAssign):
            return False
        return not self.early(name, entry)

    def early(self, name, entry):
        """Whether a name is read before its entry, or outside the loop."""
        start = self.tree.order[id(entry)]
        for node in self.reading(name):
            if node not in self.inside:
                return True
            if self.tree.order[id(node)] < start:
                return True
            if isinstance(entry, gast.For) and entry.target.id == name:
                if node is entry:
                    return True
            elif self.tree.inside(node, entry) and node is not entry:
                if not self.defined_before(name, node, entry):
                    return True
        return False

    def defined_before(self, name, node, entry):
        """Whether, inside a branch, a plain definition stands before a reading."""
        for region, index in self.tree.chain(node):
            if region.owner is None or not self.tree.inside(region.owner, entry):
                continue
            for earlier in region.statements[:index]:
                if isinstance(earlier, gast.Assign) and name in defined(
                    earlier, self.plain
                ):
                    return True
        return False

    def always_defines(self, node, name):
        if isinstance(node, gast.If):
            return all(
                any(self.always_defines(child, name) for child in branch)
                for branch in (node.body, node.orelse)
            )
        if isinstance(node, (gast.For, gast.While)):
            return isinstance(node, gast.For) and node.target.id == name
        return name in defined(node, self.plain)

    # arrays

    def written_classes(self):
        return [
            c
            for c, nodes in self.tree.writes.items()
            if any(node in self.inside for node in nodes)
        ]

    def is_owned(self, class_name):
        """Whether each iteration writes elements of its own, or only adds to them."""
        members = [
            n
            for n, k in self.kinds.items()
            if isinstance(k, (Array, Stack)) and self.tree.classes.of(n) == class_name
        ]
        if all(self.born_inside(name) for name in members):
            return True
        if self.private.is_private(class_name, self.loop):
            return True
        if len(members) > 1 or not self.is_first_fill(members[0]):
            return False
        name = members[0]
        writes = [n for n in self.tree.writes[class_name] if n in self.inside]
        readers = [n for n in self.inside if self.reads_content(n, name)]
        if all(is_sum(n) for n in writes) and not readers:
            return True
        places = [self.place(n, name) for n in writes]
        if any(p is None or not self.indexed_by_loop(p) for p in places):
            return False
        if len({self.axis(p) for p in places}) > 1:
            return False
        if any(isinstance(n, gast.AugAssign) for n in writes):
            return False
        if readers and len(writes) > 1:
            return False
        return all(self.reads_own(n, name, writes) for n in readers)

    def born_inside(self, name):
        defs = self.tree.defs.get(name, [])
        return bool(defs) and all(n in self.inside for n in defs)

    def reads_content(self, node, name):
        """Whether a statement reads elements, if only for its `*=`."""
        if isinstance(node, gast.AugAssign) and base_name(node.target) == name:
            if not is_sum(node):
                return True
        return name in self.tree.reads_of(node)[1]

    def is_first_fill(self, name):
        """Whether nobody reads an array before this loop writes it."""
        for node in self.tree.statements:
            if node in self.inside or not self.reads_content(node, name):
                continue
            if self.tree.order[id(node)] < self.first:
                return False
            shared = [
                loop
                for loop in self.tree.loops_around(self.loop)
                if self.tree.inside(node, loop) and not self.holds_birth(loop, name)
            ]
            if shared:
                return False
        outer = [
            n
            for n in self.tree.writes.get(self.tree.classes.of(name), [])
            if n not in self.inside
        ]
        around = self.tree.loops_around(self.loop)
        around = [loop for loop in around if not self.holds_birth(loop, name)]
        # The next trip of a loop around writes over what this one reads.
        if around and any(self.reads_content(node, name) for node in self.inside):
            return False
        return not any(self.tree.inside(n, loop) for n in outer for loop in around)

    def holds_birth(self, loop, name):
        """Whether each trip of a loop has an array of its own, or uses it so."""
        if self.tree.is_set_anew(name, loop):
            return True
        return name not in self.shared and self.private.is_private(
            self.tree.classes.of(name), loop
        )

    def place(self, node, name):
        """The element a statement writes, as a subscript; None if all or unknown."""
        if isinstance(node, gast.Assign) and isinstance(
            node.targets[0], gast.Subscript
        ):
            return node.targets[0]
        if isinstance(node, gast.AugAssign):
            return node.target if isinstance(node.target, gast.Subscript) else None
        call = node.value
        callee = self.plain.callees.get(
            getattr(getattr(call, "func", None), "id", None)
        )
        if callee is None:
            return None
        written = written_parameters(callee)
        places = [
            item
            for parameter, item in zip(callee.parameters, call.args)
            if parameter in written and base_name(item) == name
        ]
        found = places[0] if len(places) == 1 else None
        return found if isinstance(found, gast.Subscript) else None

    def indexed_by_loop(self, place):
        """Whether a place is another element in each trip."""
        around = self.tree.loops_around(self.loop)[::-1]
        return self.axis(place) is not None and is_own_index(self.loop, around)

    def axis(self, place):
        """The axis whose index is the loop's variable, or None."""
        if not isinstance(place, gast.Subscript):
            return None
        if not isinstance(place.value, gast.Name):
            return self.axis(place.value)
        items = place.slice
        items = items.elts if isinstance(items, gast.Tuple) else [items]
        for axis, item in enumerate(items):
            if isinstance(item, gast.Name) and item.id == self.variable:
                return axis
        return None

    def reads_own(self, node, name, writes):
        """Whether a statement reads only what this iteration wrote before."""
        first = writes[0]
        if self.tree.region_of(first).owner is not self.loop:
            return False
        if self.tree.order[id(node)] <= self.tree.order[id(first)]:
            return False
        own = gast.dump(loaded(self.place(first, name)))
        for part in header_reads(node):
            for child in subscripts_of(part, name):
                if child is None or gast.dump(loaded(child)) != own:
                    return False
        return True
