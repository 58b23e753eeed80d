"""Reverse mode: a forward sweep that keeps what is needed, and a sweep back.

s = x[0] * x[1]         becomes     x_bar[0] += x[1] * value_bar
return s                            x_bar[1] += x[0] * value_bar
"""

from dataclasses import dataclass

import gast

from s2sad.errors import RefusalError
from s2sad.facts import webs
from s2sad.facts.activity import Activity
from s2sad.facts.births import rebound_classes
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.independent import independent_loops
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.regions import Tree, defined
from s2sad.facts.saved import Plan
from s2sad.facts.sweep import Sweep
from s2sad.facts.text import Known
from s2sad.passes.countable import countable
from s2sad.passes.expose import expose
from s2sad.passes.fold import negated
from s2sad.passes.reverse_lines import Lines, is_pop
from s2sad.passes.tangent import zeros_for
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Fresh, names_in, renamed


@dataclass
class Adjoint:
    """A function that computes adjoints, and how it is called.

    It takes the primal's arguments, a seed for each result that is `seeded`, and a
    shadow for each array of `shadows`; it returns the value if asked, then the adjoints
    of `returned`.
    """

    node: gast.FunctionDef
    seeded: list
    shadows: list
    returned: list
    known: Known


@dataclass(frozen=True)
class Shape:
    """What an adjoint function takes and gives.

    `unit` seeds the first result with 1; `owns` makes it allocate the shadows and
    return them; `values` are the numbers of the results that are returned first;
    `primary`, if given, is how many results take a seed.
    """

    unit: bool = False
    owns: bool = False
    values: tuple = ()
    primary: int | None = None


def adjoint(plain, active, name, module, docstring, shape):
    """The adjoint of a function for its active parameters."""
    return _Adjoint(plain, active, module, shape).function(name, docstring)


class _Adjoint:
    def __init__(self, plain, active, module, shape):
        self.active, self.module, self.shape = list(active), module, shape
        self.users = names_in(plain.node) | set(plain.kinds)
        plain, self.printed = webs.apart(plain)
        activity = Activity(plain, active)
        plain = expose(
            plain,
            activity,
            lambda rule, wanted: rule.adjoint_reads_result(wanted),
            _assigned_again(plain, activity),
        )
        self.plain, self.counts = countable(plain)
        self.activity = Activity(self.plain, active)
        self.fresh = Fresh(names_in(self.plain.node) | set(self.plain.callees))
        self.tree = Tree(self.plain)
        self.kinds = self.plain.kinds
        self.prepare_bars()
        self.write_lines()
        self.independent = independent_loops(self.tree, self.activity)
        sweep = Sweep(
            self.tree,
            self.activity,
            self.lines,
            self.copies,
            self.independent,
            self.counts,
        )
        self.plan = Plan(sweep, self.fresh)
        self.bars = self.plan.births.bar_places()

    def prepare_bars(self):
        for name in sorted(self.activity.active | set(self.active)):
            self.bar_name(name)

    def bar_name(self, name, peek=False):
        names = self.activity.bar_names
        if name not in names:
            printed = self.printed.get(name)
            if printed is not None:
                names[name] = f"{name}_bar"
                self.printed[names[name]] = self.bar_name(printed)
            else:
                names[name] = self.fresh.suffixed(name, "_bar")
        return names[name]

    # lines

    def write_lines(self):
        """The adjoint lines of every statement, before it is known where they stand."""
        self.lines, self.copies, self.seeds = {}, {}, []
        self.array_seeds = set()
        rebound = rebound_classes(self.tree)
        writer = Lines(
            self.plain, self.activity, self.module, self.fresh, self.bar_name, rebound
        )
        self.new_bars, self.writer = writer.new_bars, writer
        for node in self.tree.statements:
            try:
                if isinstance(node, gast.Return):
                    self.lines[id(node)] = self.return_lines(node)
                elif not isinstance(node, (gast.If, gast.For, gast.While)):
                    lines, copies = writer.of(node, self.clears(node))
                    self.lines[id(node)], self.copies[id(node)] = lines, copies
            except RefusalError as error:
                raise error.at(self.plain.source.place(node)) from None

    def clears(self, node):
        """Whether a number's adjoint is accumulated again before this definition."""
        names = defined(node, self.plain)
        if len(names) != 1 or not isinstance(self.kinds.get(names[0]), Scalar):
            return True
        (name,) = names
        defs = self.tree.defs[name]
        if name in self.plain.parameters:
            return True
        region = self.tree.common([*defs, *self.readers(name)])
        own, _ = self.tree.place[id(node)]
        first = min(defs, key=lambda d: self.tree.order[id(d)])
        return not (own is region and node is first)

    def readers(self, name):
        from s2sad.facts.regions import header_reads

        return [
            n
            for n in self.tree.statements
            if any(name in names_in(part) for part in header_reads(n))
        ]

    def return_lines(self, node):
        """The seeds of the results flow into their adjoints."""
        values = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        lines, self.seed_flags = [], []
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
                word = f"result_{len(self.seed_flags) - 1}_bar"
                word = "result_bar" if len(values) == 1 else word
                seed = build.name(self.fresh(word))
                self.seeds.append(seed.id)
                if _is_array(self.kinds[value.id]):
                    self.array_seeds.add(seed.id)
            lines.append(build.augment(bar, "+", seed))
        return lines

    def begun_by_seeds(self, backward):
        """`y_bar = zeros; y_bar += result_bar` is a copy of the seed."""
        births = {
            node.targets[0].id: number
            for number, node in enumerate(backward)
            if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)
        }
        gone = set()
        for number, node in enumerate(backward):
            if not isinstance(node, gast.AugAssign) or not isinstance(
                node.value, gast.Name
            ):
                continue
            start = births.get(getattr(node.target, "id", None))
            if (
                node.value.id in self.array_seeds
                and start is not None
                and start < number
            ):
                copied = build.call(build.attribute(node.value, "copy"))
                backward[number] = build.assign(build.loaded(node.target), copied)
                gone.add(start)
        return [node for number, node in enumerate(backward) if number not in gone]

    def seeded_results(self, count):
        """How many of the results take a seed."""
        if self.shape.unit:
            return 1
        return count if self.shape.primary is None else self.shape.primary

    # the function

    def function(self, name, docstring):
        self.seed_flags = getattr(self, "seed_flags", [])
        forward = self.forward(self.tree.root, self.tree.root)
        returned = self.tree.root.statements[-1:] if self.has_result() else []
        if returned:
            forward = forward[:-1]
        backward = self.begun_by_seeds(self.backward(self.tree.root))
        shadows = [p for p in self.active if isinstance(self.kinds[p], Array)]
        numbers = [p for p in self.active if isinstance(self.kinds[p], Scalar)]
        births = self.parameter_births(shadows, numbers)
        if any(map(self.plan.births.is_rebound, shadows)):
            forward, births = [*births, *forward], []
        parameters = [*self.plain.parameters, *self.seeds]
        if self.shape.owns:
            given = list(self.active)
        else:
            parameters += [self.bar_name(p) for p in shadows]
            given = numbers
        kept, values = self.kept_values(returned, backward)
        forward += kept
        results = values + [build.name(self.bar_name(p)) for p in given]
        body = [
            build.comment("forward"),
            *forward,
            build.comment("reverse"),
            *births,
            *backward,
        ]
        if results:
            value = build.tuple_of(results) if len(results) > 1 else results[0]
            body.append(gast.Return(value))
        node = build.function(name, parameters, body, docstring)
        node = renamed(node, self.printed)
        known = self.known().printed(self.printed)
        return Adjoint(node, self.seed_flags, shadows, given, known)

    def kept_values(self, returned, backward):
        """(statements, values): results the sweep back would change, kept apart."""
        changed = {
            self.tree.classes.of(base_name(n))
            for child in backward
            for n in gast.walk(child)
            if isinstance(n, (gast.Name, gast.Subscript))
            and isinstance(n.ctx, gast.Store)
            and base_name(n)
        }
        kept, values = [], []
        for node in self.values(returned):
            name = node.id if isinstance(node, gast.Name) else None
            if name is None or self.tree.classes.of(name) not in changed:
                values.append(node)
                continue
            stored = self.fresh("value")
            is_array = _is_array(self.kinds[name])
            copied = build.call(build.attribute(node, "copy")) if is_array else node
            kept.append(build.assign(stored, copied))
            if is_array:
                self.array_seeds.add(stored)
            values.append(build.name(stored))
        return kept, values

    def known(self):
        """What the tidying passes ask about the names of this text."""
        arrays = {n for n, kind in self.writer.kinds.items() if _is_array(kind)}
        arrays |= {n for n, kind in self.kinds.items() if _is_array(kind)}
        bars = dict(self.activity.bar_names)
        derived = {*bars.values(), *self.new_bars.values(), *self.seeds}
        derived |= self.writer.kinds.keys() - self.kinds.keys() - self.copy_names()
        arrays |= {bar for name, bar in bars.items() if _is_array(self.kinds.get(name))}
        arrays |= {*self.new_bars.values(), *self.array_seeds}
        for save in self.saves():
            if save.container != "name" or _is_array(save.kind):
                arrays.add(save.store)
        return Known(arrays, self.users, derived, is_reverse=True)

    def copy_names(self):
        return {name for copies in self.copies.values() for _, name in copies}

    def has_result(self):
        statements = self.tree.root.statements
        return bool(statements) and isinstance(statements[-1], gast.Return)

    def values(self, returned):
        if not self.shape.values or not returned:
            return []
        value = returned[0].value
        items = value.elts if isinstance(value, gast.Tuple) else [value]
        return [items[number] for number in self.shape.values]

    def parameter_births(self, shadows, numbers):
        """The adjoints of parameters start at zero."""
        births = [build.assign(self.bar_name(p), build.constant(0.0)) for p in numbers]
        shared = [
            p
            for p in self.plain.parameters
            if p in self.activity.active and p not in self.active
        ]
        births += [
            build.assign(self.bar_name(p), zeros_for(build.name(p), self.kinds))
            for p in shared
        ]
        if self.shape.owns:
            births += [
                build.assign(
                    self.bar_name(p), build.call("np.zeros_like", build.name(p))
                )
                for p in shadows
            ]
        return births

    # forward

    def forward(self, region, scope):
        """The statements of a region, with the saves that the sweep back needs."""
        out = []
        for node in region.statements:
            out.extend(self.forward_statement(node, scope))
        return out

    def forward_statement(self, node, scope):
        if scope.owner is not None:
            if id(node) not in self.plan.again.rerun[
                id(scope.owner)
            ] and not self.holds_kept(node, scope):
                return []
        own = self.plan.sweep.scope(self.tree.region_of(node)) is scope
        before = self.plan.stores.before.get(id(node), []) if own else []
        after = self.plan.stores.after.get(id(node), []) if own else []
        allocations = self.allocations(node) if own else []
        return [
            *allocations,
            *(self.saving(save) for save in before),
            self.forward_node(node, scope),
            *self.bound_beside(node),
            *(self.saving(save) for save in after),
        ]

    def bound_beside(self, node):
        """Adjoints of arrays that change their names are bound in the forward sweep."""
        if isinstance(node, gast.Expr):
            return self.appended_beside(node.value)
        names = defined(node, self.plain)
        born = [name for name in names if name in self.plan.births.beside]
        if born:
            zeros = build.call("np.zeros_like", build.name(born[0]))
            return [build.assign(self.bar_name(born[0]), zeros)]
        if isinstance(node, gast.For) or not any(
            map(self.plan.births.is_rebound, names)
        ):
            return []
        (place,) = node.targets
        if isinstance(place, gast.Tuple) and isinstance(node.value, gast.Tuple):
            given = [build.name(self.bar_name(item.id)) for item in node.value.elts]
            return [
                build.assign([self.bar_name(n) for n in names], build.tuple_of(given))
            ]
        return [
            build.assign(self.bar_name(name), self.shadow_of(name, node.value))
            for name in names
            if self.plan.births.is_rebound(name)
        ]

    def appended_beside(self, call):
        """A list of arrays has a list of their adjoints beside it."""
        func = getattr(call, "func", None)
        if not isinstance(func, gast.Attribute) or func.attr != "append":
            return []
        stack, (value,) = func.value.id, call.args
        if not self.plan.births.is_rebound(stack):
            return []
        if base_name(value) in self.activity.active:
            bar = self.shadow_view(value)
        else:
            bar = build.call("np.zeros_like", value)
        return [gast.Expr(build.call(f"{self.bar_name(stack)}.append", bar))]

    def shadow_of(self, name, value):
        if isinstance(self.kinds[name], Stack):
            return gast.List([], gast.Load())
        if is_pop(value):
            stack = self.bar_name(base_name(value.func.value))
            return build.call(f"{stack}.pop")
        if shared_name(value, self.plain) is not None:
            return self.shadow_view(value)
        return build.call("np.zeros_like", build.name(name))

    def kept_new_bar(self, node):
        """The adjoint of a newly bound array, before the old binding comes back."""
        return (
            [
                build.assign(self.new_bars[name], build.name(self.bar_name(name)))
                for name in defined(node, self.plain)
                if name in self.new_bars
                and not isinstance(node.value, gast.Tuple)
                and any(
                    self.new_bars[name] in names_in(line)
                    for line in self.lines[id(node)]
                )
            ]
            if isinstance(node, gast.Assign)
            else []
        )

    def holds_kept(self, node, scope):
        return any(
            id(child) in self.plan.again.rerun[id(scope.owner)]
            for child in gast.walk(node)
            if isinstance(child, gast.stmt)
        )

    def forward_node(self, node, scope):
        bodies = self.tree.bodies.get(id(node))
        if bodies is None:
            return node
        if isinstance(node, gast.If):
            body, orelse = (self.forward(b, scope) for b in bodies)
            new = gast.If(node.test, body or [gast.Pass()], orelse)
        else:
            new = build.with_body(node, self.forward(bodies[0], scope) or [gast.Pass()])
        return gast.copy_location(new, node)

    def allocations(self, node):
        """Where saved values of a loop nest go: made once, before the nest."""
        if not isinstance(node, (gast.For, gast.While)):
            return []
        rooms = {
            save.store: self.room(save)
            for save in self.saves()
            if save.loops and save.loops[0] is node
        }
        return [build.assign(store, room) for store, room in rooms.items()]

    def saves(self):
        for saves in [
            *self.plan.stores.before.values(),
            *self.plan.stores.after.values(),
        ]:
            yield from saves

    def room(self, save):
        if save.container == "list":
            return gast.List([], gast.Load())
        shape = save.sizes[0] if len(save.sizes) == 1 else build.tuple_of(save.sizes)
        dtypes = {"bool": "bool_", "int": "int64", "float32": "float32"}
        word = dtypes.get(save.kind.dtype)
        if word is None:
            return build.call("np.empty", shape)
        return build.call("np.empty", shape, dtype=build.attribute("np", word))

    def saving(self, save):
        value = save.place
        is_part = isinstance(save.kind, Array) and not isinstance(value, gast.Name)
        if is_part or id(save) in self.copied_saves():
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

    # backward

    def backward(self, region):
        """The sweep back over a region."""
        out = []
        for index in range(len(region.statements) - 1, -1, -1):
            node = region.statements[index]
            out.extend(self.produced(region, index, True))
            out.extend(self.kept_new_bar(node))
            out.extend(self.restored(node))
            out.extend(self.produced(region, index, False))
            out.extend(self.bar_births(region, index))
            out.extend(self.reversed(node))
        return out

    def produced(self, region, index, pre):
        """Values that the sweep back needs from here on: saved ones, computed ones."""
        found = self.plan.stores.produced.get((id(region), index, pre), [])
        out, by_statement = [], {}
        for name, save in found:
            if save is not None:
                out.append(build.assign(name, self.loaded(save)))
                continue
            (definition, *_) = self.tree.defs[name]
            position = self.plan.sweep.position(definition, region)
            by_statement.setdefault(position, set()).add(name)
        for position in sorted(by_statement):
            node = region.statements[position]
            out.append(self.plan.kept.slice(node, by_statement[position]))
            if any(map(self.plan.births.is_rebound, by_statement[position])):
                out.extend(self.bound_beside(node))
        return out

    def restored(self, node):
        """What a statement overwrote is put back."""
        out = []
        copied = {
            gast.dump(save.place): name
            for name, save in self.plan.stores.copied.get(id(node), [])
        }
        for name, save in self.plan.stores.copied.get(id(node), []):
            out.append(build.assign(name, self.loaded(save)))
        for save in self.plan.stores.restores.get(id(node), []):
            place = save.place
            if isinstance(place, gast.Name):
                out.append(build.assign(place.id, self.loaded(save)))
                continue
            inner = place.value if isinstance(place, gast.Subscript) else place
            same = copied.get(gast.dump(inner)) or copied.get(gast.dump(place))
            value = build.name(same) if same else self.loaded(save)
            out.append(build.assign(build.stored(place), value))
        return out

    def bar_births(self, region, index):
        """Adjoints begin at zero, those of views as views of adjoints."""
        out = []
        names = [
            name
            for name, (found, number) in self.bars.items()
            if found is region and number == index and name not in self.active
        ]
        for name in sorted(names, key=self.plan.births.first_def):
            out.append(build.assign(self.bar_name(name), self.birth(name)))
        return out

    def birth(self, name):
        kind = self.kinds[name]
        if isinstance(kind, Scalar):
            return build.constant(0.0)
        if isinstance(kind, Stack):
            size = build.call("len", build.name(name))
            zeros = gast.List([build.constant(0.0)], gast.Load())
            return build.binary(zeros, "*", size)
        definition = self.tree.defs[name][0]
        if self.plan.births.view_base(name) is not None:
            return self.shadow_view(definition.value)
        return build.call("np.zeros_like", build.name(name))

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

    def reversed(self, node):
        """The adjoint of one statement."""
        if not self.plan.sweep.has_lines(node) and not self.has_restores(node):
            return []
        if isinstance(node, gast.If):
            return self.reversed_branch(node)
        if isinstance(node, (gast.For, gast.While)):
            loop = gast.copy_location(self.reversed_loop(node), node)
            again = (
                self.plan.again.rerun.get(id(node))
                if not self.tree.loops_around(node)
                else ()
            )
            return [build.comment("fused"), loop] if again else [loop]
        return self.lines[id(node)]

    def has_restores(self, node):
        return any(
            id(child) in self.plan.stores.restores
            for child in gast.walk(node)
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
        if id(node) in self.independent:
            body = [*self.forward(region, region), *self.backward(region)]
            return build.with_body(node, body)
        body = self.backward(region)
        count = self.counts.get(id(node))
        if isinstance(node, gast.While):
            counter = self.fresh("trip")
            return build.counted(counter, [build.name(count)], body)
        bounds = reversed_bounds(node.iter.args, count and build.name(count))
        return build.counted(node.target.id, bounds, body)


def reversed_bounds(bounds, count):
    """The bounds of `range(*bounds)` walked back, or of its first `count` numbers."""
    start = bounds[0] if len(bounds) > 1 else build.constant(0)
    stop = bounds[1] if len(bounds) > 1 else bounds[0]
    step = bounds[2] if len(bounds) > 2 else build.constant(1)
    number = number_of(step)
    if count is None and number in (1, -1):
        back, last = shifted(stop, -number), shifted(start, -number)
        if number == 1:
            return [back, last, build.constant(-1)]
        return [last] if number_of(back) == 0 else [back, last]
    if count is None:
        count = build.call("len", build.call("range", *bounds))
    last = shifted(count, -1)
    if number != 1:
        last = build.binary(last, "*", step)
    if number_of(start) != 0:
        last = build.binary(start, "+", last)
    if number is None:
        return [last, build.binary(start, "-", step), negated(step)]
    return [last, shifted(start, -number), build.constant(-number)]


def shifted(node, amount):
    """An integer expression plus a literal, the literals joined."""
    number = number_of(node)
    if number is not None:
        return build.constant(number + amount)
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Sub)):
        known = number_of(node.right)
        if known is not None:
            total = amount + (known if isinstance(node.op, gast.Add) else -known)
            return shifted(node.left, total)
    if amount == 0:
        return node
    return build.binary(node, "+" if amount > 0 else "-", build.constant(abs(amount)))


def _assigned_again(plain, activity):
    """The names whose value a statement gives may be gone when its adjoint runs."""
    tree = Tree(plain)
    rebound = rebound_classes(tree)
    given = set(plain.parameters)
    return {
        name
        for name in plain.kinds
        if len(tree.defs.get(name, [])) > 1
        or (name in given and name in tree.defs)
        or activity.classes.of(name) in rebound
    }


def _is_array(kind):
    return isinstance(kind, (Array, Stack))
