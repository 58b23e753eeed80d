"""What the reverse sweep must still know, and how it knows it.

Each value that an adjoint line reads is kept in its name, computed again, or saved:
numbers that change are saved before they are overwritten and put back as the sweep
walks back (to be recorded, Griewank and Walther, section 6.2), so that arrays and
carried numbers always hold what they held when the statement ran.
"""

from dataclasses import dataclass, field

import gast

from s2sad.facts.effects import base_name, shared_name, written_parameters
from s2sad.facts.elsewhere import Elsewhere
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.regions import Reads, defined, header_reads
from s2sad.syntax import build
from s2sad.syntax.build import number_of, plus_one
from s2sad.syntax.names import names_in


@dataclass
class Save:
    """One value to keep: what, where it is put, and the loops it is put by."""

    place: gast.AST
    store: str
    loops: list
    kind: object
    container: str
    sizes: list = field(default_factory=list)
    indices: list = field(default_factory=list)


@dataclass
class Need:
    """A statement whose reverse reads a name: before it, or after it ran."""

    node: gast.AST
    when: str


class Plan:
    """Decides, for one function, what is kept, computed again, and saved."""

    def __init__(self, tree, activity, lines, copies, independent, counts, fresh):
        self.tree, self.activity, self.lines = tree, activity, lines
        self.copies, self.independent, self.counts = copies, independent, counts
        self.plain, self.fresh = tree.plain, fresh
        self.reads = Reads(self.plain.kinds)
        self.elsewhere = Elsewhere(tree)
        self.forced = set()
        self.rebound = rebound_classes(self.tree)
        self.beside = set()
        self.rerun = {id(loop): self.rerun_slice(loop) for loop in self.loops()}
        self.settle()
        self.place_saves()

    def loops(self):
        return [n for n in self.tree.statements if id(n) in self.independent]

    # scopes

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

    # needs

    def settle(self):
        """Decide again until no computing-again turns out to be impossible."""
        while True:
            count = len(self.forced)
            self.needs, self.contents = {}, []
            self.base_needs()
            known = -1
            while known != self.count_needs():
                known = self.count_needs()
                self.recomputed, self.saved_after, self.mirrored = {}, {}, {}
                for name in self.by_definition():
                    self.decide(name)
                self.restore_needs()
            if len(self.forced) == count:
                return

    def restore_needs(self):
        """What putting back an element reads: the array's name and the indices."""
        for write, class_name in self.destroying_writes():
            for place in self.written_places(write, class_name):
                for name in self.reads.of(place)[0]:
                    self.need(name, write, "pre")

    def destroying_writes(self):
        """[(write, class)]: the writes whose old values the way back reads."""
        events = {}
        for class_name, node, places in self.contents:
            events.setdefault(class_name, []).append((node, places))
        return [
            (write, class_name)
            for class_name, reads in events.items()
            for write in self.tree.writes.get(class_name, [])
            if any(
                self.is_before(node, write)
                and not self.misses(write, class_name, node, places)
                for node, places in reads
            )
        ]

    def misses(self, write, class_name, event, places):
        """Whether a write leaves alone all that the reverse of an event reads."""
        loops = self.saving_loops(write)
        while loops and self.is_born_within(class_name, loops[0]):
            loops = loops[1:]
        if loops and not self.tree.inside(event, loops[0]):
            named = [p for p in places or [] if not _is_number(p)]
            if named:
                return False
        shared = [n for n in self.saving_loops(write) if self.tree.inside(event, n)]
        is_first = (
            bool(loops)
            and shared[-1:] == loops[:1]
            and self.tree.order[id(write)] < self.tree.order[id(event)]
        )
        return all(
            self.elsewhere.is_elsewhere(place, places, loops, is_first)
            for place in self.written_places(write, class_name)
        )

    def count_needs(self):
        return sum(map(len, self.needs.values())) + len(self.contents)

    def by_definition(self):
        """The defined names, those defined last first."""
        defs = self.tree.defs
        return sorted(defs, key=lambda name: -self.tree.order[id(defs[name][-1])])

    def need(self, name, node, when="before"):
        """Record that the reverse of a statement reads a name."""
        if name not in self.plain.kinds:
            return
        defs = self.tree.defs.get(name, [])
        region = self.scope(self.tree.region_of(node))
        while region.owner is not None and defs:
            if all(self.tree.inside(d, region.owner) for d in defs):
                break
            node, when = region.owner, "before"
            region = self.scope(self.tree.region_of(node))
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

    def expression_needs(self, nodes, statement, when="before"):
        names, contents = self.reads.of(*nodes)
        for name in names:
            self.need(name, statement, when)
        for name in contents:
            self.content(name, statement, nodes)

    def base_needs(self):
        for node in self.tree.statements:
            if isinstance(node, gast.If):
                if self.has_lines(node):
                    self.expression_needs([node.test], node)
            elif isinstance(node, (gast.For, gast.While)):
                self.loop_needs(node)
            elif self.lines.get(id(node)):
                self.line_needs(node)
        for loop in self.loops():
            for node in self.tree.statements:
                if id(node) in self.rerun[id(loop)]:
                    self.rerun_needs(node, loop)
        for name, (region, index) in self.bar_places().items():
            self.bar_needs(name, region, index)
        self.rebound_needs()

    def is_rebound(self, name):
        """Whether adjoints of this array are bound in the forward sweep, beside it."""
        return (
            name in self.activity.active
            and _has_memory(self.plain.kinds.get(name))
            and self.tree.classes.of(name) in self.rebound
        )

    def rebound_needs(self):
        """An adjoint that is bound beside its array is needed where it is mentioned."""
        for name, nodes in self.mentions().items():
            if self.is_rebound(name):
                for node in nodes:
                    self.need(name, node)
        for node in self.tree.statements:
            if self.lines.get(id(node)):
                for name in filter(self.is_rebound, defined(node, self.plain)):
                    self.need(name, node, "after")

    def loop_needs(self, node):
        if not self.has_lines(node):
            return
        count = self.counts.get(id(node))
        if count is not None:
            self.need(count, node, "after")
        if isinstance(node, gast.For):
            self.expression_needs(node.iter.args, node)

    def line_needs(self, node):
        lines = self.lines[id(node)]
        names, contents = self.reads.of(*lines)
        own = set(defined(node, self.plain)) if isinstance(node, gast.Assign) else set()
        own -= names_in(node.value) if own else set()
        for name in names:
            self.need(name, node, "after" if name in own else "before")
        for name in contents:
            if not self.is_swap(node):
                self.content(name, node, lines)

    def is_swap(self, node):
        return isinstance(node, gast.Assign) and isinstance(node.value, gast.Tuple)

    # independent loops run again

    def rerun_slice(self, loop):
        """The ids of the statements of a loop that its reverse must run again."""
        inside = [
            n
            for n in self.tree.statements
            if n is not loop and self.tree.inside(n, loop)
        ]
        wanted, contents = set(), set()
        for node in inside:
            self.want(node, wanted, contents)
        kept = set()
        while True:
            before = (len(kept), len(wanted), len(contents))
            for node in reversed(inside):
                if id(node) in kept or self.is_wanted(node, loop, wanted, contents):
                    self.keep(node, loop, kept, wanted, contents)
            if before == (len(kept), len(wanted), len(contents)):
                return kept

    def want(self, node, wanted, contents):
        """What the reverse of a statement reads."""
        code = list(self.lines.get(id(node), []))
        if isinstance(node, (gast.If, gast.For)) and self.has_lines(node):
            code += header_reads(node)
        if isinstance(node, gast.While) and self.has_lines(node):
            wanted.add(self.counts[id(node)])
        names, inner = self.reads.of(*code)
        wanted |= names
        contents |= {self.tree.classes.of(name) for name in inner}

    def is_wanted(self, node, loop, wanted, contents):
        if isinstance(node, (gast.If, gast.While)):
            return False
        if isinstance(node, gast.For):
            return False
        if wanted & set(defined(node, self.plain)):
            return True
        return any(
            node in self.tree.writes.get(name, []) and self.is_born_within(name, loop)
            for name in contents
        )

    def is_born_within(self, class_name, owner):
        """Whether a class is private to a loop that runs again."""
        members = [
            n
            for n, k in self.plain.kinds.items()
            if isinstance(k, (Array, Stack)) and self.tree.classes.of(n) == class_name
        ]
        return all(
            self.tree.defs.get(n)
            and all(self.tree.inside(d, owner) for d in self.tree.defs[n])
            for n in members
        )

    def keep(self, node, loop, kept, wanted, contents):
        kept.add(id(node))
        names, inner = self.reads.of(*header_reads(node))
        wanted |= names
        contents |= {self.tree.classes.of(name) for name in inner}
        if isinstance(node, gast.AugAssign):
            wanted.add(base_name(node.target))
        owner = self.tree.region_of(node).owner
        if owner is not None and owner is not loop and id(owner) not in kept:
            self.keep(owner, loop, kept, wanted, contents)
        if isinstance(node, (gast.For, gast.While)):
            for child in node.body:
                if isinstance(child, gast.If) and _is_break(child):
                    self.keep(child, loop, kept, wanted, contents)

    def rerun_needs(self, node, loop):
        """What a statement that runs again reads from outside its loop."""
        names, contents = self.reads.of(*header_reads(node))
        for name in names:
            defs = self.tree.defs.get(name, [])
            if not any(self.tree.inside(d, loop) for d in defs):
                self.need(name, loop)
        for name in contents:
            defs = self.tree.defs.get(name, [])
            if not any(self.tree.inside(d, loop) for d in defs):
                self.content(name, loop)

    # adjoint names

    def bar_places(self):
        """{name: (region, index)}: where the adjoint of a name must first exist."""
        mentions = self.mentions()
        result = {}
        # The adjoints of parameters begin before the sweep back.
        found = (self.activity.active & self.tree.defs.keys()) - {
            *self.plain.parameters
        }
        for name in sorted(found, key=self.first_def, reverse=True):
            places = list(mentions.get(name, []))
            for other, (region, index) in result.items():
                if self.view_base(other) == name:
                    places.append(region.statements[index])
            if not places or self.is_rebound(name):
                continue
            nodes = [*self.tree.defs[name], *places]
            region = self.tree.common(nodes)
            index = max(self.tree.index_in(n, region) for n in places)
            if self.is_born_in_branch(name, region):
                self.beside.add(name)
                continue
            result[name] = (region, index)
        return result

    def is_born_in_branch(self, name, region):
        """Whether only a branch makes an array: its adjoint is made there beside it."""
        definition = self.tree.defs[name][0]
        own = self.tree.region_of(definition)
        is_array = isinstance(self.plain.kinds[name], Array)
        return (
            is_array
            and own is not region
            and self.is_kept(own)
            and self.view_base(name) is None
        )

    def first_def(self, name):
        defs = self.tree.defs.get(name)
        return (self.tree.order[id(defs[0])], name) if defs else (-1, name)

    def mentions(self):
        """{name: statements whose adjoint lines mention the adjoint of the name}."""
        names = {self.bars[name]: name for name in self.activity.active}
        found = {}
        for node in self.tree.statements:
            for line in self.lines.get(id(node), []):
                for word in names_in(line) & names.keys():
                    found.setdefault(names[word], []).append(node)
        return found

    @property
    def bars(self):
        return {name: self.bar_name(name) for name in self.activity.active}

    def bar_name(self, name):
        return self.activity.bar_names[name]

    def view_base(self, name):
        """The name whose adjoint the adjoint of a view is a part of, or None."""
        (definition, *others) = self.tree.defs[name]
        if others or not isinstance(self.plain.kinds[name], Array):
            return None
        if isinstance(definition, gast.Assign) and not isinstance(
            definition.targets[0], gast.Tuple
        ):
            return shared_name(definition.value, self.plain)
        return None

    def bar_needs(self, name, region, index):
        """What the birth of an adjoint array reads."""
        if not isinstance(self.plain.kinds[name], Array):
            return
        node = region.statements[index]
        definition = self.tree.defs[name][0]
        if self.view_base(name) is not None:
            slices = _indices_of(definition.value)
            self.expression_needs(slices, node)
        else:
            self.need(name, node)

    # decisions

    def decide(self, name):
        needs = self.needs.get(name)
        if not needs:
            return
        defs = self.tree.defs[name]
        if self.is_loop_variable(name, defs, needs):
            return
        given = name in self.plain.parameters
        region = self.tree.common([*defs, *(n.node for n in needs)])
        region = self.tree.root if given else region
        if not given and self.is_single(region, defs, needs):
            if self.is_kept(region):
                return
            index = max(self.position(n.node, region) for n in needs)
            self.materialise(name, region, index, defs, needs)
        elif not given and all(
            self.is_swap(d) or self.is_entry(d, region, defs) for d in defs
        ):
            return
        else:
            self.mirrored[name] = (region, defs, given)

    def position(self, node, region):
        return self.tree.index_in(node, region)

    def is_loop_variable(self, name, defs, needs):
        (definition, *others) = defs
        return (
            not others
            and isinstance(definition, gast.For)
            and all(
                self.tree.inside(n.node, definition) and n.node is not definition
                for n in needs
            )
        )

    def is_single(self, region, defs, needs):
        """Whether all needs see the value that a name has at the end of a region."""
        if not self.is_assigned(region, defs) and not self.is_kept(region):
            return False
        return self.sees_last(region, defs, needs)

    def is_assigned(self, region, defs):
        """Whether every run of a region assigns the name."""
        return any(_assigns(node, defs) for node in region.statements)

    def sees_last(self, region, defs, needs):
        positions = [self.position(d, region) for d in defs]
        last = max(positions)
        here = [d for d in defs if self.position(d, region) == last]
        inner = []
        for need in needs:
            position = self.position(need.node, region)
            if position < last:
                return False
            if position == last:
                inner.append(need)
        statement = region.statements[last]
        for need in inner:
            if need.node is statement:
                if need.when == "before":
                    return False
                continue
            if not isinstance(statement, gast.If):
                return False
            branch = self.branch_holding(statement, need.node)
            own = [d for d in here if self.holds(branch, d)]
            if not own or not self.sees_last(branch, own, [need]):
                return False
        return True

    def branch_holding(self, statement, node):
        return next(b for b in self.tree.bodies[id(statement)] if self.holds(b, node))

    def holds(self, region, node):
        return self.tree.index_in(node, region) is not None

    def materialise(self, name, region, index, defs, needs):
        """In a loop that saves: compute a value again on the way back, or save it."""
        # An adjoint bound beside its array is read before the old binding comes back.
        early = ("pre", "after") if self.is_rebound(name) else ("pre",)
        pre = any(
            self.position(n.node, region) == index and n.when in early for n in needs
        )
        (definition, *_) = defs
        if self.is_rebound(name) and self.view_base(name) is None:
            self.forced.add(name)
        if name not in self.forced and self.recomputes(name, region, index, defs, pre):
            self.recomputed[name] = (region, index, pre)
            return
        self.forced.add(name)
        self.saved_after[name] = (region, index, pre, defs)

    def recomputes(self, name, region, index, defs, pre):
        """Whether a value can be computed again at a place; its needs are recorded."""
        positions = {self.position(d, region) for d in defs}
        if len(positions) != 1:
            return False
        (position,) = positions
        code = self.slice(region.statements[position], {name})
        if code is None or self.is_dear(code):
            return False
        names, contents = self.reads.of(code)
        if self.is_view(name, code):
            contents = self.reads.of(*_indices_of(code.value))[1]
        made = {n for s in _flat(code) for n in defined(s, self.plain)}
        if any(len(self.tree.defs[n]) > 1 for n in made - {name}):
            return False
        if not isinstance(code, gast.Assign):
            names -= made
        first = self.tree.order[id(region.statements[position])]
        target = region.statements[index]
        last = self.tree.last_order(target)
        if not pre and id(target) not in self.tree.bodies:
            last = self.tree.order[id(target)] - 1
        if isinstance(self.plain.kinds[name], Array) and self.is_changed_array(
            name, defs
        ):
            return False
        for other in names:
            if self.tree.defs_between(other, first, last) and not self.is_around(
                other, region
            ):
                return False
        for array in contents:
            written = self.tree.writes_between(self.tree.classes.of(array), first, last)
            if written:
                return False
        when = "pre" if pre else "before"
        for other in names:
            self.need(other, target, when)
        for array in contents:
            self.content(array, region.statements[position])
        return True

    def is_view(self, name, code):
        """Whether code only gives a name to a part of an array."""
        is_array = isinstance(self.plain.kinds[name], Array)
        return (
            is_array
            and isinstance(code, gast.Assign)
            and shared_name(code.value, self.plain) is not None
        )

    def is_around(self, name, region):
        """Whether a name is the variable of a loop around a region."""
        while region is not None:
            if isinstance(region.owner, gast.For) and region.owner.target.id == name:
                return True
            region = region.parent
        return False

    def is_changed_array(self, name, defs):
        """Whether an array that was born here is written later."""
        if shared_name(defs[0].value, self.plain) is not None:
            return False
        return bool(self.tree.writes.get(self.tree.classes.of(name)))

    def is_dear(self, code):
        """Whether running code again costs a loop."""
        for node in gast.walk(code):
            if isinstance(node, gast.Call) and isinstance(node.func, gast.Name):
                callee = self.plain.callees.get(node.func.id)
                if callee is not None and (
                    has_loop(callee) or written_parameters(callee)
                ):
                    return True
        return False

    def slice(self, node, wanted):
        """The part of a statement that computes some names; None if it loops."""
        if isinstance(node, gast.If):
            wanted = set(wanted)
            branches = []
            for body in (node.body, node.orelse):
                kept, inner = [], set(wanted)
                for child in reversed(body):
                    produces = {n for s in _flat(child) for n in defined(s, self.plain)}
                    if produces & inner:
                        part = self.slice(child, inner)
                        if part is None:
                            return None
                        inner |= self.reads.of(part)[0]
                        kept.append(part)
                branches.append(kept[::-1])
            body, orelse = branches
            return gast.If(node.test, body or [gast.Pass()], orelse)
        if isinstance(node, gast.Assign):
            names = set(defined(node, self.plain))
            has_pop = any(
                isinstance(n, gast.Attribute) and n.attr == "pop"
                for n in gast.walk(node)
            )
            return None if has_pop or self.is_swap(node) or not names else node
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            return node
        return None

    # saves

    def place_saves(self):
        """The Save records of every statement, and what is materialised where."""
        self.before, self.after, self.restores = {}, {}, {}
        self.produced, self.copied = {}, {}
        for name, (region, defs, given) in self.mirrored.items():
            self.save_number(name, region, defs, given)
        for name, (region, index, pre, defs) in self.saved_after.items():
            last = max(defs, key=lambda d: self.position(d, region))
            node = region.statements[self.position(last, region)]
            save = self.save(build.name(name), self.plain.kinds[name], node, name)
            self.after.setdefault(id(node), []).append(save)
            self.produce(region, index, pre, name, save)
            if self.is_rebound(name):
                beside = self.save_beside(name, node)
                self.after[id(node)].append(beside)
                self.produce(region, index, pre, self.bar_name(name), beside)
        for name, (region, index, pre) in self.recomputed.items():
            self.produce(region, index, pre, name, None)
        self.save_arrays()

    def produce(self, region, index, pre, name, save):
        key = (id(region), index, pre)
        self.produced.setdefault(key, []).append((name, save))

    def save_number(self, name, region, defs, given):
        kind = self.plain.kinds[name]
        done = []
        for node in defs:
            if self.is_entry(node, region, defs) and not given:
                continue
            node = self.lifted(node, region)
            if any(node is other for other in done) or not self.destroys(node, name):
                continue
            saves = [self.save(build.name(name), kind, node, name)]
            if self.is_rebound(name):
                saves.append(self.save_beside(name, node))
            done.append(node)
            self.before.setdefault(id(node), []).extend(saves)
            self.restores.setdefault(id(node), []).extend(saves)
        if not self.is_kept(region):
            last = max(self.position(d, region) for d in defs)
            node = region.statements[last]
            save = self.save(build.name(name), kind, node, f"{name}_last")
            self.after.setdefault(id(node), []).append(save)
            self.produce(region, len(region.statements) - 1, True, name, save)
            if self.is_rebound(name):
                beside = self.save_beside(name, node)
                self.after[id(node)].append(beside)
                place = len(region.statements) - 1
                self.produce(region, place, True, self.bar_name(name), beside)

    def lifted(self, node, region):
        """A definition as its scope sees it: an independent loop counts as one."""
        while self.scope(self.tree.region_of(node)) is not self.scope(region):
            node = self.scope(self.tree.region_of(node)).owner
        return node

    def destroys(self, node, name):
        """Whether a definition overwrites a value of the name that is needed."""
        order = self.tree.order
        for need in self.needs[name]:
            first = order[id(need.node)]
            last = order[id(node)]
            if last > first or (last == first and need.when != "after"):
                return True
            if any(
                self.tree.inside(need.node, loop) for loop in self.saving_loops(node)
            ):
                return True
        return False

    def save_beside(self, name, node):
        """A Save of the adjoint that is bound beside an array."""
        bar = self.bar_name(name)
        return self.save(build.name(bar), self.plain.kinds[name], node, bar)

    def is_entry(self, node, region, defs):
        """Whether a definition is the first that a name gets in a region."""
        loops = [
            loop for loop in self.tree.loops_around(node) if self.holds(region, loop)
        ]
        order = self.tree.order
        return not loops and not any(
            order[id(other)] < order[id(node)] and not self.excludes(other, node)
            for other in defs
        )

    def excludes(self, first, second):
        """Whether two statements stand in the two branches of one if."""
        for (region, _), (other, _) in zip(
            self.tree.chain(first), self.tree.chain(second)
        ):
            if region is not other:
                return region.owner is other.owner
        return False

    def save_arrays(self):
        for write, class_name in self.destroying_writes():
            self.save_write(write, class_name)
        for node in self.tree.statements:
            for array, name in self.copies.get(id(node), []):
                self.save_copy(node, array, name)

    def is_before(self, event, write):
        """Whether a write may destroy what the reverse of an event reads."""
        if self.tree.order[id(write)] >= self.tree.order[id(event)]:
            return True
        return any(self.tree.inside(event, loop) for loop in self.saving_loops(write))

    def save_write(self, node, class_name):
        for place in self.written_places(node, class_name):
            if any(
                gast.dump(s.place) == gast.dump(place)
                for s in self.restores.get(id(node), [])
            ):
                continue
            base = base_name(place)
            kind = self.place_kind(place)
            save = self.save(place, kind, node, base)
            self.before.setdefault(id(node), []).append(save)
            self.restores.setdefault(id(node), []).append(save)

    def place_kind(self, place):
        from s2sad.facts.infer import kind_of

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

    def save_copy(self, node, array, name):
        """A copy of an array for the adjoint of a call that writes it."""
        kind = self.place_kind(array)
        save = self.save(array, kind, node, base_name(array))
        self.before.setdefault(id(node), []).append(save)
        self.copied.setdefault(id(node), []).append((name, save))

    def save(self, place, kind, node, word):
        loops = self.saving_loops(node)
        store = self.fresh(f"{word}_saved")
        sizes, indices = [], []
        if not loops:
            container = "name"
        else:
            found = [self.counted(loop, loops[0]) for loop in loops]
            known = [f for f in found if f is not None]
            fits = isinstance(kind, Scalar) and len(known) == len(found)
            container = "array" if fits else "list"
            if fits:
                sizes = [size for size, _ in known]
                indices = [index for _, index in known]
        return Save(place, store, loops, kind, container, sizes, indices)

    def counted(self, loop, outermost):
        """(size, index) of saved arrays for a loop; None if not known before it."""
        if not isinstance(loop, gast.For) or id(loop) in self.counts:
            return None
        bounds = loop.iter.args
        start = build.constant(0) if len(bounds) == 1 else bounds[0]
        stop = bounds[0] if len(bounds) == 1 else bounds[1]
        step = number_of(bounds[2]) if len(bounds) == 3 else 1
        index = build.name(loop.target.id)
        if step is None or any(
            not self.is_invariant(b, outermost) for b in bounds[1:2]
        ):
            return None
        if step > 0 and self.is_natural(start) and self.is_invariant(stop, outermost):
            return stop, index
        if step < 0 and self.is_invariant(start, outermost):
            last = number_of(stop)
            if last is not None and last >= -1:
                return plus_one(start), index
        return None

    def is_invariant(self, node, loop):
        """Whether an expression means the same before a loop as inside it."""
        names, contents = self.reads.of(node)
        first, last = self.tree.order[id(loop)], self.tree.last_order(loop)
        if any(self.tree.defs_between(name, first, last) for name in names):
            return False
        return not any(
            self.tree.writes_between(self.tree.classes.of(n), first, last)
            for n in contents
        )

    def is_natural(self, node):
        """Whether an integer expression is surely not negative."""
        number = number_of(node)
        if number is not None:
            return number >= 0
        if isinstance(node, gast.Name):
            loops = [
                n
                for n in self.tree.defs.get(node.id, [])
                if isinstance(n, gast.For) and len(n.iter.args) < 3
            ]
            defs = self.tree.defs.get(node.id, [])
            if not loops or len(loops) != len(defs):
                return False
            return all(
                len(n.iter.args) == 1 or self.is_natural(n.iter.args[0]) for n in loops
            )
        if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Mult)):
            return self.is_natural(node.left) and self.is_natural(node.right)
        return False


def _has_memory(kind):
    """Whether a value is an array or a list of them."""
    return isinstance(kind, Array) or (isinstance(kind, Stack) and kind.holds_arrays)


def rebound_classes(tree):
    """The classes of arrays with a name that is bound again to another array.

    What a list holds is bound again at each pop.
    """
    found = {
        tree.classes.of(name)
        for name, kind in tree.plain.kinds.items()
        if isinstance(kind, Stack) and kind.holds_arrays
    }
    for name, defs in tree.defs.items():
        if not isinstance(tree.plain.kinds.get(name), Array):
            continue
        swaps = [
            d
            for d in defs
            if isinstance(d, gast.Assign) and isinstance(d.value, gast.Tuple)
        ]
        count = len(defs) - len(swaps) + (name in tree.plain.parameters)
        if count > 1 or (swaps and not _is_plain_swap(tree, defs, swaps)):
            found.add(tree.classes.of(name))
    return found


def _is_plain_swap(tree, defs, swaps):
    """Whether what changes places was bound before any loop."""
    return all(not tree.loops_around(d) for d in defs if d not in swaps)


def has_loop(plain, seen=()):
    """Whether a function loops, itself or in what it calls."""
    if any(isinstance(n, (gast.For, gast.While)) for n in gast.walk(plain.node)):
        return True
    if plain.name in seen:
        return True
    return any(has_loop(c, (*seen, plain.name)) for c in plain.callees.values())


def whole(node):
    """All elements of an array or of a part of it."""
    if isinstance(node, gast.Subscript):
        return node
    return build.subscript(node, gast.Slice(None, None, None))


def _same_event(first, second):
    """Whether two records say that the same statement reads the same elements."""
    if first[0] != second[0] or first[1] is not second[1]:
        return False
    if first[2] is None or second[2] is None:
        return first[2] is second[2]
    return list(map(gast.dump, first[2])) == list(map(gast.dump, second[2]))


def _is_number(place):
    """Whether all indices of an element are literals."""
    return all(number_of(item) is not None for item in index_items(place))


def _assigns(node, defs):
    if any(node is d for d in defs):
        return True
    if isinstance(node, gast.If):
        return all(
            any(_assigns(child, defs) for child in branch) or _raises(branch)
            for branch in (node.body, node.orelse)
        )
    return False


def _raises(branch):
    return bool(branch) and isinstance(branch[-1], gast.Raise)


def _flat(node):
    """A statement and all statements inside it."""
    return [n for n in gast.walk(node) if isinstance(n, gast.stmt)]


def _is_break(node):
    return any(isinstance(child, gast.Break) for child in node.body)


def _indices_of(node):
    """The index expressions of a view."""
    found = []
    while isinstance(node, (gast.Subscript, gast.Attribute, gast.Call)):
        if isinstance(node, gast.Subscript):
            found.append(node.slice)
            node = node.value
        elif isinstance(node, gast.Attribute) or not node.args:
            node = node.func if isinstance(node, gast.Call) else node.value
        else:
            node = node.args[0]
    return found
