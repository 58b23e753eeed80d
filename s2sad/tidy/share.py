"""What a function computes twice from the same values gets one name.

sine = math.sin(a) / a              becomes     sin_a = math.sin(a)
a_bar -= math.sin(a) * c_bar                    sine = sin_a / a
                                                a_bar -= sin_a * c_bar

This is of elementary functions of numbers, which cost more than a name. A branch finds
what an earlier branch under the same condition computed.
"""

from dataclasses import dataclass, field

import gast

from s2sad.facts.kinds import Scalar
from s2sad.facts.nouns import noun
from s2sad.facts.text import Families, contents, root, stores
from s2sad.rules.table import is_dear_call
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, copied, names_in
from s2sad.syntax.walk import walk


def share(function, known):
    """The function with names for the elementary functions that it calls twice."""
    if not any(map(is_dear_call, walk(function))):
        return function
    function = copied(function)  # its expressions are the primal's as well
    while _Sharer(function, known).adds_names():
        pass
    return function


@dataclass
class _Value:
    """A value that was computed: the call, its name if it has one, and where."""

    call: gast.AST
    name: str | None
    owner: gast.AST
    names: set
    families: set
    is_wanted: bool = False


@dataclass
class _Facts:
    """The values that are at hand, by their text; and those of earlier branches.

    `branches` holds {text of a test: (its names, its families, values, values)}.
    """

    values: dict = field(default_factory=dict)
    branches: dict = field(default_factory=dict)

    def copied(self, more=()):
        return _Facts({**dict(more), **self.values}, dict(self.branches))


class _Sharer:
    def __init__(self, function, known):
        self.node, self.known = function, known
        self.families = Families(function, known)
        self.fresh = Fresh(names_in(function))
        self.found = []

    def adds_names(self):
        """Read the names of what has one; whether other values were given names."""
        self.block(self.node.body, _Facts())
        wanted = {}
        for value in self.found:
            if value.is_wanted:
                wanted.setdefault(id(value.owner), []).append(value)
        self.node.body = self.named(self.node.body, wanted)
        return bool(wanted)

    # what is at hand

    def block(self, statements, facts):
        """Walk over a block, and write the names of what is at hand into it."""
        for node in statements:
            self.statement(node, facts)

    def statement(self, node, facts):
        if isinstance(node, gast.If):
            node.test = self.used(node.test, facts, node)
            self.branching(node, facts)
            return
        if isinstance(node, (gast.For, gast.While)):
            if isinstance(node, gast.For):
                node.iter = self.used(node.iter, facts, node)
            self.forget(node, facts)
            self.block(node.body, facts.copied())
            return
        for part in ("value", "targets", "target"):
            old = getattr(node, part, None)
            if isinstance(old, list):
                node.targets = [self.used(item, facts, node) for item in old]
            elif isinstance(old, gast.AST):
                setattr(node, part, self.used(old, facts, node))
        self.forget(node, facts)
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            name = node.targets[0].id
            if self.is_dear(node.value) and name not in names_in(node.value):
                value = self.value(node.value, node, name)
                facts.values.setdefault(gast.dump(node.value), value)

    def branching(self, node, facts):
        """Both branches; what they compute is at hand under the same test again."""
        text = gast.dump(node.test)
        *_, first, second = facts.branches.get(text, ((), (), {}, {}))
        body, orelse = facts.copied(first), facts.copied(second)
        self.block(node.body, body)
        self.block(node.orelse, orelse)
        self.forget(node, facts)
        names, arrays = contents(node.test, self.known)
        changed = self.changed(node)
        if not changed & (names | self.families_of(arrays)):
            known = (body.values, orelse.values)
            facts.branches[text] = (names, self.families_of(arrays), *known)

    def changed(self, node):
        """The names that code binds, and the families of arrays that it writes into."""
        found = set()
        for place, by in stores(node, self.known):
            name = root(place)
            if isinstance(place, gast.Name) and not isinstance(by, gast.Call):
                found.add(name)
            if name in self.known.arrays:
                found |= self.families_of([name])
        return found

    def families_of(self, names):
        """The families of arrays, apart from the names of numbers."""
        return {("memory", self.families.of(name)) for name in names}

    def forget(self, node, facts):
        """Values of what a statement changes are not at hand any more."""
        if not facts.values and not facts.branches:
            return
        changed = self.changed(node)
        if not changed:
            return

        def kept(values):
            return {t: v for t, v in values.items() if not self.minds(v, changed)}

        facts.values = kept(facts.values)
        facts.branches = {
            text: (names, families, kept(first), kept(second))
            for text, (names, families, first, second) in facts.branches.items()
            if not changed & (names | families)
        }

    def minds(self, value, changed):
        return bool(changed & (value.names | value.families | {value.name}))

    def value(self, call, owner, name=None):
        names, arrays = contents(call, self.known)
        made = _Value(call, name, owner, names, self.families_of(arrays))
        self.found.append(made)
        return made

    # expressions

    def is_dear(self, node):
        if not is_dear_call(node):
            return False
        kind = self.known.kind(node)
        return isinstance(kind, Scalar) and kind.is_float

    def used(self, node, facts, owner, is_sure=True):
        """An expression that reads the names of what is at hand.

        `is_sure` says whether the expression is surely evaluated where it stands.
        """
        if not isinstance(node, gast.AST):
            return node
        if self.is_dear(node):
            text = gast.dump(node)
            value = facts.values.get(text)
            if value is not None and value.name is not None:
                return build.name(value.name)
            is_whole = isinstance(owner, gast.Assign) and owner.value is node
            if value is not None:
                value.is_wanted = True
            elif is_sure and not is_whole:
                facts.values[text] = self.value(node, owner)
        for word, item in gast.iter_fields(node):
            if isinstance(item, list):
                is_choice = isinstance(node, gast.BoolOp)
                parts = [
                    self.used(
                        part, facts, owner, is_sure and not (number and is_choice)
                    )
                    for number, part in enumerate(item)
                ]
                setattr(node, word, parts)
            elif isinstance(item, gast.AST):
                is_choice = isinstance(node, gast.IfExp) and word != "test"
                setattr(
                    node, word, self.used(item, facts, owner, is_sure and not is_choice)
                )
        return node

    # names

    def named(self, statements, wanted):
        """The block with the names that values need set before their statements."""
        out = []
        for node in statements:
            for value in wanted.get(id(node), ()):
                name = self.fresh(noun(value.call))
                self.known.kinds[name] = self.known.kind(value.call)
                new = build.assign(name, value.call)
                out.append(build.located(new, node))
            if isinstance(node, gast.If):
                node.body = self.named(node.body, wanted)
                node.orelse = self.named(node.orelse, wanted)
            elif isinstance(node, (gast.For, gast.While)):
                node.body = self.named(node.body, wanted)
            out.append(node)
        return out
