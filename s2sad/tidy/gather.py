"""What a loop adds to one element of an adjoint is summed in a number of its own.

for j in range(n):                  becomes     x_i_bar = 0.0
    x_bar[i] += y[j] * s_bar                    for j in range(n):
                                                    x_i_bar += y[j] * s_bar
                                                x_bar[i] += x_i_bar

Compilers keep a number in a register, and turn its sum into vector instructions; an
element of an array they must write back in each trip.
"""

from dataclasses import dataclass, field

import gast

from s2sad.facts.extents import Extents
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import FLOAT, Array
from s2sad.facts.text import Families, contents, root, stores
from s2sad.syntax import build
from s2sad.syntax.build import is_sum, number_of
from s2sad.syntax.names import Fresh, bound, names_in
from s2sad.syntax.rebuilt import rebuilt
from s2sad.syntax.walk import walk


def gather(function, known):
    """The function with the sums of its loops gathered."""
    if known.is_reverse:
        function.body = _Gatherer(function, known).block(function.body, [])
    return function


@dataclass
class _Sum:
    """The statements of a loop that add to one element."""

    place: gast.AST
    nodes: list = field(default_factory=list)


class _Gatherer:
    def __init__(self, function, known):
        self.known = known
        self.families = Families(function, known)
        self.fresh = Fresh(names_in(function))
        self.extents = Extents.of_text(function, known)

    def block(self, statements, around):
        out = []
        for node in statements:
            if isinstance(node, gast.If):
                node = build.with_blocks(node, lambda b: self.block(b, around))
            if not isinstance(node, (gast.For, gast.While)):
                out.append(node)
                continue
            before, loop, after = self.gathered(node, around)
            body = self.block(loop.body, [*around, loop])
            loop = gast.copy_location(build.with_body(loop, body), node)
            out.extend([*before, loop, *after])
        return out

    def gathered(self, loop, around):
        """(what begins the sums, the loop, what adds them to their elements)."""
        before, after, changed = [], [], {}
        for total in self.sums(loop, around):
            place = build.loaded(total.place)
            name = self.fresh(_word(place))
            self.known.derived.add(name)
            self.known.kinds[name] = FLOAT
            before.append(build.assign(name, build.constant(0.0)))
            after.append(
                gast.AugAssign(build.stored(place), gast.Add(), build.name(name))
            )
            for node in total.nodes:
                new = gast.AugAssign(build.target(name), node.op, node.value)
                changed[id(node)] = gast.copy_location(new, node)
        if changed:
            body = rebuilt(loop.body, lambda node: [changed.get(id(node), node)])
            loop = build.with_body(loop, body)
        return before, loop, after

    def sums(self, loop, around):
        """The elements that stay the same while a loop only adds to them."""
        found, spoiled = {}, self.spoiled(loop)
        set_inside = bound(loop)
        for node in walk(loop):
            if not is_sum(node) or not self.is_element(node.target, set_inside):
                continue
            if self.families.of(node.target.value.id) in spoiled:
                continue
            if self.is_within(node.target, around):
                key = gast.dump(build.loaded(node.target))
                found.setdefault(key, _Sum(node.target)).nodes.append(node)
        return list(found.values())

    def spoiled(self, loop):
        """The families of arrays that a loop reads, binds or writes in other ways."""
        found = set()
        for node in walk(loop):
            if isinstance(node, (gast.If, gast.While)):
                found |= contents(node.test, self.known)[1]
            elif isinstance(node, gast.For):
                found |= contents(node.iter, self.known)[1]
            elif is_sum(node):
                found |= contents(node.value, self.known)[1]
            elif isinstance(node, gast.stmt):
                found |= contents(node, self.known)[1]
                found |= {root(place) for place, _ in stores(node, self.known)}
        return {self.families.of(name) for name in found if name is not None}

    def is_element(self, place, changing):
        """Whether a place is one element of an adjoint, the same in each trip."""
        if not isinstance(place, gast.Subscript) or not isinstance(
            place.value, gast.Name
        ):
            return False
        name, kind = place.value.id, self.known.kinds.get(place.value.id)
        return (
            name in self.known.derived
            and isinstance(kind, Array)
            and kind.dtype == "float64"
            and len(index_items(place)) == kind.rank
            and not names_in(place) & changing
        )

    def is_within(self, place, around):
        """Whether an element surely exists, if the loop makes no trip as well."""
        extents = self.extents.of_array(place.value.id)
        return extents is not None and all(
            self.is_index(item, extent, around)
            for item, extent in zip(index_items(place), extents)
        )

    def is_index(self, item, extent, around):
        number = number_of(item)
        if number is not None:
            return extent.isdigit() and -int(extent) <= number < int(extent)
        if not isinstance(item, gast.Name):
            return False
        return self.extents.is_index(item, extent, around)


def _word(place):
    """A name for the sum of an element: of `x_bar[i]` it is `x_i_bar`."""
    stem = place.value.id.removesuffix("_bar")
    items = [
        i.id if isinstance(i, gast.Name) else str(number_of(i))
        for i in index_items(place)
    ]
    return "_".join([stem, *items, "bar"])
