"""The sweep back: what was overwritten put back, adjoints born, lines reversed."""

import gast

from s2sad.differentiate.ranges import reversed_bounds
from s2sad.differentiate.zeros import zeros_for
from s2sad.facts.kinds import Scalar, Stack
from s2sad.facts.numbers import zero
from s2sad.facts.regions import defined
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, reads
from s2sad.syntax.walk import walk


class Back:
    """Writes the sweep back of one function; independent loops run forward in it."""

    def __init__(self, reversal, onward):
        self.reversal, self.onward = reversal, onward
        self.plan, self.tree, self.plain = reversal.plan, reversal.tree, reversal.plain
        self.kinds, self.lines, self.active = (
            reversal.kinds,
            reversal.lines,
            reversal.active,
        )
        self.bar_name = reversal.bar_name

    def kept_new_bar(self, node):
        """The adjoint of a newly bound array, before the old binding comes back."""
        return (
            [
                build.assign(
                    self.reversal.new_bars[name], build.name(self.bar_name(name))
                )
                for name in defined(node, self.plain)
                if name in self.reversal.new_bars
                and not isinstance(node.value, gast.Tuple)
                and any(
                    self.reversal.new_bars[name] in names_in(line)
                    for line in self.lines[id(node)]
                )
            ]
            if isinstance(node, gast.Assign)
            else []
        )

    def backward(self, region, first=()):
        """The sweep back over a region, after what runs forward first in it."""
        first_steps, last_steps = self.stepped(region)
        out = [*first_steps, *first]
        for index in range(len(region.statements) - 1, -1, -1):
            node = region.statements[index]
            out.extend(self.produced(region, index, True))
            out.extend(self.kept_new_bar(node))
            # what begins in the place of an array is as long as that is after it
            owned = self.reversal.anew.owned
            out.extend(self.bar_births(region, index, owned))
            others = self.reversal.bars.keys() - owned
            restored, births = (
                self.restored(node),
                self.bar_births(region, index, others),
            )
            lines = self.with_counters(node)
            before, after = self.around(node, restored, lines)
            out.extend(before)
            out.extend(self.produced(region, index, False))
            out.extend([*births, *lines, *after])
        return [*out, *last_steps]

    def stepped(self, region):
        """The steps of counters in a region, those before and those after their use."""
        owner = self.plan.sweep.scope(region).owner
        steps = self.plan.again.steps(owner) if owner is not None else set()
        steps &= self.plan.again.rerun[id(owner)] if owner is not None else set()
        before, after = [], []
        for index, node in enumerate(region.statements):
            if id(node) not in steps:
                continue
            (name,) = defined(node, self.plain)
            earlier = region.statements[:index]
            used = any(name in names_in(n) and id(n) not in steps for n in earlier)
            (after if used else before).append(node)
        return before, after

    def around(self, node, restored, lines):
        """(what is put back before the adjoint of a statement, and what after it).

        A loop back ends with its variable at the first trip, not at what it was before.
        """
        changed = bound(*lines) if id(node) in self.tree.bodies else set()
        own = node.target.id if isinstance(node, gast.For) else None
        before, after = [], []
        for line in restored:
            (name,) = bound(line) or [None]
            if name == own and name in changed and own not in reads(node.iter):
                after.append(line)
                continue
            before.append(line)
            if name in changed:
                kept = self.reversal.fresh(f"{name}_before")
                before.append(build.assign(kept, build.name(name)))
                after.append(build.assign(name, build.name(kept)))
        return before, after

    def with_counters(self, node):
        """A statement's adjoint, after which counters are where they were before it."""
        lines = self.reversed(node)
        around = self.plan.sweep.scope(self.tree.region_of(node)).owner
        outer = self.reversal.independent.get(id(around), ())
        start, end = [], []
        for name in self.reversal.independent.get(id(node), ()):
            if name not in outer and len(self.plan.needs.needs.get(name, ())) > 1:
                kept = self.reversal.fresh(f"{name}_start")
                start.append(build.assign(kept, build.name(name)))
                end.append(build.assign(name, build.name(kept)))
        return [*start, *lines, *end] if lines else lines

    def produced(self, region, index, pre):
        """Values that the sweep back needs from here on: saved ones, computed ones."""
        found = self.plan.stores.produced.get((id(region), index, pre), [])
        out, by_statement = [], {}
        for name, save in found:
            if save is not None:
                out.append(build.assign(name, self.reversal.loaded(save)))
                continue
            (definition, *_) = self.tree.defs[name]
            position = self.plan.sweep.position(definition, region)
            by_statement.setdefault(position, set()).add(name)
        for position in sorted(by_statement):
            node = region.statements[position]
            out.append(self.plan.kept.slice(node, by_statement[position]))
            if any(map(self.plan.births.is_rebound, by_statement[position])):
                out.extend(self.onward.bound_beside(node))
        return out

    def restored(self, node):
        """What a statement overwrote is put back."""
        out = list(self.plan.stores.undone.get(id(node), []))
        copied = {
            gast.dump(save.place): name
            for name, save in self.plan.stores.copied.get(id(node), [])
        }
        for name, save in self.plan.stores.copied.get(id(node), []):
            out.append(build.assign(name, self.reversal.loaded(save)))
        for save in self.plan.stores.restores.get(id(node), []):
            place = save.place
            if isinstance(place, gast.Name):
                out.append(build.assign(place.id, self.reversal.loaded(save)))
                continue
            inner = place.value if isinstance(place, gast.Subscript) else place
            same = copied.get(gast.dump(inner)) or copied.get(gast.dump(place))
            value = build.name(same) if same else self.reversal.loaded(save)
            out.append(build.assign(build.stored(place), value))
        return out

    def bar_births(self, region, index, wanted):
        """Adjoints of these begin at zero, those of views as views of adjoints."""
        out = []
        names = [
            name
            for name, places in self.reversal.bars.items()
            if name in wanted
            and name not in self.active
            and any(r is region and number == index for r, number in places)
        ]
        for name in sorted(names, key=self.plan.births.first_def):
            out.append(build.assign(self.bar_name(name), self.birth(name)))
        return out

    def birth(self, name):
        kind = self.kinds[name]
        if isinstance(kind, Scalar):
            return zero(kind)
        if isinstance(kind, Stack):
            size = build.call("len", build.name(name))
            zeros = gast.List([zero(kind.item)], gast.Load())
            return build.binary(zeros, "*", size)
        definition = self.tree.defs[name][0]
        if self.tree.view_base(name) is not None:
            return self.reversal.shadow_view(definition.value)
        if name in self.reversal.expanded:
            items = self.reversal.expanded[name].items
            shape = build.one_or_tuple(items)
            return build.call("np.zeros", shape)
        if name in self.plan.needs.sized:
            return zeros_for(self.plan.needs.sized[name], self.kinds)
        return build.call("np.zeros_like", build.name(name))

    def reversed(self, node):
        """The adjoint of one statement."""
        is_idle = not self.plan.sweep.has_lines(node) and not self.has_restores(node)
        if is_idle and not self.has_steps(node):
            return []
        if isinstance(node, gast.If):
            return self.reversed_branch(node)
        if isinstance(node, (gast.For, gast.While)):
            loop = gast.copy_location(self.reversed_loop(node), node)
            is_outer = not self.tree.loops_around(node)
            is_fused = is_outer and self.plan.again.is_rerun(node)
            return [build.comment("fused"), loop] if is_fused else [loop]
        return self.lines[id(node)]

    def has_steps(self, node):
        """Whether a branch or loop moves a counter of the loop around it on."""
        owner = self.plan.sweep.scope(self.tree.region_of(node)).owner
        if owner is None or id(node) not in self.tree.bodies:
            return False
        steps = self.plan.again.steps(owner) & self.plan.again.rerun[id(owner)]
        return any(id(child) in steps for child in walk(node))

    def has_restores(self, node):
        return any(
            id(child) in self.plan.stores.restores
            or id(child) in self.plan.stores.undone
            for child in walk(node)
            if isinstance(child, gast.stmt)
        )

    def reversed_branch(self, node):
        body, orelse = (self.backward(b) for b in self.tree.bodies[id(node)])
        if not body and not orelse:
            return []
        if not body:
            return [build.conditional(build.opposite(node.test), orelse)]
        return [gast.copy_location(gast.If(node.test, body, orelse), node)]

    def reversed_loop(self, node):
        (region,) = self.tree.bodies[id(node)]
        if id(node) in self.reversal.independent:
            body = self.backward(region, self.onward.forward(region, region))
            return build.with_body(node, body)
        body = self.backward(region)
        count = self.reversal.counts.get(id(node))
        if isinstance(node, gast.While):
            counter = self.reversal.fresh("trip")
            return build.counted(counter, [build.name(count)], body)
        bounds = reversed_bounds(node.iter.args, count and build.name(count))
        return build.counted(node.target.id, bounds, body)
