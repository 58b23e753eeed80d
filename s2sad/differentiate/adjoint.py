"""Reverse mode: a forward sweep that keeps what is needed, and a sweep back.

s = x[0] * x[1]         becomes     x_bar[0] += x[1] * value_bar
return s                            x_bar[1] += x[0] * value_bar
"""

from dataclasses import dataclass, field

import gast

from s2sad.differentiate.back import Back
from s2sad.differentiate.moves import as_run
from s2sad.differentiate.onward import Onward
from s2sad.differentiate.reversal import Reversal, is_array
from s2sad.differentiate.zeros import zeros_for
from s2sad.facts import linear
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.numbers import zero
from s2sad.facts.text import Known
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, renamed
from s2sad.syntax.walk import walk


@dataclass
class Adjoint:
    """A function that computes adjoints, and how it is called.

    It takes the primal's arguments (where others call it, those of them `taken`), a
    seed for each result that is `seeded`, and a shadow for each array of `shadows`; it
    returns the value if asked, then the adjoints of `returned`.
    """

    node: gast.FunctionDef
    seeded: list
    shadows: list
    returned: list
    known: Known
    taken: list = field(default_factory=list)


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
    return AdjointWriter(Reversal(plain, active, module, shape)).function(
        name, docstring
    )


class AdjointWriter:
    """Puts the sweeps of one function together."""

    def __init__(self, reversal):
        self.reversal = reversal
        self.plan, self.tree, self.plain = reversal.plan, reversal.tree, reversal.plain
        self.kinds, self.activity = reversal.kinds, reversal.activity
        self.active, self.shape = reversal.active, reversal.shape
        self.bar_name = reversal.bar_name
        self.onward = Onward(reversal)
        self.back = Back(reversal, self.onward)

    def begun_by_seeds(self, backward):
        """`y_bar = zeros; y_bar += result_bar` is a copy of the seed."""
        out = []
        for node in backward:
            place = self.begun(out, node)
            if place is None:
                out.append(node)
                continue
            copied = build.call(build.attribute(node.value, "copy"))
            out.append(build.assign(node.target.id, copied))
            del out[place]
        return out

    def begun(self, before, node):
        """The index of the zeros that an array's seed is added to, and nothing else."""
        if not isinstance(node, gast.AugAssign) or not isinstance(
            node.target, gast.Name
        ):
            return None
        seed = getattr(node.value, "id", None)
        if seed not in self.reversal.array_seeds:
            return None
        for place in range(len(before) - 1, -1, -1):
            if node.target.id in names_in(before[place]):
                value = getattr(before[place], "value", None)
                is_zeros = isinstance(value, gast.Call) and (
                    spelling(value.func) == "np.zeros_like"
                )
                return place if is_zeros else None
        return None

    def function(self, name, docstring):
        forward = self.onward.forward(self.tree.root, self.tree.root)
        returned = self.tree.root.statements[-1:] if self.has_result() else []
        if returned:
            forward = forward[:-1]
        backward = self.begun_by_seeds(self.back.backward(self.tree.root))
        shadows = [p for p in self.active if isinstance(self.kinds[p], Array)]
        numbers = [p for p in self.active if isinstance(self.kinds[p], Scalar)]
        births = self.parameter_births(shadows, numbers)
        bars = {p: self.bar_name(p) for p in self.active}
        if any(map(self.plan.births.is_rebound, self.plain.parameters)):
            forward, births = [*births, *forward], []
        parameters = [*self.plain.parameters, *self.reversal.seeds]
        if self.shape.owns:
            given = list(self.active)
        else:
            parameters += [self.bar_name(p) for p in shadows]
            given = numbers
        kept, values = self.kept_values(returned, backward)
        forward += kept
        results = values + [self.owed(p, build.name(bars[p])) for p in given]
        body = [
            build.comment("forward"),
            *forward,
            build.comment("reverse"),
            *births,
            *backward,
        ]
        body = [linear.printed(n) for n in as_run(body)]
        if results:
            value = build.one_or_tuple(results)
            body.append(gast.Return(value))
        node = build.function(name, parameters, body, docstring)
        printed = self.printed_names()
        node = renamed(node, printed)
        known = self.known().printed(printed)
        return Adjoint(node, self.reversal.seed_flags, shadows, given, known)

    def owed(self, parameter, bar):
        """What is owed to a parameter; a real number may be complex later, by name."""
        kinds = {n: k for _, leaves, _ in self.plain.structure for n, k in leaves}
        given, own = kinds.get(parameter), self.kinds[parameter]
        is_real = isinstance(given, Scalar) and not given.is_complex
        if is_real and isinstance(own, Scalar) and own.is_complex:
            return build.call("np.real", bar)
        return bar

    def printed_names(self):
        """Names for what has one meaning of several; `t@1_bar` goes with `t@1`."""
        found = {}
        for name, origin in self.reversal.origins.items():
            stem = found.get(name.removesuffix("_bar"))
            found[name] = self.reversal.fresh(f"{stem}_bar" if stem else origin)
        return found

    def kept_values(self, returned, backward):
        """(statements, values): results the sweep back would change, kept apart."""
        rebound, written = bound(*backward), self.written_classes(backward)
        kept, values = [], []
        for node in self.values(returned):
            name = node.id if isinstance(node, gast.Name) else None
            is_own = name is None or self.tree.classes.of(name) not in written
            if is_own and name not in rebound:
                values.append(node)
                continue
            stored = self.reversal.fresh("value")
            holds_array = is_array(self.kinds[name])
            copied = build.call(build.attribute(node, "copy")) if holds_array else node
            kept.append(build.assign(stored, copied))
            if holds_array:
                self.reversal.array_seeds.add(stored)
            values.append(build.name(stored))
        return kept, values

    def written_classes(self, statements):
        """The classes of arrays into which statements write."""
        found = set()
        for node in (n for statement in statements for n in walk(statement)):
            place = node.target if isinstance(node, gast.AugAssign) else node
            is_part = isinstance(place, gast.Subscript)
            is_part = is_part and isinstance(place.ctx, gast.Store)
            if (is_part or place is not node) and base_name(place):
                found.add(self.tree.classes.of(base_name(place)))
        return found

    def known(self):
        """What the tidying passes ask about the names of this text."""
        arrays = {n for n, kind in self.reversal.writer.kinds.items() if is_array(kind)}
        arrays |= {n for n, kind in self.kinds.items() if is_array(kind)}
        bars = dict(self.activity.bar_names)
        derived = {
            *bars.values(),
            *self.reversal.new_bars.values(),
            *self.reversal.seeds,
        }
        derived |= (
            self.reversal.writer.kinds.keys() - self.kinds.keys() - self.copy_names()
        )
        arrays |= {bar for name, bar in bars.items() if is_array(self.kinds.get(name))}
        arrays |= {*self.reversal.new_bars.values(), *self.reversal.array_seeds}
        bar_kinds = {
            b: self.reversal.bar_kind(n) for n, b in bars.items() if n in self.kinds
        }
        for save in self.reversal.saves():
            if save.container != "name" or is_array(save.kind):
                arrays.add(save.store)
        return Known(
            arrays,
            self.reversal.users,
            derived,
            is_reverse=True,
            shadows={bar: name for name, bar in bars.items() if name in self.active},
            private=self.plan.again.private_names(),
            kinds={**self.kinds, **self.reversal.writer.kinds, **bar_kinds},
            counting=self.plain.counting(),
        )

    def copy_names(self):
        return {name for copies in self.reversal.copies.values() for _, name in copies}

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
        births = [build.assign(self.bar_name(p), zero(self.kinds[p])) for p in numbers]
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
