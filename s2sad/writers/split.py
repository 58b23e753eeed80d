"""Split calls: a heavy function runs forward once, and its sweep back comes later.

u = simulate(p)                         u, kept = simulate_forward(p)
...                             to      ...
simulate_adjoint(p, u_bar, p_bar)       simulate_reverse(p, kept, u_bar, p_bar)

An adjoint that is called runs its function again (joint reversal). Where both calls
stand outside loops, what the sweep back reads is passed to it instead (split reversal:
Griewank and Walther, Evaluating Derivatives, chapter 12).
"""

import copy
from collections import Counter
from dataclasses import dataclass

import gast

from s2sad.differentiate import adjoint as reverse
from s2sad.differentiate.adjoint import Adjoint, Shape
from s2sad.facts.exposed import exposed
from s2sad.facts.text import Families, root, stores, written_positions
from s2sad.facts.written import written_parameters
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, listed, names_in, parameters
from s2sad.syntax.parts import with_part
from s2sad.syntax.printer import text_of
from s2sad.syntax.walk import walk
from s2sad.tidy.narrate import sweeps

_MOST = 8
_COMPOUND = (gast.For, gast.While, gast.If)


@dataclass
class Halves:
    """The two functions of a split adjoint, and what the first gives the second.

    `values` are the names that the results have in them, or None; `kept` are the names
    that are passed on; `used` the primal's parameters that the second reads.
    """

    forward: str
    reverse: str
    values: list
    kept: list
    used: list


def split_calls(module, node, known):
    """The function with its calls of heavy functions split."""
    joints = {
        made.node.name: (callee, active, made.taken)
        for (mode, callee, active), made in list(module.derivatives.items())
        if mode == "adjoint" and isinstance(made, Adjoint)
    }
    for statement in list(node.body):
        for call in _calls(statement):
            joint = joints.get(getattr(call.func, "id", None))
            if joint is not None and not isinstance(statement, _COMPOUND):
                node = _Splitting(module, node, known, *joint, call).function()
    return node


class _Splitting:
    """Splits one call of an adjoint in a function."""

    def __init__(self, module, node, known, callee, active, taken, call):
        self.module, self.node, self.known = module, node, known
        self.plain = {p.name: p for p in module.unit.functions.values()}.get(callee)
        self.active, self.taken, self.call = active, taken, call

    def function(self):
        """The function with the call split; as it is if that is not possible."""
        primal = self.primal()
        if primal is None or not self.is_settled(primal):
            return self.node
        halves = halves_of(self.module, self.plain, self.active)
        if halves is None:
            return self.node
        self.known.writes |= self.module.writes
        return self.put(halves, primal)

    def primal(self):
        """The one call of the function itself that has the same arguments, or None."""
        if self.plain is None:
            return None
        own = [text_of(item) for item in self.call.args[: len(self.taken)]]
        places = [self.plain.parameters.index(name) for name in self.taken]
        found = []
        for statement in self.node.body:
            for call in _calls(statement):
                is_own = getattr(call.func, "id", None) == self.plain.name
                if is_own and not isinstance(statement, _COMPOUND):
                    if [text_of(call.args[place]) for place in places] == own:
                        found.append((statement, call))
        return found[0] if len(found) == 1 else None

    def is_settled(self, primal):
        """Whether nothing that the two calls are given, or the first gives, changes."""
        statement, call = primal
        given = names_in(*call.args)
        if isinstance(statement, gast.Assign):
            given |= bound(statement)
        family = Families(self.node, self.known).of
        body = self.node.body
        ends = [
            n for n, node in enumerate(body) if node is statement or self.is_in(node)
        ]
        between = gast.Module(body[ends[0] : ends[-1] + 1], [])
        places = [root(place) for place, _ in stores(between, self.known)]
        changed = Counter(family(name) for name in places if name is not None)
        own = bound(statement) if isinstance(statement, gast.Assign) else set()
        return all(changed[family(name)] <= (name in own) for name in given)

    def is_in(self, statement):
        """Whether the call of the adjoint stands in a statement."""
        return any(node is self.call for node in walk(statement))

    def put(self, halves, primal):
        """The function with the two halves in place of the two calls."""
        statement, call = primal
        fresh = Fresh(names_in(self.node) | self.module.fresh.taken)
        results = self.results(halves, statement, call, fresh)
        if results is None:
            return self.node
        names = dict(zip(halves.values, results))
        kept = {k: names.get(k) or fresh(k) for k in halves.kept}
        targets = [*results, *(kept[k] for k in halves.kept if k not in names)]
        forward = build.call(halves.forward, *call.args)
        first = build.assign(targets if len(targets) > 1 else targets[0], forward)
        used = dict(zip(self.plain.parameters, call.args))
        more = self.call.args[len(self.taken) :]
        given = [used[p] for p in halves.used]
        given += [build.name(kept[k]) for k in halves.kept]
        back = build.call(halves.reverse, *given, *more)
        made = copy.copy(self.node)
        made.body = self.body(statement, call, first, back, results)
        return made

    def results(self, halves, statement, call, fresh):
        """The names of what the function returns in its caller, or None."""
        if isinstance(statement, gast.Assign) and statement.value is call:
            place = statement.targets[0]
            items = place.elts if isinstance(place, gast.Tuple) else [place]
            if all(isinstance(item, gast.Name) for item in items):
                return [item.id for item in items]
            return None
        return [fresh("value")] if len(halves.values) == 1 else None

    def body(self, statement, call, first, back, results):
        """The statements with the first half before, and the second in its place."""
        is_whole = isinstance(statement, gast.Assign) and statement.value is call
        out, is_placed = [], False
        for node in self.node.body:
            is_back = self.is_in(node)
            if (node is statement or is_back) and not is_placed:
                out.append(gast.copy_location(first, node))
                is_placed = True
            if node is statement and is_whole:
                continue
            new = with_part(node, self.call, back) if is_back else node
            if node is statement:  # which may stand in an argument of the other
                new = with_part(new, call, build.name(results[0]))
            out.append(new)
        return out


def halves_of(module, plain, active):
    """The Halves of the adjoint of a function, or None where it is not worth it."""
    key = ("halves", plain.name, active)
    if key not in module.derivatives:
        module.derivatives[key] = None
        module.derivatives[key] = _made(module, plain, active)
    return module.derivatives[key]


def _made(module, plain, active):
    joint = sweeps(module.derivatives["adjoint", plain.name, active].node)
    is_alone = written_parameters(plain) or plain.name in module.unit.parallel
    if joint is None or is_alone or not _has_loop(joint[0]):
        return None
    count = len(plain.result_kinds)
    shape = Shape(values=tuple(range(count)))
    made = reverse.adjoint(plain, list(active), plain.name, module, None, shape)
    node = module.tidied(made)
    found = sweeps(node)
    if found is None:
        return None
    forward, backward = found
    *backward, last = backward
    items = (
        list(last.value.elts) if isinstance(last.value, gast.Tuple) else [last.value]
    )
    values, bars = items[:count], items[count:]
    own = parameters(node)
    known = bound(*forward)
    last = [build.returned(build.tuple_of(bars))]
    read, _ = exposed([*backward, *last])
    kept = sorted((read & known) - set(own))
    if _lists(forward) & set(kept) or len(kept) > _MOST or known & set(own):
        return None
    if set(kept) - exposed(forward)[1]:
        return None  # what is passed on has to be there on every path
    family = Families(node, made.known).of
    body = gast.Module(list(backward), [])
    changed = {family(root(place)) for place, _ in stores(body, made.known)}
    if changed & set(map(family, names_in(*values))):
        return None  # loops of both sweeps were taken together
    halves = (forward, values), (backward, bars)
    made_halves = _written(module, plain, active, node, halves, kept)
    for name in (made_halves.forward, made_halves.reverse):
        if name != plain.name:
            module.writes[name] = written_positions(module.nodes[name], made.known)
    return made_halves


def _written(module, plain, active, node, halves, kept):
    """Put the functions of a split adjoint into the module.

    Where the results are all that the sweep back reads, the first is the primal.
    """
    (forward, values), (backward, bars) = halves
    own, count = parameters(node), len(plain.parameters)
    used = [p for p in own[:count] if p in names_in(*backward, *bars)]
    names = [getattr(value, "id", None) for value in values]
    names = [name if name in kept else f"{n}" for n, name in enumerate(names)]
    first, second = plain.name, module.unit.function_name(f"{plain.name}_reverse")
    more = [name for name in kept if name not in names]
    if more:
        first = module.unit.function_name(f"{plain.name}_forward")
        doc = f"The result of {plain.name}, and what {second} reads: {listed(more)}."
        returned = build.tuple_of([*values, *map(build.name, more)])
        body = [*forward, build.returned(returned)]
        module.nodes[first] = build.function(first, own[:count], body, doc)
    if bars:
        value = build.one_or_tuple(bars)
        backward = [*backward, build.returned(value)]
    doc = f"{module.adjoint_sentence(plain, active)[:-1]}, after {first}."
    module.nodes[second] = build.function(
        second, [*used, *kept, *own[count:]], backward, doc
    )
    return Halves(first, second, names, kept, used)


def _lists(statements):
    """The names of lists that statements make."""
    return {
        name
        for statement in statements
        for node in walk(statement)
        if isinstance(node, gast.Assign) and isinstance(node.value, gast.List)
        for name in bound(node)
    }


def _has_loop(statements):
    return any(
        isinstance(node, (gast.For, gast.While))
        for statement in statements
        for node in walk(statement)
    )


def _calls(statement):
    return [n for n in walk(statement) if isinstance(n, gast.Call)]
