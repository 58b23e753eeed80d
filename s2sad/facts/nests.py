"""Loops one in another that add to elements beside those of their own trips.

for i in range(1, n - 1):
    x_bar[i - 1] += y_bar[i]        one behind
    x_bar[i + 1] += y_bar[i]        one ahead

Such stencils may be turned from what a trip gives into what an element takes.
"""

from dataclasses import dataclass

import gast

from s2sad.facts.elsewhere import lowest_of, offset_of
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array
from s2sad.facts.text import contents, root, stores
from s2sad.syntax.build import is_sum, shifted
from s2sad.syntax.names import bound, names_in


@dataclass
class Share:
    """What one statement, of one block, adds to an element beside that of its trip."""

    node: gast.AugAssign
    block: list
    offsets: tuple

    @property
    def sign(self):
        return 1 if isinstance(self.node.op, gast.Add) else -1


class Nest:
    """Loops one in another, and the arrays to whose elements they add as a stencil.

    `in_branches` says whether what they add in branches counts.
    """

    def __init__(self, loop, known, families, extents, in_branches):
        self.known, self.families, self.extents = known, families, extents
        self.in_branches = in_branches
        self.loops, self.arrays = _perfect(loop), {}
        self.variables = [n.target.id for n in self.loops]
        if self.loops and self.is_steady():
            self.enter(self.loops[-1].body)
            self.arrays = {n: s for n, s in self.arrays.items() if self.pays(n, s)}

    def is_steady(self):
        """Whether all loops step by one, over ranges that are always the same."""
        return not set(self.variables) & bound(*self.loops[-1].body) and all(
            abs(lowest_of(n)[1]) == 1
            and lowest_of(n)[0] is not None
            and self.extents.of(stop_of(n)) is not None
            and all(self.is_known_before(w) for w in names_in(stop_of(n)) - {"len"})
            for n in self.loops
        )

    def is_known_before(self, name):
        """Whether a name has a value before the loops begin."""
        tree = self.extents.tree
        defs = tree.defs.get(name, [])
        is_given = name in tree.plain.parameters
        return is_given or any(not tree.loops_around(n) for n in defs)

    def enter(self, block):
        """Note what the statements of a block add to elements of adjoints."""
        for node in block:
            if isinstance(node, gast.If):
                if not self.in_branches:
                    continue
                self.enter(node.body)
                self.enter(node.orelse)
            else:
                self.meet(node, block)

    def meet(self, node, block):
        if not is_sum(node):
            return
        name = root(node.target)
        offsets = self.offsets(node.target)
        if any(stores(node.value, self.known)):
            return
        if offsets is not None and name in self.known.derived:
            self.arrays.setdefault(name, []).append(Share(node, block, offsets))

    def offsets(self, place):
        """How far a place is from that of its trip, along each loop; None if unknown.

        In all axes that no loop runs over, an index is the same in each trip.
        """
        if not isinstance(place, gast.Subscript) or not isinstance(
            place.value, gast.Name
        ):
            return None
        found, items = {}, index_items(place)
        if len(items) != self.known.kinds[place.value.id].rank:
            return None
        for item in items:
            pairs = [(v, offset_of(item, v)) for v in self.variables]
            own = [(v, offset) for v, offset in pairs if offset is not None]
            if not own:
                if names_in(item) & bound(self.loops[0]):
                    return None
                continue
            ((variable, offset),) = own
            if variable in found:
                return None
            found[variable] = offset
        if set(found) != set(self.variables):
            return None
        return tuple(found[v] for v in self.variables)

    def pays(self, name, shares):
        """Whether trips add to each other's elements, and only that."""
        kind = self.known.kinds.get(name)
        axes = {self.axes(share.node.target) for share in shares}
        return (
            isinstance(kind, Array)
            and len({share.offsets for share in shares}) > 1
            and len(axes) == 1
            and self.is_only_added(name)
            and self.is_inside(name, shares)
        )

    def axes(self, place):
        """The place, its indices without their offsets."""
        items = index_items(place)
        return tuple(
            next(
                (v for v in self.variables if offset_of(item, v) is not None),
                gast.dump(item),
            )
            for item in items
        )

    def is_only_added(self, name):
        """Whether nothing reads the array, or another that shares its memory."""
        family = self.families.of(name)
        for node in statements_of(self.loops[-1].body):
            code = node.test if isinstance(node, gast.If) else node.value
            read = contents(code, self.known)[1]
            if family in {self.families.of(n) for n in read}:
                return False
            if isinstance(node, gast.If):
                continue
            for place, owner in stores(node, self.known):
                if self.families.of(root(place)) == family:
                    if not is_sum(owner) or root(place) != name:
                        return False
        return True

    def is_inside(self, name, shares):
        """Whether all elements from the first to the last one exist."""
        extents = self.extents.of_array(name)
        if extents is None:
            return False
        place = shares[0].node.target
        shares = beside(shares)
        for item, extent in zip(index_items(place), extents):
            for number, loop in enumerate(self.loops):
                if offset_of(item, loop.target.id) is None:
                    continue
                low, high = span(shares, number)
                end = shifted(stop_of(loop), high)
                if lowest_of(loop)[0] + low < 0:
                    return False
                if not self.extents.is_at_most(end, extent):
                    return False
        return True


def _perfect(loop):
    """Loops that hold nothing but the next one, the last nothing but assignments."""
    loops = []
    while isinstance(loop, gast.For):
        loops.append(loop)
        if len(loop.body) != 1 or not isinstance(loop.body[0], gast.For):
            simple = (gast.Assign, gast.AugAssign, gast.If)
            is_simple = all(isinstance(n, simple) for n in statements_of(loop.body))
            return loops if is_simple else []
        loop = loop.body[0]
    return []


def stop_of(loop):
    """The end of a range that steps by one, read upward."""
    bounds = loop.iter.args
    return shifted(bounds[0], 1) if len(bounds) == 3 else bounds[-1]


def beside(shares):
    return [share for share in shares if any(share.offsets)]


def span(shares, number):
    """(the lowest, the highest offset) of shares along one of the loops."""
    offsets = [share.offsets[number] for share in shares]
    return min(offsets), max(offsets)


def width(shares, number):
    low, high = span(shares, number)
    return high - low


def statements_of(block):
    """The statements of a block and of its branches."""
    for node in block:
        yield node
        if isinstance(node, gast.If):
            yield from statements_of(node.body)
            yield from statements_of(node.orelse)
