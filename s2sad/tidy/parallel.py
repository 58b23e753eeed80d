"""Loops whose trips touch nothing of each other run at once, where that is asked for.

for i in range(n):              becomes     for i in prange(n):
    x_bar[i] += 2.0 * x[i]                      x_bar[i] += 2.0 * x[i]

Each trip must write elements of its own, at an index that is no other trip's, and may
only add to numbers, which Numba sums apart. Where trips add to shared elements the loop
stays as it is: it would race.
"""

from collections.abc import Set

import gast

from s2sad.facts.extents import is_own_index
from s2sad.facts.infer import index_items
from s2sad.facts.text import Families, contents, root, stores
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk


def parallel(function, known):
    """The function with its outermost loops in parallel where they may be."""
    function.body = _Finder(function, known).block(function.body, set())
    return function


class _Finder:
    def __init__(self, function, known):
        self.known = known
        self.families = Families(function, known)

    def block(self, statements, outer):
        """Statements with their loops in parallel; `outer` are names that follow."""
        out = []
        for place, node in enumerate(statements):
            after = names_in(*statements[place + 1 :]) | outer
            if isinstance(node, gast.If):
                body, orelse = (self.block(b, after) for b in (node.body, node.orelse))
                node = gast.copy_location(gast.If(node.test, body, orelse), node)
            elif isinstance(node, gast.For) and self.is_apart(node, after):
                iterator = build.call("prange", *node.iter.args)
                new = gast.For(node.target, iterator, node.body, [], None)
                node = gast.copy_location(new, node)
            out.append(node)
        return out

    def is_apart(self, loop, after):
        """Whether no trip of a loop reads or writes what another one writes."""
        bounds = loop.iter.args
        is_upward = len(bounds) < 3 or number_of(bounds[2]) == 1
        leaves = (gast.Break, gast.Return, gast.Raise, gast.Assert, gast.Pass)
        has_jump = any(isinstance(n, leaves) for n in walk(loop))
        if not is_upward or has_jump or loop.target.id in bound(*loop.body):
            return False
        names = bound(*loop.body)
        return all(self.is_private(n, loop, after) for n in names) and all(
            self.is_owned(family, loop) for family in self.written(loop)
        )

    def is_private(self, name, loop, after):
        """Whether trips only add to a number, or set it before they read it."""
        if self.only_added(name, loop):
            return True
        return name not in after and name not in self.exposed(loop.body)

    def only_added(self, name, loop):
        sums = 0
        for node in walk(loop):
            if isinstance(node, gast.AugAssign) and root(node.target) == name:
                if not isinstance(node.op, (gast.Add, gast.Sub)):
                    return False
                sums += isinstance(node.target, gast.Name)
        mentions = sum(isinstance(n, gast.Name) and n.id == name for n in walk(loop))
        return name not in self.known.arrays and sums == mentions

    def exposed(self, statements, done: Set = frozenset()):
        """The names that statements read before they surely set them."""
        found, done = set(), set(done)
        for node in statements:
            if isinstance(node, gast.If):
                found |= contents(node.test, self.known)[0] - done
                found |= self.exposed(node.body, done) | self.exposed(node.orelse, done)
                done |= self.surely(node.body) & self.surely(node.orelse)
            elif isinstance(node, (gast.For, gast.While)):
                head = node.iter if isinstance(node, gast.For) else node.test
                found |= contents(head, self.known)[0] - done
                own = {node.target.id} if isinstance(node, gast.For) else set()
                found |= self.exposed(node.body, done | own)
            else:
                found |= contents(node, self.known)[0] - done
                if isinstance(node, gast.AugAssign):
                    found |= {root(node.target)} - done
                done |= bound(node)
        return found

    def surely(self, statements):
        """The names that a block sets outside its own branches and loops."""
        blocks = (gast.If, gast.For, gast.While)
        return set().union(*(bound(n) for n in statements if not isinstance(n, blocks)))

    # arrays

    def written(self, loop):
        """The families of arrays that a loop writes into."""
        found = set()
        for place, node in stores(loop, self.known):
            is_whole = isinstance(place, gast.Name) and isinstance(node, gast.Assign)
            name = root(place)
            if not is_whole and (name in self.known.arrays):
                found.add(self.families.of(name))
        return found

    def is_owned(self, family, loop):
        """Whether each trip has arrays of a family, or elements of them, of its own."""
        members = {n for n in self.known.arrays if self.families.of(n) == family}
        members &= names_in(loop)
        inside = bound(*loop.body)
        if members <= inside:
            return True
        if members & inside:
            return False
        axes = [self.axes(name, loop) for name in members]
        return len(members) == 1 and bool(axes[0]) and is_own_index(loop, [])

    def axes(self, name, loop):
        """The axes that the loop's variable indexes wherever an array is mentioned."""
        variable, found, counted = loop.target.id, None, 0
        for node in walk(loop):
            if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
                if node.value.id == name:
                    counted += 1
                    own = {
                        axis
                        for axis, item in enumerate(index_items(node))
                        if isinstance(item, gast.Name) and item.id == variable
                    }
                    found = own if found is None else found & own
        mentions = sum(isinstance(n, gast.Name) and n.id == name for n in walk(loop))
        return found if counted == mentions else set()
