"""The tangents in all unit directions: seeds that are 1 in one place are not read.

for c in range(directions):                         becomes
    r_dot = x_dot[i + 1, c] - 2.0 * x[i] * x_dot[i, c]
    y_dot[i, c] += a * r_dot                        y_dot[i, i + 1] += a
                                                    y_dot[i, i] -= 2.0 * x[i] * a

Lines for one direction are linear in tangents, so what comes of each seed is added in
the column that the seed belongs to, and only tangents that are set elsewhere need the
loop. It is the chain rule on the partial derivatives of a trip, where directions in
chunks would multiply by zeros (Griewank and Walther, Evaluating Derivatives, chapters
8 and 11: the Jacobians of partially separable functions).
"""

from collections import Counter
from dataclasses import replace
from functools import partial

import gast

from s2sad.differentiate.superpose import is_nothing, is_superposed, superposed
from s2sad.facts.bounds import is_own_index
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name
from s2sad.facts.indices import index_items
from s2sad.facts.kinds import FLOAT, Array
from s2sad.facts.text import Families, may_change, stores
from s2sad.syntax import build
from s2sad.syntax.fold import ZERO, is_zero
from s2sad.syntax.names import Fresh, bound, copied, names_in, parameters, rewritten
from s2sad.syntax.walk import walk

# Seeds that one loop over the directions may read: each becomes lines of its own.
_MOST = 8


class _Unknown(Exception):
    """Tangents that must be taken in directions one by one, or in chunks."""


def in_units(wide, singles, name, doc):
    """The tangents in all unit directions of a leaf, of those in several; or None.

    It takes the arguments alone, and what it returns has the axes of the leaf last: the
    Jacobian; `name` and `doc` are its own. None says that nothing would be gained, or
    that room would be lost.
    `singles` has, for the name of a function that is called in many directions, that
    of its like for one.
    """
    (leaf,) = wide.active
    try:
        return _Units(wide, leaf, singles).function(name, doc)
    except _Unknown:
        return None


class _Units:
    def __init__(self, wide, leaf, singles):
        self.wide, self.known, self.kinds = wide, wide.known, wide.known.kinds
        self.families = Families(wide.node, wide.known)
        self.stores = [*stores(wide.node, wide.known)]
        self.stored = Counter(base_name(place) for place, _ in self.stores)
        self.mentions = _mentions(wide.node)
        self.dots = set(wide.dots.values())
        self.seed, self.rank = wide.dots[leaf], self.kinds[leaf].rank
        self.fresh = Fresh(names_in(wide.node))
        shape = build.attribute(build.name(leaf), "shape")
        self.sizes = [
            build.subscript(shape, build.constant(axis)) for axis in range(self.rank)
        ]
        self.axes = [self.fresh("cdefgh"[axis % 6]) for axis in range(self.rank)]
        self.gain, self.is_matrix = 0, False
        self.singles, self.places, self.parts = singles, {}, {}
        self.readers, self.births = {}, {}
        for node in wide.node.body:
            for name in bound(node) if isinstance(node, gast.Assign) else ():
                self.births.setdefault(name, []).append(node)

    def function(self, name, doc):
        _, start, *statements = self.wide.node.body
        self.count = start.targets[0].id
        self.find_readers(statements, [])
        # The others are factors that all directions share.
        inside = {n for loop in self.over_directions() for n in bound(*loop.body)}
        arrays = {d for d in self.dots if isinstance(self.kinds.get(d), Array)}
        self.dots &= inside | arrays
        body = self.block(statements, [])
        if not self.gain or {self.seed, self.count} & names_in(*body):
            raise _Unknown
        self.check_room(body)
        own = [p for p in parameters(self.wide.node) if p != self.seed]
        node = build.function(name, own, body, doc)
        return replace(self.wide, node=node, known=self.new_known())

    def over_directions(self):
        return filter(self.is_over_directions, walk(self.wide.node))

    def check_room(self, body):
        """Only results and the tangents of numbers may have room for all directions.

        Beside a matrix with a column for each of them, those of vectors may too.
        """
        returned = names_in(body[-1])
        most = 2 if self.is_matrix else 1
        for dot in self.dots & names_in(*body) - returned:
            if getattr(self.kinds[dot], "rank", 0) > most:
                raise _Unknown

    def new_known(self):
        names = [name for parts in self.parts.values() for name in parts.values()]
        kinds = self.kinds | dict.fromkeys(names, FLOAT)
        for dot in self.dots - {self.seed}:
            kind = kinds.get(dot)
            if isinstance(kind, Array):
                ones = (*kind.ones, *[False] * (self.rank - 1))
                kinds[dot] = replace(kind, rank=kind.rank + self.rank - 1, ones=ones)
        derived = self.wide.known.derived | set(names)
        return replace(self.wide.known, kinds=kinds, derived=derived)

    def block(self, statements, loops):
        out = []
        for number, node in enumerate(statements):
            after = statements[number + 1 :]
            if self.is_over_directions(node):
                out += self.loop(node, loops, after)
            elif build.has_blocks(node):
                around = loops if isinstance(node, gast.If) else [*loops, node]
                change = partial(self.block, loops=around)
                out.append(build.with_blocks(node, change))
            elif (given := self.times_seeds(node)) is not None:
                self.gain, self.is_matrix = self.gain + 1, True
                out.append(build.assign(node.targets[0], given))
            elif self.callee(node) in self.singles:
                out += self.call(node, loops, after)
            else:
                out.append(_spread(node, self.count, self.sizes))
        return out

    def times_seeds(self, node):
        """The matrix that a statement multiplies by the seeds: it is the product."""
        value = getattr(node, "value", None)
        if not isinstance(value, gast.BinOp) or not isinstance(value.op, gast.MatMult):
            return None
        if getattr(value.right, "id", None) != self.seed or self.rank > 1:
            return None
        changed = {
            self.families.of(base_name(place))
            for place, changing in self.stores
            if changing is not node
        }
        product, matrix = node.targets[0].id, base_name(value.left)
        if matrix is None or changed & {*map(self.families.of, (product, matrix))}:
            return None
        if self.known.kind(value.left).dtype != self.kinds[product].dtype:
            return None
        returned = set(map(self.families.of, names_in(self.wide.node.body[-1])))
        if self.families.of(product) in returned:
            return build.call(build.attribute(value.left, "copy"))
        return value.left

    def is_over_directions(self, node):
        if not isinstance(node, gast.For) or not isinstance(node.iter, gast.Call):
            return False
        return [getattr(n, "id", None) for n in node.iter.args] == [self.count]

    def loop(self, node, loops, after):
        """What a loop over the directions becomes: a loop of less, and columns."""
        index, lines = node.target.id, node.body
        columns = self.columns_of(lines, index)
        if not columns and not self.parts.keys() & names_in(*lines):
            return [self.over_all(index, lines)]
        own, rest = self.rest(node, columns, after)
        if not is_superposed(lines, self.dots, self.families, own):
            raise _Unknown
        self.gain += bool(loops) and all(is_nothing(n.value) for n in rest)
        rest = [line for line in rest if not self.is_first(line, loops)]
        out = [self.over_all(index, rest)] if rest else []
        # those that have nothing in any column are 0 behind this loop
        self.parts |= {dot: {} for dot in own}
        for column in columns:
            names = {dot: self.part(dot, column) for dot in own}
            found = superposed(lines, partial(self.in_column, column), names, True)
            self.keep(names, column, bound(*found))
            out += [_spread(line, index, self.places[column]) for line in found]
        return out

    def rest(self, node, columns, after):
        """(tangents that are numbers in columns, lines without columns) of a loop."""
        places = {base_name(build.place_of(line)) for line in node.body}
        own = {d: d for d in places if self.is_local(d, node, columns, after)}
        while True:
            lines = superposed(node.body, partial(self.in_column, None), own, False)
            more = bound(*lines) & own.keys()
            if not more:
                return own.keys(), lines
            own = {dot: dot for dot in own.keys() - more}

    def part(self, dot, column):
        """The name of what a tangent has in a column."""
        words = [getattr(item, "id", "") for item in self.places[column]]
        return self.fresh("_".join(filter(None, [dot, *words])))

    def keep(self, names, column, found):
        """Keep the names of what tangents have in a column, of those that are set."""
        for dot, name in names.items():
            if name in found:
                self.parts[dot][column] = name

    def in_column(self, column, part):
        """What an element of a tangent is in a column, or None where it stays.

        Without a column it is what is left when no seed is read.
        """
        name = base_name(part)
        if name in self.parts:
            word = self.parts[name].get(column)
            return build.name(word) if word else ZERO
        if name == self.seed:
            axes = index_items(part)[: self.rank]
            return build.constant(1.0) if self.text(axes) == column else ZERO
        is_element = isinstance(part, gast.Subscript)
        return ZERO if column and is_element and name in self.dots else None

    def is_local(self, dot, node, columns, after):
        """Whether a number's tangent is set here, and read behind it in its block."""
        if dot not in self.dots or getattr(self.kinds.get(dot), "rank", 0) != 1:
            return False
        rooms = [n for n in self.births.get(dot, []) if n is not node]
        readers = self.readers.get(dot, [])
        seen = len(rooms) + sum(count for _, count in readers)
        if self.stored[dot] != len(rooms) + 1 or self.mentions[dot] != seen:
            return False
        block = [id(other) for other in (node, *after)]
        places = [
            next((number for number, word in enumerate(block) if word in way), -1)
            for way, _ in readers
        ]
        if -1 in places:
            return False
        axes = [item for column in columns for item in self.places[column]]
        until = after[: max(places, default=0)]
        return not may_change(axes, until, self.known, self.families)

    def find_readers(self, statements, around):
        """What reads tangents column by column: loops over the directions, and calls.

        {tangent: [(ids of a statement and of those around it, mentions in it)]}
        """
        for node in statements:
            way = [*around, id(node)]
            if self.is_over_directions(node) or self.callee(node) in self.singles:
                for name, count in _mentions(node).items():
                    self.readers.setdefault(name, []).append(({*way}, count))
            elif build.has_blocks(node):
                self.find_readers([*node.body, *node.orelse], way)

    # calls

    def callee(self, node):
        """The function for many directions that a statement calls."""
        value = node.value if isinstance(node, gast.Assign) else None
        return getattr(getattr(value, "func", None), "id", None)

    def call(self, node, loops, after):
        """Calls of a tangent in one direction, for each column that they are given."""
        call, (place,) = node.value, node.targets
        columns = {c: None for item in call.args for c in self.columns_given(item)}
        targets = place.elts if isinstance(place, gast.Tuple) else [place]
        dots = [item.id for item in targets if item.id in self.dots]
        is_local = all(self.is_local(dot, node, columns, after) for dot in dots)
        if not columns or not is_local:
            raise _Unknown
        self.gain += bool(loops)
        self.parts |= {dot: {} for dot in dots}
        out = []
        for column in columns:
            names = {dot: self.part(dot, column) for dot in dots}
            given = [self.given(item, column) for item in call.args]
            places = [build.target(names.get(n.id, n.id)) for n in targets]
            new = gast.Call(
                build.name(self.singles[call.func.id]), given, call.keywords
            )
            if len(columns) > 1 and self.known.written(new):
                raise _Unknown
            place = places[0] if len(places) == 1 else places
            out.append(gast.copy_location(build.assign(place, new), node))
            self.keep(names, column, set(names.values()))
        return out

    def columns_given(self, item):
        """The columns that the tangent has that is an argument; none of others."""
        if not self.dots & names_in(item):
            return []
        if isinstance(item, gast.Name) and item.id in self.parts:
            return self.parts[item.id]
        if not isinstance(item, gast.Subscript) or base_name(item) != self.seed:
            raise _Unknown
        return [self.column(item, index_items(item))]

    def given(self, item, column):
        if not self.dots & names_in(item):
            return copied(item)
        found = self.in_column(column, item)
        return build.constant(0.0) if is_zero(found) else found

    # columns

    def text(self, axes):
        return " ".join(map(gast.dump, axes))

    def column(self, part, axes):
        """The column that an element of the seeds belongs to, with its place kept."""
        if len(axes) != self.rank or not isinstance(part.value, gast.Name):
            raise _Unknown
        if any(isinstance(item, gast.Slice) for item in axes):
            raise _Unknown
        self.places[self.text(axes)] = axes
        return self.text(axes)

    def columns_of(self, lines, index):
        """The columns of the tangents that lines for one direction read, in order."""
        found = {}
        for node in (n for line in lines for n in gast.walk(line.value)):
            if isinstance(node, gast.Subscript) and base_name(node) == self.seed:
                *axes, last = index_items(node)
                if getattr(last, "id", None) != index or index in names_in(*axes):
                    raise _Unknown
                found[self.column(node, axes)] = None
            elif isinstance(node, gast.Subscript) and base_name(node) in self.parts:
                found |= dict.fromkeys(self.parts[base_name(node)])
        if len(found) > _MOST:
            raise _Unknown
        return list(found)

    def is_first(self, line, loops):
        """Whether a line sets zeros to 0: rows born so, none was met before."""
        place = line.targets[0] if isinstance(line, gast.Assign) else None
        name = base_name(place)
        if not isinstance(place, gast.Subscript) or not is_nothing(line.value):
            return False
        births = self.births.get(name, [])
        is_zeros = len(births) == 1 and _called(births[0].value) == "np.zeros"
        return is_zeros and self.is_met(name, loops) and self.is_once(place, loops)

    def is_met(self, name, loops):
        """Whether an array is written first in these loops, by one line of them."""
        # another name may be bound to it, or to a part of it, and written through
        family = self.families.of(name)
        by = {id(n) for p, n in self.stores if self.families.of(base_name(p)) == family}
        if not loops:
            return len(by) == 2
        times = [(n, sum(id(c) in by for c in walk(n))) for n in self.wide.node.body]
        birth, (first, count) = [pair for pair in times if pair[1]][:2]
        return birth[1] == count == 1 and first is loops[0]

    def is_once(self, place, loops):
        """Whether every trip of the loops around a place has another row."""
        rows = {getattr(item, "id", None) for item in index_items(place)}
        own = (isinstance(n, gast.For) and is_own_index(n, loops) for n in loops)
        return all(own) and all(n.target.id in rows for n in loops)

    def over_all(self, index, lines):
        """Lines for each direction, in loops over the axes of the leaf."""
        axes = [build.name(axis) for axis in self.axes]
        lines = [_spread(line, index, axes) for line in lines]
        for axis, size in [*zip(self.axes, self.sizes)][::-1]:
            lines = [build.counted(axis, [size], lines)]
        return lines[0]


def _mentions(tree):
    """How often a tree mentions each name."""
    return Counter(node.id for node in walk(tree) if isinstance(node, gast.Name))


def _called(node):
    return spelling(node.func) if isinstance(node, gast.Call) else None


def _spread(node, name, items):
    """A statement with several items for the name that comes last in its tuples."""

    def spread(parts):
        *first, last = parts
        return [*[_spread(part, name, items) for part in first], *copies(last)]

    def copies(last):
        if getattr(last, "id", None) == name:
            return [copied(item) for item in items]
        return [_spread(last, name, items)]

    def change(part):
        if isinstance(part, gast.Tuple) and part.elts:
            return gast.Tuple(spread(part.elts), part.ctx)
        if getattr(part, "id", None) == name:
            found = copies(part)
            return found[0] if len(found) == 1 else build.tuple_of(found)
        return None

    return rewritten(node, change)
