"""One function as it is reversed: its adjoint lines, and the plan of what is kept."""

import gast

from s2sad.differentiate.countable import countable
from s2sad.differentiate.exchange import entered, one_by_one
from s2sad.differentiate.expand import contracted, expanded, expansions
from s2sad.differentiate.expose import expose
from s2sad.differentiate.lines import Lines
from s2sad.differentiate.moves import with_moves
from s2sad.differentiate.preaccumulate import preaccumulate
from s2sad.errors import RefusalError
from s2sad.facts import webs
from s2sad.facts.activity import Activity
from s2sad.facts.again import Again
from s2sad.facts.independent import independent_loops
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.owned import Anew, bound_anew, touched
from s2sad.facts.regions import Tree, defined, header_reads
from s2sad.facts.saved import Plan
from s2sad.facts.sweep import Sweep, is_whole
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in


class Reversal:
    """What both sweeps of one function are written from."""

    def __init__(self, plain, active, module, shape):
        self.active, self.module, self.shape = list(active), module, shape
        self.users = plain.users
        plain, self.origins = webs.apart(plain)
        plain = entered(plain)
        activity = Activity(plain, active)
        plain, inner = preaccumulate(plain, activity, module, not shape.owns)
        self.origins |= inner
        plain = one_by_one(plain)
        activity = Activity(plain, active)
        plain = expose(
            plain,
            activity,
            lambda rule, wanted: rule.adjoint_reads_result(wanted),
            _assigned_again(plain, activity),
        )
        self.plain, self.counts = countable(with_moves(plain))
        self.expanded = {}
        sweep, found = self.sweep()
        while found:
            given = self.plain, self.counts, found, self.expanded
            self.plain, self.counts = expanded(*given)
            self.expanded |= found
            sweep, found = self.sweep()
        self.plan = Plan(sweep, self.fresh)
        self.independent = sweep.independent
        self.bars = self.plan.births.bar_places()

    def write(self):
        """Write the adjoint lines of the function as it now is."""
        self.activity = Activity(self.plain, self.active)
        self.fresh = Fresh(names_in(self.plain.node) | set(self.plain.callees))
        self.tree = Tree(self.plain)
        self.anew = Anew(self.tree)
        self.kinds = self.plain.kinds
        self.seed_names = self.prepared_seeds()
        self.prepare_bars()
        self.write_lines()

    def sweep(self):
        """(the sweep back, {name: Expansion} of arrays that it needs rows of).

        A loop may fuse because an array is private to a loop around it. Where that loop
        saves, the array needs rows; without them its writes are seen as what they are.
        """
        self.write()
        refused, saved, shared = set(), set(), set()
        while True:
            loops = independent_loops(self.tree, self.activity, refused, saved, shared)
            given = self.activity, self.lines, self.copies, loops, self.counts
            sweep = Sweep(self.tree, self.anew, *given)
            again = Again(sweep)
            twice, dear = again.moved_twice(), again.dear()
            found = expansions(sweep, again.wanted_contents() - shared)
            unclear = {n for n, made in found.items() if not made or n in self.expanded}
            if not twice and not dear and not unclear:
                return sweep, found
            refused |= twice
            saved |= dear
            shared |= unclear

    def prepared_seeds(self):
        """The names of the seeds, which come before those of what is returned."""
        last = self.plain.node.body[-1] if self.plain.node.body else None
        if self.shape.unit or not isinstance(last, gast.Return):
            return []
        if not isinstance(last.value, gast.Tuple):
            return [self.fresh("result_bar")]
        return [self.fresh(f"result_{n}_bar") for n in range(len(last.value.elts))]

    def prepare_bars(self):
        for name in sorted(self.activity.active | set(self.active)):
            self.bar_name(name)

    def bar_name(self, name):
        names = self.activity.bar_names
        if name not in names:
            origin = self.origins.get(name)
            if origin is not None:
                names[name] = f"{name}_bar"
                self.origins[names[name]] = self.bar_name(origin)
            else:
                names[name] = self.fresh.suffixed(name, "_bar")
        return names[name]

    def write_lines(self):
        """The adjoint lines of every statement, before it is known where they stand."""
        self.lines, self.copies = {}, {}
        self.seeds, self.seed_flags = [], []
        self.array_seeds = set()
        given = self.plain, self.activity, self.module, self.fresh, self.bar_name
        writer = Lines(*given, self.anew)
        self.new_bars, self.writer = writer.new_bars, writer
        for node in self.tree.statements:
            try:
                if isinstance(node, gast.Return):
                    self.lines[id(node)] = self.return_lines(node)
                elif not build.has_blocks(node):
                    lines, copies = writer.of(node, self.clears(node))
                    lines = contracted(lines, self.contracted_bars())
                    self.lines[id(node)], self.copies[id(node)] = lines, copies
            except RefusalError as error:
                raise error.at(self.plain.source.place(node)) from None

    def bar_kind(self, name):
        """The kind of the adjoint of a name: arrays with rows have one without."""
        kind = self.kinds[name]
        if name not in self.expanded:
            return kind
        count = len(self.expanded[name].loops)
        return Array(kind.dtype, kind.rank - count, kind.ones[count:])

    def contracted_bars(self):
        """{adjoint: how many axes more its array has} for arrays with rows."""
        return {
            self.bar_name(name): len(expansion.loops)
            for name, expansion in self.expanded.items()
            if name in self.activity.active
        }

    def clears(self, node):
        """Whether a number's adjoint is accumulated again before this definition."""
        names = defined(node, self.plain)
        if len(names) != 1 or not self.writer.is_value(names[0]):
            return True
        (name,) = names
        defs = self.tree.defs[name]
        if name in self.plain.parameters:
            return True
        readers = self.readers(name)
        region = self.tree.common([*defs, *readers])
        own, _ = self.tree.place[id(node)]
        first = min(defs, key=lambda d: self.tree.order[id(d)])
        is_begun = own is region and node is first
        return not is_begun or not all(
            self.tree.is_set_before(n, region, defs) for n in readers if n is not first
        )

    def readers(self, name):
        """The statements that read a number, or an array and its elements."""
        parts = touched if name in self.anew.owned else header_reads
        return [
            n
            for n in self.tree.statements
            if any(name in names_in(p) for p in parts(n))
        ]

    def return_lines(self, node):
        """The seeds of the results flow into their adjoints."""
        values = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        lines = []
        for number, value in enumerate(values):
            active = isinstance(value, gast.Name) and value.id in self.activity.active
            active = active and number < self.seeded_results(len(values))
            self.seed_flags.append(active)
            if not active:
                continue
            bar = build.name(self.bar_name(value.id))
            if self.shape.unit:
                seed = build.constant(1.0)
            else:
                seed = build.name(self.seed_names[number])
                self.seeds.append(seed.id)
                self.writer.sums.register(seed.id, self.kinds[value.id])
                if is_array(self.kinds[value.id]):
                    self.array_seeds.add(seed.id)
            lines.append(build.augment(bar, "+", seed))
        return lines

    def seeded_results(self, count):
        """How many of the results take a seed."""
        if self.shape.unit:
            return 1
        return count if self.shape.primary is None else self.shape.primary

    def saves(self):
        for saves in [
            *self.plan.stores.before.values(),
            *self.plan.stores.after.values(),
        ]:
            yield from saves

    def saving(self, save):
        value = save.place
        is_part = isinstance(save.kind, Array) and not isinstance(value, gast.Name)
        if is_part or id(save) in self.copied_saves():
            value = value.value if is_whole(value) else value
            value = build.call(build.attribute(value, "copy"))
        if save.container == "name":
            return build.assign(save.store, value)
        if save.container == "list":
            return gast.Expr(build.call(f"{save.store}.append", value))
        return build.assign(
            build.subscript(build.name(save.store), *save.indices), value
        )

    def copied_saves(self):
        return {
            id(save) for saves in self.plan.stores.copied.values() for _, save in saves
        }

    def loaded(self, save):
        """The saved value, taken back."""
        if save.container == "name":
            return build.name(save.store)
        if save.container == "list":
            return build.call(f"{save.store}.pop")
        return build.subscript(build.name(save.store), *save.indices)

    def shadow_view(self, node):
        if isinstance(node, gast.Name):
            return build.name(self.bar_name(node.id))
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.shadow_view(node.value), node.slice, node.ctx)
        if isinstance(node, gast.Attribute):
            return gast.Attribute(self.shadow_view(node.value), node.attr, node.ctx)
        return gast.Call(
            node.func, [self.shadow_view(node.args[0]), *node.args[1:]], node.keywords
        )


def _assigned_again(plain, activity):
    """The names whose value a statement gives may be gone when its adjoint runs."""
    tree = Tree(plain)
    rebound = bound_anew(tree)
    given = set(plain.parameters)
    return {
        name
        for name in plain.kinds
        if len(tree.defs.get(name, [])) > 1
        or (name in given and name in tree.defs)
        or activity.classes.of(name) in rebound
        or _outlives_its_trip(tree, name)
    }


def _outlives_its_trip(tree, name):
    """Whether a number that a loop sets may be read after the trip that set it."""
    for definition in tree.defs.get(name, []):
        loops = tree.loops_around(definition)
        if not loops:
            continue
        (body,) = tree.bodies[id(loops[-1])]
        readers = [
            node
            for node in tree.statements
            if any(name in names_in(part) for part in header_reads(node))
        ]
        if not all(tree.is_set_before(n, body, [definition]) for n in readers):
            return True
    return False


def is_array(kind):
    return isinstance(kind, (Array, Stack))
