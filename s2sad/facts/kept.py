"""Which values stay in their names, are computed again, or are saved.

To be recorded is what is overwritten before the sweep back reads it (Griewank and
Walther, Evaluating Derivatives, section 6.2).
"""

import gast

from s2sad.facts.births import indices_of
from s2sad.facts.dear import dearly_recomputed
from s2sad.facts.effects import base_name, reached, shared_name
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import defined, header_reads, is_swap
from s2sad.facts.written import written_parameters
from s2sad.syntax.walk import walk


class Kept:
    """Decides for each name that the sweep back reads.

    `recomputed` and `saved_after` are put in place once a region, `mirrored` at each
    definition that overwrites; `forced` are names that cannot be computed again.
    """

    def __init__(self, sweep, births, needs):
        self.sweep, self.births, self.needs = sweep, births, needs
        self.tree, self.plain, self.reads = sweep.tree, sweep.plain, sweep.reads
        self.forced = set()
        self.recomputed, self.saved_after, self.mirrored = {}, {}, {}
        self.settle()

    def settle(self):
        """Decide again until no computing-again turns out to be impossible, or dear."""
        while True:
            count = len(self.forced)
            self.needs.needs, self.needs.contents = {}, []
            self.needs.base_needs()
            known = -1
            while known != self.needs.count_needs():
                known = self.needs.count_needs()
                self.recomputed, self.saved_after, self.mirrored = {}, {}, {}
                for name in self.by_definition():
                    self.decide(name)
                self.needs.restore_needs()
                for name, (region, defs, given) in self.mirrored.items():
                    for node in self.overwriting(name, region, defs, given):
                        self.needs.header_needs(node)
            if len(self.forced) == count:
                self.forced |= dearly_recomputed(self)
            if len(self.forced) == count:
                return

    def by_definition(self):
        """The defined names, those defined last first."""
        defs = self.tree.defs
        return sorted(defs, key=lambda name: -self.tree.order[id(defs[name][-1])])

    def decide(self, name):
        needs = self.needs.needs.get(name)
        if not needs:
            return
        defs = self.tree.defs[name]
        if self.is_loop_variable(defs, needs):
            return
        given = name in self.plain.parameters
        region = self.tree.common([*defs, *(n.node for n in needs)])
        region = self.tree.root if given else region
        if not given and self.leaves_last(name, defs, needs):
            return
        if not given and self.is_single(region, defs, needs):
            if self.sweep.is_kept(region):
                return
            index = max(self.sweep.position(n.node, region) for n in needs)
            self.materialise(name, region, index, defs, needs)
            return
        is_fresh = all(
            self.changes_back(d) or self.is_entry(d, region, defs) for d in defs
        )
        is_own = self.sweep.is_kept(region) or self.is_set_first(region, defs, needs)
        if is_fresh and is_own and not given:
            return
        while not is_own and not self.sweep.is_kept(region):
            region = region.parent
        self.mirrored[name] = (region, defs, given)

    def is_set_first(self, region, defs, needs):
        """Whether a definition of the same trip surely runs before each need."""
        return all(
            (need.when == "after" and any(need.node is d for d in defs))
            or self.tree.is_set_before(need.node, region, defs)
            for need in needs
        )

    def leaves_last(self, name, defs, needs):
        """Whether a loop leaves its last value to what follows; inside it is decided.

        What follows a loop is walked back before the loop, with the value in its name.
        """
        (loop, *_) = [*self.sweep.saving_loops(defs[0]), None]
        if loop in [None, *defs] or not all(self.tree.inside(d, loop) for d in defs):
            return False
        inside, after = [], []
        for need in needs:
            is_inside = self.tree.inside(need.node, loop) and need.node is not loop
            is_early = self.tree.order[id(need.node)] < self.tree.order[id(loop)]
            if is_early or (need.node is loop and need.when != "after"):
                return False
            (inside if is_inside else after).append(need)
        if not inside or not after:
            return False
        inner = self.tree.common([*defs, *(n.node for n in inside)])
        if self.sweep.is_kept(inner) or not self.is_single(inner, defs, inside):
            return False
        index = max(self.sweep.position(n.node, inner) for n in inside)
        self.materialise(name, inner, index, defs, inside)
        return True

    def is_loop_variable(self, defs, needs):
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
        if not self.is_assigned(region, defs) and not self.sweep.is_kept(region):
            return False
        return self.sees_last(region, defs, needs)

    def is_assigned(self, region, defs):
        """Whether every run of a region assigns the name."""
        return any(self.tree.assigns(node, defs) for node in region.statements)

    def sees_last(self, region, defs, needs):
        positions = [self.sweep.position(d, region) for d in defs]
        last = max(positions)
        here = [d for d in defs if self.sweep.position(d, region) == last]
        inner = []
        for need in needs:
            position = self.sweep.position(need.node, region)
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
            branch = self.sweep.branch_holding(statement, need.node)
            own = [d for d in here if self.sweep.holds(branch, d)]
            if not own or not self.sees_last(branch, own, [need]):
                return False
        return True

    def materialise(self, name, region, index, defs, needs):
        """In a loop that saves: compute a value again on the way back, or save it."""
        # An adjoint bound beside its array is read before the old binding comes back.
        early = ("pre", "after") if self.births.is_rebound(name) else ("pre",)
        pre = any(
            self.sweep.position(n.node, region) == index and n.when in early
            for n in needs
        )
        (definition, *_) = defs
        if self.births.is_rebound(name) and self.tree.view_base(name) is None:
            self.forced.add(name)
        if name not in self.forced and self.recomputes(name, region, index, defs, pre):
            self.recomputed[name] = (region, index, pre)
            return
        self.forced.add(name)
        self.saved_after[name] = (region, index, pre, defs)

    def recomputes(self, name, region, index, defs, pre):
        """Whether a value can be computed again at a place; its needs are recorded."""
        positions = {self.sweep.position(d, region) for d in defs}
        if len(positions) != 1:
            return False
        (position,) = positions
        definition, target = region.statements[position], region.statements[index]
        code = self.slice(definition, {name})
        if code is None or self.is_dear(code):
            return False
        kinds = self.plain.kinds
        if any(isinstance(kinds[n], Stack) for n in self.reads.of(code)[1]):
            return False  # nothing brings a list back to what it was
        is_array = isinstance(kinds[name], Array)
        if is_array and self.is_changed_array(name, defs):
            return False
        made = {n for s in _flat(code) for n in defined(s, self.plain)}
        if any(len(self.tree.defs[n]) > 1 for n in made - {name}):
            return False
        names, contents = self.read_again(name, code, made)
        span = self.tree.order[id(definition)], self.last_before(target, pre)
        if self.changes(names, contents, span, region):
            return False
        for other in names:
            self.needs.need(other, target, "pre" if pre else "before")
        for array in contents:
            self.needs.content(array, definition, [code])
        return True

    def read_again(self, name, code, made):
        """(names, arrays whose contents) code reads when it runs again."""
        names, contents = self.reads.of(code)
        if self.sweep.is_view(name, code):
            contents = self.reads.of(*indices_of(code.value))[1]
        unset, _ = self.unset_reads([code], frozenset())
        return names - (made - unset), contents

    def unset_reads(self, statements, known):
        """(names read before these statements set them, names that they surely set)."""
        found, known = set(), set(known)
        for node in statements:
            found |= self.reads.of(*header_reads(node))[0] - known
            if isinstance(node, gast.AugAssign):
                found |= {base_name(node.target)} - known
            if isinstance(node, gast.If):
                (first, mine), (second, theirs) = (
                    self.unset_reads(body, known) for body in (node.body, node.orelse)
                )
                found, known = found | first | second, mine & theirs
            known |= set(defined(node, self.plain))
        return found, known

    def last_before(self, target, pre):
        """The order of the last statement that runs before a place on the way back."""
        if not pre and id(target) not in self.tree.bodies:
            return self.tree.order[id(target)] - 1
        return self.tree.last_order(target)

    def changes(self, names, contents, span, region):
        """Whether what is read has other values after a span of statements."""
        changed = any(
            self.tree.defs_between(other, *span)
            and not self.sweep.is_around(other, region)
            for other in names
        )
        classes = {self.tree.classes.of(array) for array in contents}
        return changed or any(self.tree.writes_between(c, *span) for c in classes)

    def is_changed_array(self, name, defs):
        """Whether an array that was born here is written later."""
        if shared_name(defs[0].value, self.plain.kinds) is not None:
            return False
        return bool(self.tree.writes.get(self.tree.classes.of(name)))

    def is_dear(self, code):
        """Whether running code again costs a loop."""
        for node in walk(code):
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
                isinstance(n, gast.Attribute) and n.attr == "pop" for n in walk(node)
            )
            return None if has_pop or is_swap(node) or not names else node
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            return node
        return None

    def overwriting(self, name, region, defs, given):
        """The statements that overwrite a value of a mirrored name that is needed."""
        found = []
        for node in defs:
            if self.is_entry(node, region, defs) and not given:
                continue
            if self.changes_back(node):
                continue
            node = self.lifted(node, region)
            if all(node is not other for other in found) and self.destroys(node, name):
                found.append(node)
        return self.before_branches(found, name)

    def changes_back(self, node):
        """Whether arrays change places, and back where they have adjoints that do."""
        return is_swap(node) and bool(self.sweep.lines.get(id(node)))

    def before_branches(self, found, name):
        """What both branches of an if overwrite is saved once, before the if."""
        for node in found:
            owner = self.tree.region_of(node).owner
            if not isinstance(owner, gast.If) or self.is_needed_inside(name, owner):
                continue
            inside = [n for n in found if self.tree.inside(n, owner)]
            regions = {id(self.tree.region_of(n)) for n in inside}
            if regions == {id(b) for b in self.tree.bodies[id(owner)]}:
                kept = [n for n in found if all(n is not other for other in inside)]
                return self.before_branches([*kept, owner], name)
        return found

    def is_needed_inside(self, name, compound):
        return any(
            self.tree.inside(need.node, compound)
            and (need.node is not compound or need.when == "after")
            for need in self.needs.needs[name]
        )

    def lifted(self, node, region):
        """A definition as its scope sees it: an independent loop counts as one."""
        while self.sweep.scope(self.tree.region_of(node)) is not self.sweep.scope(
            region
        ):
            node = self.sweep.scope(self.tree.region_of(node)).owner
        return node

    def destroys(self, node, name):
        """Whether a definition overwrites a value of the name that is needed."""
        order = self.tree.order
        for need in self.needs.needs[name]:
            first = order[id(need.node)]
            last = order[id(node)]
            if last > first or (last == first and need.when != "after"):
                return True
            if any(
                self.tree.inside(need.node, loop)
                for loop in self.sweep.saving_loops(node)
            ):
                return True
        return False

    def is_entry(self, node, region, defs):
        """Whether a definition is the first that a name gets in a region."""
        loops = [
            loop
            for loop in self.tree.loops_around(node)
            if self.sweep.holds(region, loop)
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


def has_loop(plain):
    """Whether a function loops or calls itself, itself or in what it calls."""
    functions = reached(plain)
    loops = (gast.For, gast.While)
    if any(isinstance(n, loops) for f in functions for n in walk(f.node)):
        return True
    return any(
        other.name == function.name
        for function in functions
        for callee in function.callees.values()
        for other in reached(callee)
    )


def _flat(node):
    """A statement and all statements inside it."""
    return [n for n in walk(node) if isinstance(n, gast.stmt)]
