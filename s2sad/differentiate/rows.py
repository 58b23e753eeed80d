"""The adjoints of a function for each of its results: one sweep forward, many back.

u, v = f(x)         becomes     the sweep forward of f once, then
                                x_0_bar += ...      back from u
                                x_1_bar += ...      back from v
"""

from dataclasses import replace

import gast

from s2sad.differentiate.adjoint import Adjoint, AdjointWriter, Shape
from s2sad.differentiate.reversal import Reversal
from s2sad.facts import linear
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.numbers import has_complex
from s2sad.facts.written import written_parameters
from s2sad.syntax import build
from s2sad.syntax.fold import ZERO, fold, is_zero
from s2sad.syntax.names import bound, renamed
from s2sad.syntax.walk import walk

# So many sweeps back stand one after the other in a text.
RESULTS = 4


def adjoint_rows(plain, active, name, module, docstring, count):
    """The adjoint for each of `count` number results, or None.

    It takes the primal's arguments, then for each result the shadows of the active
    arrays; it returns for each result the adjoints of the active numbers. None stands
    for a function whose sweep back changes what a second one reads.
    """
    if not 1 < count <= RESULTS or written_parameters(plain) or has_complex(plain):
        return None
    if not all(isinstance(kind, Scalar) for kind in plain.result_kinds[:count]):
        return None
    reversal = Reversal(plain, active, module, Shape(primary=count))
    stores = reversal.plan.stores
    changed = (stores.restores, stores.undone, stores.produced, stores.copied)
    if any(changed) or not all(reversal.seed_flags[:count]):
        return None
    return _Rows(reversal).rows(name, docstring, count)


class _Rows(AdjointWriter):
    def rows(self, name, docstring, count):
        forward = self.onward.forward(self.tree.root, self.tree.root)[:-1]
        backward = self.back.backward(self.tree.root)
        shadows = [p for p in self.active if isinstance(self.kinds[p], Array)]
        numbers = [p for p in self.active if isinstance(self.kinds[p], Scalar)]
        births = self.parameter_births([], numbers)
        body = [build.comment("forward"), *forward, build.comment("reverse")]
        parameters, results, kinds = list(self.plain.parameters), [], {}
        for row in range(count):
            new_names = self.seeds_of(row)
            for p in self.active:
                bar = self.reversal.fresh(f"{p}_{row}_bar")
                new_names[self.bar_name(p)] = bar
                kinds[bar] = self.kinds[p]
            parameters += [new_names[self.bar_name(p)] for p in shadows]
            results += [build.name(new_names[self.bar_name(p)]) for p in numbers]
            lines = [renamed(n, new_names) for n in (*births, *backward)]
            body += without_zeros(lines, self.own_names())
        body = [linear.printed(n) for n in body]
        if results:
            value = build.one_or_tuple(results)
            body.append(gast.Return(value))
        printed = self.printed_names()
        node = renamed(build.function(name, parameters, body, docstring), printed)
        known = self.known()
        known = replace(
            known,
            kinds={**known.kinds, **kinds},
            derived={*known.derived, *kinds},
            arrays={*known.arrays, *(n for n in kinds if isinstance(kinds[n], Array))},
        ).printed(printed)
        return Adjoint(node, self.reversal.seed_flags, shadows, numbers, known)

    def own_names(self):
        """The numbers of the sweep back, which are no numbers of the user's."""
        bars = {self.bar_name(n) for n in self.activity.active}
        made = self.reversal.writer.kinds.keys() - self.kinds.keys()
        kinds = {**self.reversal.writer.kinds, **self.kinds}
        kinds |= {self.bar_name(n): self.kinds[n] for n in self.activity.active}
        return {n for n in bars | made if isinstance(kinds.get(n), Scalar)}

    def seeds_of(self, row):
        """The seeds of one row: 1 for its result, 0 for the others."""
        return {
            seed: build.constant(1.0) if number == row else ZERO
            for number, seed in enumerate(self.reversal.seeds)
        }


def without_zeros(statements, own):
    """Statements without the sums of what is zero; `own` are the names that may be."""
    known, zeros = set(), set()
    while True:
        changed = dict.fromkeys(zeros, ZERO)
        statements = [kept for n in statements for kept in _pruned(n, changed)]
        known |= zeros
        zeros = _zero_names(statements, own) - known
        if not zeros:
            return statements


def _zero_names(statements, own):
    """The names that are set to 0 alone, wherever they are set."""
    found = {}
    for statement in statements:
        for node in walk(statement):
            if isinstance(node, gast.stmt) and not build.has_blocks(node):
                for name in bound(node) & own:
                    is_zero_set = isinstance(node, gast.Assign) and _is_nought(node)
                    found[name] = found.get(name, True) and is_zero_set
    return {name for name, is_nought in found.items() if is_nought}


def _is_nought(node):
    return isinstance(node.value, gast.Constant) and node.value.value == 0.0


def _pruned(node, zeros):
    """[the statement] with names that are zero folded away; [] if it adds nothing."""
    if isinstance(node, gast.If):
        body, orelse = (
            [kept for n in branch for kept in _pruned(n, zeros)]
            for branch in (node.body, node.orelse)
        )
        if not body and not orelse:
            return []
        return [
            gast.copy_location(gast.If(node.test, body or [gast.Pass()], orelse), node)
        ]
    if isinstance(node, (gast.For, gast.While)):
        body = [kept for n in node.body for kept in _pruned(n, zeros)]
        return [build.with_body(node, body)] if body else []
    if not isinstance(node, (gast.Assign, gast.AugAssign)):
        return [renamed(node, zeros)] if zeros else [node]
    value = fold(renamed(node.value, zeros))
    if isinstance(node, gast.AugAssign):
        if is_zero(value):
            return []
        return [gast.copy_location(gast.AugAssign(node.target, node.op, value), node)]
    value = build.constant(0.0) if is_zero(value) else value
    return [gast.copy_location(gast.Assign(node.targets, value, None), node)]
