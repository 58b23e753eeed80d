"""What the reverse of each statement reads: names, and elements of arrays."""

from dataclasses import dataclass

import gast

from s2sad.facts.alike import Alike
from s2sad.facts.births import indices_of
from s2sad.facts.calls import BIRTHS, LIKE_BIRTHS, spelling
from s2sad.facts.covers import Covers
from s2sad.facts.elsewhere import Elsewhere, Order
from s2sad.facts.first import First
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array
from s2sad.facts.regions import defined, header_reads, is_swap
from s2sad.syntax import build
from s2sad.syntax.names import names_in


@dataclass
class Need:
    """A statement whose reverse reads a name: before it, or after it ran."""

    node: gast.AST
    when: str


class Needs:
    """`needs` of each name; `contents`: (class, statement, places) that are read.

    `sized` has, of arrays whose adjoints begin without them, what these are as long as.
    """

    def __init__(self, sweep, births, again):
        self.sweep, self.births, self.again = sweep, births, again
        self.tree, self.plain, self.lines = sweep.tree, sweep.plain, sweep.lines
        self.reads, self.activity = sweep.reads, sweep.activity
        self.elsewhere = Elsewhere(self.tree)
        self.first, self.covers = First(sweep, self.elsewhere), Covers(sweep)
        self.needs, self.contents, self.sized = {}, [], {}

    def restore_needs(self):
        """What putting back an element reads: the array's name and the indices."""
        for write, class_name in self.destroying_writes():
            self.header_needs(write)
            for place in self.sweep.written_places(write, class_name):
                for name in self.reads.of(place)[0]:
                    self.need(name, write, "pre")

    def header_needs(self, node):
        """What the sweep back reads to reach a statement: the tests and bounds."""
        owner = self.tree.region_of(node).owner
        while owner is not None:
            self.header_need(owner)
            owner = self.tree.region_of(owner).owner

    def header_need(self, node):
        if isinstance(node, gast.If):
            self.expression_needs([node.test], node)
            return
        count = self.sweep.counts.get(id(node))
        if count is not None:
            self.need(count, node, "after")
        if isinstance(node, gast.For):
            self.expression_needs(node.iter.args, node)

    def destroying_writes(self):
        """[(write, class)]: the writes whose old values the way back reads."""
        events = {}
        for class_name, node, places in self.contents:
            events.setdefault(class_name, []).append((node, places))
        found = [
            (write, class_name)
            for class_name, reads in events.items()
            for write in self.tree.writes.get(class_name, [])
            if any(
                self.is_before(node, write, class_name)
                and not self.misses(write, class_name, node, places)
                for node, places in reads
            )
            and not self.first.is_first(write, class_name, reads)
            and not self.covers.is_covered(write, class_name, reads)
        ]
        return sorted(found, key=lambda pair: (self.tree.order[id(pair[0])], pair[1]))

    def misses(self, write, class_name, event, places):
        """Whether a write leaves alone all that the reverse of an event reads."""
        loops = self.sweep.saving_loops(write)
        while loops and self.sweep.is_born_within(class_name, loops[0]):
            loops = loops[1:]
        shared = [
            n for n in self.sweep.saving_loops(write) if self.tree.inside(event, n)
        ]
        is_early = self.tree.order[id(write)] < self.tree.order[id(event)]
        order = Order(loops, shared, is_early)
        return all(
            self.elsewhere.is_elsewhere(place, places, order)
            for place in self.sweep.written_places(write, class_name)
        )

    def count_needs(self):
        return sum(map(len, self.needs.values())) + len(self.contents)

    def need(self, name, node, when="before"):
        """Record that the reverse of a statement reads a name."""
        if name not in self.plain.kinds:
            return
        defs = self.tree.defs.get(name, [])
        region = self.sweep.scope(self.tree.region_of(node))
        while region.owner is not None and defs:
            if self.again.holds_all(region.owner, name):
                break
            node, when = region.owner, "before"
            region = self.sweep.scope(self.tree.region_of(node))
        found = self.needs.setdefault(name, [])
        if not any(n.node is node and n.when == when for n in found):
            found.append(Need(node, when))

    def content(self, name, node, code=None):
        """Record that the reverse of a statement reads elements of an array.

        `code`, if given, is all that reads them; else it may be any element.
        """
        kind = self.plain.kinds.get(name)
        if not isinstance(kind, Array):
            return
        class_name = self.tree.classes.of(name)
        places = None
        if code is not None:
            places = self.elsewhere.places(class_name, code)
        event = (class_name, node, places)
        if not any(_same_event(event, other) for other in self.contents):
            self.contents.append(event)

    def expression_needs(self, nodes, statement):
        names, contents = self.reads.of(*nodes)
        for name in self.changing(names, contents):
            self.need(name, statement)
        for name in contents:
            self.content(name, statement, nodes)

    def changing(self, names, contents):
        """Names but those of arrays only asked for lengths that are always equal."""
        return [n for n in names if n in contents or not self.is_as_long(n)]

    def is_as_long(self, name):
        """Whether all arrays that a name gets are as long as its last one."""
        if not isinstance(self.plain.kinds[name], Array):
            return False
        regions = [self.tree.region_of(d) for d in self.tree.defs.get(name, [])]
        is_at_hand = all(self.sweep.scope(r) is self.tree.root for r in regions)
        extents = self.sweep.private.extents
        return bool(regions) and is_at_hand and extents.of_array(name) is not None

    def is_set(self, name, node):
        """Whether a name surely has a value when a statement is reached."""
        return self.tree.is_set_before(node, self.tree.root, self.tree.defs[name])

    def base_needs(self):
        self.sized = {}
        for node in self.tree.statements:
            if isinstance(node, (gast.If, gast.For, gast.While)):
                if self.sweep.has_lines(node):
                    self.header_need(node)
            elif self.lines.get(id(node)):
                self.line_needs(node)
        for loop in self.sweep.loops():
            for node in self.tree.statements:
                if id(node) in self.again.rerun[id(loop)]:
                    self.rerun_needs(node, loop)
        for name, places in self.births.bar_places().items():
            for region, index in places:
                self.bar_needs(name, region, index)
        self.rebound_needs()

    def rebound_needs(self):
        """An adjoint that is bound beside its array is needed where it is mentioned."""
        for name, nodes in self.births.bound_beside().items():
            for node in nodes:
                self.need(name, node)
        for node in self.tree.statements:
            if self.lines.get(id(node)):
                for name in filter(self.births.is_rebound, defined(node, self.plain)):
                    self.need(name, node, "after")

    def line_needs(self, node):
        lines = self.lines[id(node)]
        names, contents = self.reads.of(*lines)
        own = set(defined(node, self.plain)) if isinstance(node, gast.Assign) else set()
        own -= names_in(node.value) if own else set()
        own -= self.births.owned
        for name in self.changing(names, contents):
            self.need(name, node, "after" if name in own else "before")
        for name in contents:
            if not is_swap(node):
                self.content(name, node, lines)

    def rerun_needs(self, node, loop):
        """What a statement that runs again reads from outside its loop."""
        names, contents = self.reads.of(*header_reads(node))
        counters = self.sweep.independent[id(loop)]
        for name in names | (set(defined(node, self.plain)) & set(counters)):
            defs = self.tree.defs.get(name, [])
            is_inside = any(self.tree.inside(d, loop) for d in defs)
            if not is_inside or name in counters:
                self.need(name, loop)
        for name in contents:
            defs = self.tree.defs.get(name, [])
            class_name = self.tree.classes.of(name)
            is_own = self.again.is_own(class_name, loop)
            if is_own or any(self.tree.inside(d, loop) for d in defs):
                continue
            is_left = self.is_left(class_name, node, loop)
            self.content(name, node if is_left else loop, header_reads(node))

    def is_left(self, class_name, node, loop):
        """Whether what a statement reads of an array was written in its own trip.

        No other trip has written there since, so it need not be put back.
        """
        reads = self.elsewhere.places(class_name, header_reads(node))
        around = [id(region) for region, _ in self.tree.chain(node)]
        first, last = self.tree.order[id(loop)], self.tree.order[id(node)]
        written = [
            (gast.dump(place), self.tree.order[id(write)])
            for write in self.tree.writes_between(class_name, first, last - 1)
            if id(self.tree.region_of(write)) in around
            for place in self.sweep.written_places(write, class_name)
        ]
        return reads is not None and all(
            any(self.elsewhere.is_same(i, i, loop) for i in index_items(read))
            and any(
                text == gast.dump(read) and self.is_settled(read, order, last)
                for text, order in written
            )
            for read in reads
        )

    def is_settled(self, place, first, last):
        """Whether an index means the same from one statement to another."""
        names = names_in(place.slice)
        return not any(self.tree.defs_between(n, first, last) for n in names)

    def bar_needs(self, name, region, index):
        """What the birth of an adjoint array reads."""
        if not isinstance(self.plain.kinds[name], Array):
            return
        node = region.statements[index]
        definition = self.tree.defs[name][0]
        if self.tree.view_base(name) is not None:
            slices = indices_of(definition.value)
            self.expression_needs(slices, node)
        elif (size := self.size(name, definition, region, index)) is not None:
            self.sized[name] = size
            self.expression_needs([size], node)
        elif not self.is_as_long(name) or not self.is_set(name, node):
            self.need(name, node, "after" if name in self.births.owned else "before")

    def size(self, name, definition, region, index):
        """A new array as long as one of which nothing but that is asked; or None.

        Else it would be kept for each trip only to be asked how long it is.
        """
        if name in self.needs or self.sweep.is_kept(self.tree.region_of(definition)):
            return None
        value, node = getattr(definition, "value", None), region.statements[index]
        if not isinstance(value, gast.Call) or len(self.tree.defs[name]) > 1:
            return None
        if spelling(value.func) in BIRTHS | LIKE_BIRTHS:
            names, contents = self.reads.of(value)
            if not contents and all(
                self.is_at_hand(n, node) and self.is_still(n, definition, node)
                for n in names
            ):
                return value
        if self.tree.region_of(definition) is not region:
            return None
        alike, own = Alike(region.statements[:index], self.plain.kinds), {name}
        own |= set(defined(node, self.plain))
        for other in sorted(self.tree.defs.keys() - own):
            if alike.are(name, other) and self.is_at_hand(other, node):
                return build.call("np.empty_like", build.name(other))
        return None

    def is_still(self, name, first, last):
        """Whether what a statement reads of a name is as long after a later one."""
        order = self.tree.order
        if isinstance(self.plain.kinds[name], Array):
            if self.sweep.private.extents.of_array(name) is not None:
                return True  # all arrays of the name are as long as each other
        return not any(
            order[id(first)] <= order[id(d)] <= order[id(last)]
            or self.tree.inside(d, last)
            for d in self.tree.defs.get(name, [])
        )

    def is_at_hand(self, name, node):
        """Whether a name must have its value where the sweep back reaches a statement.

        What each trip sets before it may be computed again later on the way back.
        """
        order = self.tree.order
        if not self.tree.loops_around_defs(name) or self.is_as_long(name):
            return True
        needs = self.needs.get(name, [])
        is_carried = all(order[id(d)] > order[id(node)] for d in self.tree.defs[name])
        is_late = any(order[id(need.node)] >= order[id(node)] for need in needs)
        return bool(needs) and (is_carried or is_late)

    def is_before(self, event, write, class_name):
        """Whether a write may destroy what the reverse of an event reads.

        In later trips of a loop as well, unless each has an array of its own.
        """
        if self.tree.order[id(write)] >= self.tree.order[id(event)]:
            return True
        return any(
            self.tree.inside(event, loop)
            for loop in self.sweep.saving_loops(write)
            if not self.sweep.is_born_within(class_name, loop)
        )


def _same_event(first, second):
    """Whether two records say that the same statement reads the same elements."""
    if first[0] != second[0] or first[1] is not second[1]:
        return False
    if first[2] is None or second[2] is None:
        return first[2] is second[2]
    return list(map(gast.dump, first[2])) == list(map(gast.dump, second[2]))
