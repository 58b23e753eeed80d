"""Arrays that change places and are bound anew as well: one name after the other.

u, v = v, u     becomes     u_before = u
                            u = v
                            v = u_before

Arrays that only change places stay as they are: their reverse changes them back.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.kinds import Array
from s2sad.facts.owned import Anew
from s2sad.facts.regions import Tree
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in, renamed


def one_by_one(plain):
    """The function with such exchanges written out."""
    tree = Tree(plain)
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    writer = _Writer(tree, Anew(tree).beside, fresh)
    node = copy.copy(plain.node)
    node.body = writer.block(node.body)
    return replace(plain, node=node, kinds={**plain.kinds, **writer.kinds})


class _Writer:
    def __init__(self, tree, rebound, fresh):
        self.tree, self.rebound, self.fresh = tree, rebound, fresh
        self.kinds = {}
        self.exchanged = {
            item.id
            for node in tree.statements
            if isinstance(node, gast.Assign) and isinstance(node.value, gast.Tuple)
            for item in node.value.elts
        }

    def block(self, statements):
        return [new for node in statements for new in self.statement(node)]

    def statement(self, node):
        if build.has_blocks(node):
            return [build.with_blocks(node, self.block)]
        if self.is_exchange(node):
            return [gast.copy_location(new, node) for new in self.written_out(node)]
        return [node]

    def is_exchange(self, node):
        if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Tuple):
            return False
        sides = node.targets[0].elts, node.value.elts
        targets, values = ({item.id for item in side} for side in sides)
        if targets != values:
            return True  # an array has no name any more
        family = self.tree.classes.of(node.value.elts[0].id)
        return family in self.rebound and not all(
            self.is_bound_once(name)
            for name in self.exchanged
            if self.tree.classes.of(name) == family
        )

    def is_bound_once(self, name):
        """Whether a name gets its array before all loops, then only changes places."""
        bindings = [
            node
            for node in self.tree.defs.get(name, [])
            if not isinstance(node.value, gast.Tuple)
        ]
        if name in self.tree.plain.parameters:
            return not bindings
        return len(bindings) == 1 and not self.tree.loops_around(bindings[0])

    def written_out(self, node):
        targets = [item.id for item in node.targets[0].elts]
        values = [item.id for item in node.value.elts]
        out = []
        for index, target in enumerate(targets):
            if target in values[index + 1 :]:
                before = self.fresh(f"{target}_before")
                self.kinds[before] = self.tree.plain.kinds[target]
                out.append(build.assign(before, build.name(target)))
                values = [before if value == target else value for value in values]
            if values[index] != target:
                out.append(build.assign(target, build.name(values[index])))
        return out


def entered(plain):
    """The function, its parameters that are bound anew under names of their own.

    `u, v = v, u` gives the caller's array another name; its adjoint stays the caller's.
    """
    tree = Tree(plain)
    found = [
        name
        for name in plain.parameters
        if isinstance(plain.kinds[name], Array) and tree.defs.get(name)
    ]
    if not found:
        return plain
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    names = {name: fresh(name) for name in found}
    node = copy.copy(plain.node)
    places = [tree.index_in(d, tree.root) for name in found for d in tree.defs[name]]
    first = min(place for place in places if place is not None)
    begun = [build.assign(new, build.name(name)) for name, new in names.items()]
    for line in begun:
        build.located(line, node.body[first])
    later = [renamed(n, names) for n in node.body[first:]]
    node.body = [*node.body[:first], *begun, *later]
    kinds = {new: plain.kinds[name] for name, new in names.items()}
    return replace(plain, node=node, kinds={**plain.kinds, **kinds})
