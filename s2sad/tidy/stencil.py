"""What trips add to their neighbours is kept, and each element takes what it is owed.

for i in range(1, n - 1):               becomes     for i in range(1, n - 1):
    x_bar[i] -= 2.0 * y_bar[i]                          x_bar[i] -= 2.0 * y_bar[i]
    x_bar[i - 1] += y_bar[i]                            x_around_bar[i + 1] = y_bar[i]
    x_bar[i + 1] += y_bar[i]                        for i in range(n):
                                                        x_bar[i] += (
                                                            x_around_bar[i + 2]
                                                            + x_around_bar[i]
                                                        )

No trip adds to an element of another, so that compilers turn both loops into vector
instructions.  What is kept is made once, before the loops around; its border is never
written and stays zero, so that elements at the border are no exception.  In the
literature a scatter becomes a gather (Hückelheim et al., Automatic differentiation for
adjoint stencil loops, ICPP 2019); there the borders are loops of their own.
"""

import gast

from s2sad.facts.apart import Apart, Place
from s2sad.facts.elsewhere import lowest_of, offset_of
from s2sad.facts.extents import Extents
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array
from s2sad.facts.nests import Nest, beside, span, stop_of, width
from s2sad.facts.numbers import dtype_keyword
from s2sad.facts.text import root, stores
from s2sad.syntax import build
from s2sad.syntax.build import length, shifted
from s2sad.syntax.names import Fresh, names_in
from s2sad.syntax.rebuilt import rebuilt
from s2sad.syntax.terms import chain

_REASON = "each element takes what it is owed"


def stencil(function, known):
    """The function with what is added to neighbours gathered.

    Alone on one core, branches and loops that are in no other loop gain nothing.
    """
    if known.is_reverse:
        function.body = _Stencils(function, known).block(function.body)
    return function


class _Stencils:
    def __init__(self, function, known):
        self.known, self.everywhere = known, known.is_parallel
        self.apart = Apart(function, known)
        self.fresh = Fresh(names_in(function))
        self.extents = Extents.of_text(function, known)

    def block(self, statements):
        """Statements outside all loops, with the loops in them gathered."""
        out = []
        for node in statements:
            made, found = [], [node]
            if isinstance(node, gast.If):
                found = [build.with_blocks(node, self.block)]
            elif self.everywhere:
                found = self.inside([node], made)
            elif isinstance(node, (gast.For, gast.While)):
                found = [build.with_body(node, self.inside(node.body, made))]
            out += [*made, *found]
        return out

    def inside(self, statements, made):
        """The statements of a loop; `made` takes the arrays that they need."""
        out = []
        for node in statements:
            is_loop = isinstance(node, (gast.For, gast.While))
            gathered = self.gathered(node) if is_loop else None
            if gathered is not None:
                made.extend(gathered[0])
                out.extend(gathered[1])
                continue
            if build.has_blocks(node):
                node = build.with_blocks(node, lambda b: self.inside(b, made))
            out.append(node)
        return out

    def gathered(self, loop):
        families, in_branches = self.apart.families, self.everywhere
        nest = Nest(loop, self.known, families, self.extents, in_branches)
        return _Gathered(nest, self).statements()


class _Gathered:
    """The text of a nest whose elements take what they are owed."""

    def __init__(self, nest, owner):
        self.nest, self.loops, self.variables = nest, nest.loops, nest.variables
        self.known, self.apart, self.fresh = owner.known, owner.apart, owner.fresh
        self.made, self.begun, self.changed = [], [], {}

    def statements(self):
        """(the arrays to be made before, the loops, those that gather); or None.

        There is nothing to gain while trips still depend on each other.
        """
        after = []
        for name, shares in self.nest.arrays.items():
            shares = beside(shares)
            terms = self.kept_shares(name, shares)
            after += [build.comment(_REASON), self.gather(terms, shares)]
        if not after:
            return None
        loops = self.nest_around(rebuilt(self.loops[-1].body, self.exchanged))
        place = self.apart.places[id(self.loops[0])]
        return (self.made, [loops, *after]) if self.are_apart(loops, place) else None

    def exchanged(self, node):
        """What a statement of the innermost loop becomes."""
        return self.changed.get(id(node), [node])

    def nest_around(self, body):
        """The loops around other statements."""
        body = [*self.begun, *body]
        for loop in reversed(self.loops):
            body = [build.with_body(loop, body)]
        return body[0]

    def kept_shares(self, name, shares):
        """[(sign, where it is kept)] of what is owed to the elements of an array."""
        terms = []
        for group in _groups(shares, self.known):
            first, *others = group
            array = self.fresh(_word(name, group))
            self.made.append(self.new(array, name, shares))
            own = self.at(array, shares, [0] * len(self.loops))
            self.changed[id(first.node)] = [build.assign(own, first.node.value)]
            self.changed |= {id(share.node): [] for share in others}
            if first.block is not self.loops[-1].body:
                self.begun.append(build.assign(own, build.constant(0.0)))
            for share in group:
                back = [-offset for offset in share.offsets]
                terms.append((share.sign, self.at(array, shares, back)))
        return terms

    def are_apart(self, loop, place):
        """Whether the trips of loops one in another depend on none of each other."""
        while self.apart.would_be(loop, place):
            place = Place(place.after, (*place.around, loop))
            if not isinstance(loop.body[0], gast.For):
                return True
            (loop,) = loop.body
        return False

    def new(self, array, name, shares):
        """The statement that makes an array for what trips add to their neighbours."""
        kind = self.known.kinds[name]
        self.known.kinds[array] = Array(
            kind.dtype, len(self.loops), (False,) * len(self.loops)
        )
        self.known.arrays.add(array)
        self.known.derived.add(array)
        shape = [
            length(shifted(stop_of(loop), self.border(shares, n) + width(shares, n)))
            for n, loop in enumerate(self.loops)
        ]
        size = shape[0] if len(shape) == 1 else build.tuple_of(shape)
        more = dtype_keyword(kind.dtype).values()
        return build.assign(array, build.call("np.zeros", size, *more))

    def border(self, shares, number):
        """What is added to a loop's variable, so that all indices are natural."""
        return max(0, width(shares, number) - lowest_of(self.loops[number])[0])

    def at(self, array, shares, moved):
        items = [
            shifted(build.name(v), self.border(shares, n) + step)
            for n, (v, step) in enumerate(zip(self.variables, moved))
        ]
        return build.subscript(build.name(array), *items)

    def gather(self, terms, shares):
        """The loops in which each element takes what it is owed."""
        place = shares[0].node.target
        items = []
        for item in index_items(place):
            own = [v for v in self.variables if offset_of(item, v) is not None]
            items.append(build.name(own[0]) if own else item)
        place = build.stored(build.subscript(build.name(place.value.id), *items))
        terms = sorted(terms, key=lambda term: -term[0])
        is_sum = terms[0][0] > 0
        value = chain(terms if is_sum else [(-sign, term) for sign, term in terms])
        op = gast.Add() if is_sum else gast.Sub()
        body = [gast.AugAssign(place, op, value)]
        for number, loop in reversed(list(enumerate(self.loops))):
            low, high = span(shares, number)
            first = lowest_of(loop)[0] + low
            bounds = [shifted(stop_of(loop), high)]
            if first:
                bounds.insert(0, build.constant(first))
            body = [build.counted(loop.target.id, bounds, body)]
        return gast.copy_location(body[0], self.loops[0])


def _groups(shares, known):
    """Shares in lists of those that add the same value."""
    groups = []
    for share in shares:
        for group in groups:
            if _is_same(group[0], share, known):
                group.append(share)
                break
        else:
            groups.append([share])
    return groups


def _is_same(first, second, known):
    """Whether two statements add the same: equal text, and nothing of it changes."""
    values = [share.node.value for share in (first, second)]
    if first.block is not second.block or gast.dump(values[0]) != gast.dump(values[1]):
        return False
    block = first.block
    between = block[block.index(first.node) : block.index(second.node)]
    changed = {root(place) for node in between for place, _ in stores(node, known)}
    return not changed & names_in(values[0])


def _word(name, group):
    """A name for what trips add to their neighbours: of `x_bar` it is `x_ahead_bar`."""
    steps = [step for share in group for step in share.offsets]
    side = "around"
    if all(step >= 0 for step in steps):
        side = "ahead"
    if all(step <= 0 for step in steps):
        side = "behind"
    return f"{name.removesuffix('_bar')}_{side}_bar"
