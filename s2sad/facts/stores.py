"""Where values are saved, and what is put back or computed where."""

from dataclasses import dataclass, field

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Scalar
from s2sad.syntax import build
from s2sad.syntax.build import number_of


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


class Stores:
    """The saves of one function, by the statements that they stand beside.

    `before` and `after` save, `restores` puts back what a statement overwrote,
    `undone` are the statements that undo a count instead, `begun` are names that get a
    value before a statement only to be saved in it;
    `produced` gives a name its value again, `copied` are arrays for calls that write.
    """

    def __init__(self, sweep, births, needs, kept, fresh):
        self.sweep, self.births, self.needs = sweep, births, needs
        self.kept, self.fresh = kept, fresh
        self.tree, self.plain, self.reads = sweep.tree, sweep.plain, sweep.reads
        self.place_saves()

    def place_saves(self):
        """The Save records of every statement, and what is materialised where."""
        self.before, self.after, self.restores, self.undone = {}, {}, {}, {}
        self.produced, self.copied, self.begun = {}, {}, {}
        for name, (region, defs, given) in self.kept.mirrored.items():
            self.save_number(name, region, defs, given)
        for name, (region, index, pre, defs) in self.kept.saved_after.items():
            last = max(defs, key=lambda d: self.sweep.position(d, region))
            node = region.statements[self.sweep.position(last, region)]
            save = self.save(build.name(name), self.plain.kinds[name], node, name)
            self.after.setdefault(id(node), []).append(save)
            self.produce(region, index, pre, name, save)
            if self.births.is_rebound(name):
                beside = self.save_beside(name, node)
                self.after[id(node)].append(beside)
                self.produce(region, index, pre, self.births.bar_name(name), beside)
        for name, (region, index, pre) in self.kept.recomputed.items():
            self.produce(region, index, pre, name, None)
        for name, region in self.births.begun.items():
            self.begin(name, region, self.tree.defs[name])
        self.save_arrays()

    def produce(self, region, index, pre, name, save):
        key = (id(region), index, pre)
        self.produced.setdefault(key, []).append((name, save))

    def save_number(self, name, region, defs, given):
        kind = self.plain.kinds[name]
        overwriting = self.kept.overwriting(name, region, defs, given)
        saved = []
        for node in overwriting:
            undone = self.known_before(name, node) or self.counted_back(name, node)
            if undone is not None:
                self.undone.setdefault(id(node), []).append(undone)
            else:
                saved.append(node)
        if not given:
            self.begin_saved(name, defs, saved)
        for node in saved:
            saves = [self.save(build.name(name), kind, node, name)]
            if self.births.is_rebound(name):
                saves.append(self.save_beside(name, node))
            self.before.setdefault(id(node), []).extend(saves)
            self.restores.setdefault(id(node), []).extend(saves)
        if not self.sweep.is_kept(region):
            last = max(self.sweep.position(d, region) for d in defs)
            node = region.statements[last]
            save = self.save(build.name(name), kind, node, f"{name}_last")
            self.after.setdefault(id(node), []).append(save)
            self.produce(region, len(region.statements) - 1, True, name, save)
            if self.births.is_rebound(name):
                beside = self.save_beside(name, node)
                self.after[id(node)].append(beside)
                place = len(region.statements) - 1
                self.produce(region, place, True, self.births.bar_name(name), beside)

    def known_before(self, name, node):
        """`k = d`, where that gave a name its value before a statement; else None."""
        region, index = self.tree.place[id(node)]
        for earlier in reversed(region.statements[:index]):
            if not any(self.tree.inside(d, earlier) for d in self.tree.defs[name]):
                continue
            is_plain = isinstance(earlier, gast.Assign) and isinstance(
                earlier.targets[0], gast.Name
            )
            return earlier if is_plain and self.is_step(earlier.value) else None
        return None

    def counted_back(self, name, node):
        """`k -= 1` for a statement that is `k += 1`, of an integer; else None."""
        kind = self.plain.kinds[name]
        if not isinstance(kind, Scalar) or kind.dtype != "int":
            return None
        if not isinstance(node, gast.AugAssign) or not self.is_step(node.value):
            return None
        opposite = {gast.Add: gast.Sub(), gast.Sub: gast.Add()}.get(type(node.op))
        return opposite and gast.AugAssign(node.target, opposite, node.value)

    def is_step(self, node):
        """Whether a number is the same wherever it is asked for."""
        if number_of(node) is not None:
            return True
        constant = self.sweep.private.extents.is_constant
        return isinstance(node, gast.Name) and constant(node.id)

    def begin_saved(self, name, defs, overwriting):
        """What may have no value where it is saved begins as zero or empty."""
        root = self.tree.root
        if all(self.tree.is_set_before(node, root, defs) for node in overwriting):
            return
        region = self.tree.common([*defs, *overwriting])
        while not self.sweep.is_kept(region):
            region = region.parent
        self.begin(name, region, defs)

    def begin(self, name, region, defs):
        """Give a name a value before the first statement of a region that binds it."""
        first = min(self.sweep.position(d, region) for d in defs)
        begun = self.begun.setdefault(id(region.statements[first]), {})
        begun[name] = kind = self.plain.kinds[name]
        if self.births.is_rebound(name):
            begun[self.births.bar_name(name)] = kind

    def save_beside(self, name, node):
        """A Save of the adjoint that is bound beside an array."""
        bar = self.births.bar_name(name)
        return self.save(build.name(bar), self.plain.kinds[name], node, bar)

    def save_arrays(self):
        for write, class_name in self.needs.destroying_writes():
            self.save_write(write, class_name)
        for node in self.tree.statements:
            for array, name in self.sweep.copies.get(id(node), []):
                self.save_copy(node, array, name)

    def save_write(self, node, class_name):
        for place in self.sweep.written_places(node, class_name):
            if any(
                gast.dump(s.place) == gast.dump(place)
                for s in self.restores.get(id(node), [])
            ):
                continue
            base = base_name(place)
            kind = self.sweep.place_kind(place)
            save = self.save(place, kind, node, base)
            self.before.setdefault(id(node), []).append(save)
            self.restores.setdefault(id(node), []).append(save)

    def save_copy(self, node, array, name):
        """A copy of an array for the adjoint of a call that writes it."""
        kind = self.sweep.place_kind(array)
        save = self.save(array, kind, node, base_name(array))
        self.before.setdefault(id(node), []).append(save)
        self.copied.setdefault(id(node), []).append((name, save))

    def save(self, place, kind, node, word):
        loops = self.sweep.saving_loops(node)
        store = self.fresh(f"{word}_saved")
        sizes, indices = [], []
        if not loops:
            container = "name"
        else:
            found = [self.sweep.trips.counted(loop, loops[0]) for loop in loops]
            known = [f for f in found if f is not None]
            fits = isinstance(kind, Scalar) and len(known) == len(found)
            container = "array" if fits else "list"
            if fits:
                sizes = [size for size, _ in known]
                indices = [index for _, index in known]
        return Save(place, store, loops, kind, container, sizes, indices)
