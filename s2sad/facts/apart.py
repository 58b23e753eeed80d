"""Which loops of a generated function have trips that touch nothing of each other.

for i in range(n):
    x_bar[i] += 2.0 * x[i]      each trip has an element of its own

Each trip must write elements of its own, at an index that is no other trip's, and may
only add to numbers: then trips may run at once. Where trips may add to elements of
others as well, they may run in any order.
"""

from dataclasses import dataclass

import gast

from s2sad.facts.bounds import is_natural
from s2sad.facts.elsewhere import lowest_of, offset_of
from s2sad.facts.exposed import Exposure, exposed
from s2sad.facts.infer import index_items
from s2sad.facts.text import AtOnce, mentions, root, stores
from s2sad.syntax import build
from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk


@dataclass(frozen=True)
class Place:
    """Where a loop stands: the names read after it, the loops around it."""

    after: frozenset
    around: tuple


class Apart:
    """What the trips of the loops of one function share.

    `may_add` says whether trips may add to elements of others.
    """

    def __init__(self, function, known, may_add=False):
        self.known, self.may_add = known, may_add
        self.families = AtOnce(function, known)
        self.places = {}
        self.enter(function.body, Place(frozenset(), ()), Exposure())

    def enter(self, statements, place, exposure):
        """Note where each loop in a block stands."""
        for number, node in enumerate(statements):
            if not build.has_blocks(node):
                continue
            after = place.after | exposure.of(statements[number + 1 :])[0]
            own = Place(after, place.around)
            if isinstance(node, gast.If):
                self.enter(node.body, own, exposure)
                self.enter(node.orelse, own, exposure)
            else:
                self.places[id(node)] = own
                again = Place(after | exposure.of([node])[0], (*place.around, node))
                self.enter(node.body, again, exposure)

    def is_apart(self, loop):
        """Whether no trip of a loop of the function touches what another writes."""
        return self.would_be(loop, self.places[id(loop)])

    def would_be(self, loop, place):
        """The same of a loop that would stand at a place."""
        after, around = place.after, place.around[::-1]
        leaves = (gast.Break, gast.Return, gast.Raise, gast.Assert, gast.Pass)
        names = self.bound_names(loop)
        if loop.target.id in names | after or any(
            isinstance(n, leaves) for n in walk(loop)
        ):
            return False
        return all(self.is_private(n, loop, after) for n in names) and all(
            self.is_owned(family, loop, around) for family in self.written(loop)
        )

    def bound_names(self, loop):
        """The names that the trips of a loop bind; `x += y` writes into an array x."""
        found = bound(*loop.body)
        return {
            name
            for name in found
            if name not in self.known.arrays or not self.only_added(name, loop)
        }

    def is_private(self, name, loop, after):
        """Whether trips only add to a number, or set it before they read it."""
        if name not in self.known.arrays and self.only_added(name, loop):
            return True
        return name not in after and name not in exposed(loop.body)[0]

    def only_added(self, name, loop):
        """Whether all that a loop does with a name is to add to it."""
        sums = 0
        for node in walk(loop):
            if isinstance(node, gast.AugAssign) and root(node.target) == name:
                if not isinstance(node.op, (gast.Add, gast.Sub)):
                    return False
                sums += 1
        return 0 < sums == list(mentions(loop)).count(name)

    def written(self, loop):
        """The families of arrays that a loop writes into."""
        found = set()
        for place, node in stores(loop, self.known):
            is_whole = isinstance(place, gast.Name) and isinstance(node, gast.Assign)
            name = root(place)
            if not is_whole and (name in self.known.arrays):
                found.add(self.families.of(name))
        return found

    def is_owned(self, family, loop, around):
        """Whether each trip has arrays of a family, or elements of them, of its own."""
        members = {n for n in self.known.arrays if self.families.of(n) == family}
        members &= set(mentions(loop))
        inside = self.bound_names(loop)
        if members <= inside:
            return True
        if members & inside or len(members) > 1:
            return False
        (name,) = members
        if self.may_add and self.only_added(name, loop):
            return True
        return bool(self.axes(name, loop, around))

    def axes(self, name, loop, around):
        """The (axis, offset) at which each mention of an array has the variable."""
        found, counted = None, 0
        for node in walk(loop):
            if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
                if node.value.id == name:
                    counted += 1
                    own = {
                        (axis, offset_of(item, loop.target.id))
                        for axis, item in enumerate(index_items(node))
                    }
                    found = own if found is None else found & own
        if counted != list(mentions(loop)).count(name):
            return set()
        return {pair for pair in found or () if is_own(loop, around, pair[1])}


def is_own(loop, around, offset):
    """Whether the variable of a loop plus an offset is another index in each trip.

    An index below 0 counts from the end, and may be one that was there before.
    """
    if offset is None or loop.target.id in bound(*loop.body):
        return False
    if offset < 0:
        lowest, step = lowest_of(loop)
        return bool(step) and lowest is not None and lowest + offset >= 0
    return is_natural(build.name(loop.target.id), [loop, *around])
