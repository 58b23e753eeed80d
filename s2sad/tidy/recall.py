"""What an earlier loop stored in an array is read there, not computed again.

for i in range(n):                      becomes     for i in range(n):
    y[i] = np.tanh(x[i])                                y[i] = np.tanh(x[i])
total = spread(y)                                   total = spread(y)
for i in range(n):                                  for i in range(n):
    x_bar[i] += (1 - np.tanh(x[i]) ** 2) * b            x_bar[i] += (1 - y[i] ** 2) * b

This is of values that take an elementary function. It comes when nothing more goes: an
array is not kept for this alone.
"""

from dataclasses import dataclass, field, replace

import gast

from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.text import Families, contents, root, stores
from s2sad.rules.table import is_dear_call
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import copied, names_in, rewritten
from s2sad.syntax.walk import walk

# Expressions of more nodes than this are not compared with what arrays hold.
_LONG = 200


def recall(function, known):
    """The function, reading what its arrays hold already."""
    function = copied(function)  # its expressions may stand in several places
    if any(map(is_dear_call, walk(function))):
        _Reader(function, known).block(function.body, _Facts())
    return function


@dataclass(frozen=True)
class _Value:
    """An expression, and what it stands on: names, and families of arrays."""

    node: gast.AST
    names: frozenset
    families: frozenset


@dataclass(frozen=True)
class _Stored:
    """The element that holds a value, and the loops, ended, that filled its array."""

    place: gast.Subscript
    value: _Value
    loops: dict = field(default_factory=dict)

    def over(self, loop):
        """The same when a loop ended: it is the value of each of its trips."""
        variable, value = loop.target.id, self.value
        bounds = names_in(*loop.iter.args)
        value = replace(value, names=value.names - {variable} | bounds)
        loops = {**self.loops, variable: _domain(loop)}
        return _Stored(self.place, value, loops)


@dataclass
class _Facts:
    """Numbers by their names, what arrays hold by its text, the loops around."""

    numbers: dict = field(default_factory=dict)
    stored: dict = field(default_factory=dict)
    loops: dict = field(default_factory=dict)

    def copied(self):
        return _Facts(dict(self.numbers), dict(self.stored), dict(self.loops))


class _Reader:
    def __init__(self, function, known):
        self.known, self.families = known, Families(function, known)

    def block(self, statements, facts):
        for node in statements:
            self.statement(node, facts)

    def statement(self, node, facts):
        if isinstance(node, gast.If):
            node.test = self.read(node.test, facts)
            for body in (node.body, node.orelse):
                self.block(body, facts.copied())
            self.forget(node, facts)
        elif isinstance(node, (gast.For, gast.While)):
            self.loop(node, facts)
        else:
            if isinstance(getattr(node, "value", None), gast.AST):
                node.value = self.read(node.value, facts)
            self.forget(node, facts)
            if isinstance(node, gast.Assign):
                self.learn(node.targets[0], node.value, facts)

    def loop(self, node, facts):
        self.forget(node, facts)
        inner = facts.copied()
        before = set(inner.stored)
        if isinstance(node, gast.For):
            inner.loops[node.target.id] = _domain(node)
        self.block(node.body, inner)
        if not isinstance(node, gast.For) or _is_left(node):
            return
        for text, stored in inner.stored.items():
            if text not in before and self.fills(stored, node):
                facts.stored[text] = stored.over(node)

    def fills(self, stored, loop):
        """Whether a loop leaves in an array what each of its trips stored."""
        items = [getattr(i, "id", None) for i in index_items(stored.place)]
        variable, value = loop.target.id, stored.value
        bounds = names_in(*loop.iter.args)
        changed = self.changed(loop) - {variable}
        own = self.family(root(stored.place))
        writes = [place for place, _ in stores(loop, self.known)]
        here = [p for p in writes if self.family(root(p)) == own]
        return (
            items.count(variable) == [*map(root, writes)].count(variable) == 1
            and len(here) == 1
            and not (changed - {own}) & (value.names | value.families | bounds)
        )

    # what is known

    def learn(self, place, value, facts):
        """What a number or an element is, if one expression says it."""
        made = self.resolved(value, facts)
        if made is None:
            return
        if isinstance(place, gast.Name):
            kind = self.known.kinds.get(place.id)
            if isinstance(kind, Scalar) and place.id not in made.names:
                facts.numbers[place.id] = made
        elif self.holds(place, value) and self.family(root(place)) not in made.families:
            names = made.names | names_in(place.slice)
            made = replace(made, names=frozenset(names))
            facts.stored[gast.dump(made.node)] = _Stored(build.loaded(place), made)

    def holds(self, place, value):
        """Whether an element at loop variables holds a dear value as it is."""
        if not isinstance(place, gast.Subscript) or not self.has_dear(value):
            return False
        kind, number = self.known.kinds.get(root(place)), self.known.kind(value)
        items = index_items(place)
        return (
            isinstance(place.value, gast.Name)
            and isinstance(kind, Array)
            and isinstance(number, Scalar)
            and kind.dtype == number.dtype == "float64"
            and kind.rank == len(items)
            and all(isinstance(item, gast.Name) for item in items)
        )

    def resolved(self, node, facts):
        """An expression without the names of numbers; None if it is too long."""
        node = _substituted(node, facts.numbers)
        if sum(1 for _ in walk(node)) > _LONG:
            return None
        names, arrays = contents(node, self.known)
        families = map(self.family, arrays)
        return _Value(node, frozenset(names), frozenset(families))

    def forget(self, node, facts):
        """What stands on something that a statement changes is not known any more."""
        changed = self.changed(node)
        if not changed:
            return

        def stands(value):
            return not changed & (value.names | value.families)

        facts.loops = {n: d for n, d in facts.loops.items() if n not in changed}
        facts.numbers = {
            name: value
            for name, value in facts.numbers.items()
            if name not in changed and stands(value)
        }
        facts.stored = {
            text: stored
            for text, stored in facts.stored.items()
            if stands(stored.value) and self.family(root(stored.place)) not in changed
        }

    def changed(self, node):
        """The names that code binds, and the families of arrays that it writes into."""
        found = set()
        for place, _ in stores(node, self.known):
            name = root(place)
            found |= {name, self.family(name)}
        return found

    def family(self, name):
        return ("memory", self.families.of(name))

    # expressions

    def has_dear(self, node):
        return any(map(is_dear_call, walk(node)))

    def read(self, node, facts):
        """An expression that reads what arrays hold."""
        if not facts.stored or not isinstance(node, gast.AST):
            return node
        made = self.resolved(node, facts) if isinstance(node, gast.expr) else None
        stored = made and facts.stored.get(gast.dump(made.node))
        if stored and stored.loops.items() <= facts.loops.items():
            return copied(stored.place)
        for word, item in gast.iter_fields(node):
            if isinstance(item, list):
                setattr(node, word, [self.read(part, facts) for part in item])
            elif isinstance(item, gast.AST):
                setattr(node, word, self.read(item, facts))
        return node


def _domain(loop):
    """The numbers that a loop runs through, in whatever order."""
    bounds = loop.iter.args
    if len(bounds) == 3 and number_of(bounds[2]) == -1:
        bounds = [shifted(bounds[1], 1), shifted(bounds[0], 1)]
    if len(bounds) == 2 and number_of(bounds[0]) == 0:
        bounds = bounds[1:]
    return tuple(map(gast.dump, bounds))


def _is_left(loop):
    """Whether a trip may end before all its statements ran."""
    leaving = (gast.Break, gast.Continue, gast.Return)
    return any(isinstance(node, leaving) for node in walk(loop))


def _substituted(tree, numbers):
    """A copy of an expression with what numbers are in place of their names."""

    def value_of(node):
        name = node.id if isinstance(node, gast.Name) else None
        return numbers[name].node if name in numbers else None

    return rewritten(tree, value_of)
