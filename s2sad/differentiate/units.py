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

from dataclasses import replace

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name
from s2sad.facts.extents import is_own_index
from s2sad.facts.indices import index_items
from s2sad.facts.kinds import Array
from s2sad.facts.text import Families, stores
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.fold import ZERO, fold, is_zero, split_sign
from s2sad.syntax.names import Fresh, bound, copied, names_in, parameters, rewritten
from s2sad.syntax.walk import walk

# Seeds that one loop over the directions may read: each becomes lines of its own.
_MOST = 8


class _Unknown(Exception):
    """Tangents that must be taken in directions one by one, or in chunks."""


def in_units(wide):
    """The tangents in all unit directions of a leaf, of those in several; or None.

    It takes the arguments alone, and what it returns has the axes of the leaf last: the
    Jacobian. None says that nothing would be gained, or that room would be lost.
    """
    (leaf,) = wide.active
    try:
        return _Units(wide, leaf).function()
    except _Unknown:
        return None


class _Units:
    def __init__(self, wide, leaf):
        self.wide, self.known, self.kinds = wide, wide.known, wide.known.kinds
        self.families = Families(wide.node, wide.known)
        self.dots = set(wide.dots.values())
        self.seed, self.rank = wide.dots[leaf], self.kinds[leaf].rank
        self.fresh = Fresh(names_in(wide.node))
        shape = build.attribute(build.name(leaf), "shape")
        self.sizes = [
            build.subscript(shape, build.constant(axis)) for axis in range(self.rank)
        ]
        self.axes = [self.fresh(letter) for letter in "cdefg"[: self.rank]]
        self.gain, self.is_matrix = 0, False

    def function(self):
        *doc, start = self.wide.node.body[:2]
        self.count = start.targets[0].id
        # The others are factors that all directions share.
        inside = {n for loop in self.over_directions() for n in bound(*loop.body)}
        arrays = {d for d in self.dots if isinstance(self.kinds.get(d), Array)}
        self.dots &= inside | arrays
        body = self.block(self.wide.node.body[len(doc) + 1 :], [])
        if not self.gain or {self.seed, self.count} & names_in(*body):
            raise _Unknown
        self.check_room(body)
        own = [p for p in parameters(self.wide.node) if p != self.seed]
        node = build.function(self.wide.node.name, own, [*doc, *body])
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
        kinds = dict(self.kinds)
        for dot in self.dots - {self.seed}:
            kind = kinds.get(dot)
            if isinstance(kind, Array):
                ones = (*kind.ones, *[False] * (self.rank - 1))
                kinds[dot] = replace(kind, rank=kind.rank + self.rank - 1, ones=ones)
        return replace(self.wide.known, kinds=kinds)

    def block(self, statements, loops):
        out = []
        for node in statements:
            if self.is_over_directions(node):
                out += self.loop(node, loops)
            elif isinstance(node, gast.If):
                sides = (self.block(b, loops) for b in (node.body, node.orelse))
                out.append(gast.copy_location(gast.If(node.test, *sides), node))
            elif isinstance(node, (gast.For, gast.While)):
                new = build.with_body(node, self.block(node.body, [*loops, node]))
                out.append(gast.copy_location(new, node))
            elif (given := self.times_seeds(node)) is not None:
                self.gain, self.is_matrix = self.gain + 1, True
                out.append(build.assign(node.targets[0], given))
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
            for place, changing in stores(self.wide.node, self.known)
            if changing is not node
        }
        names = node.targets[0].id, base_name(value.left)
        if names[1] is None or changed & set(map(self.families.of, names)):
            return None
        return value.left

    def is_over_directions(self, node):
        if not isinstance(node, gast.For) or not isinstance(node.iter, gast.Call):
            return False
        return [getattr(n, "id", None) for n in node.iter.args] == [self.count]

    def loop(self, node, loops):
        """What a loop over the directions becomes: a loop of less, and columns."""
        index, lines = node.target.id, node.body
        seeds = self.seeds_read(lines, index)
        if not seeds:
            return [self.over_all(index, lines)]
        self.check(lines, index)
        rest = self.reduced(lines, index, None)
        self.gain += bool(loops) and all(_is_nothing(n.value) for n in rest)
        rest = [line for line in rest if not self.is_first(line, loops)]
        out = [self.over_all(index, rest)] if rest else []
        for text, place in seeds.items():
            axes = index_items(place)[:-1]
            found = self.reduced(lines, index, text)
            out += [_spread(line, index, axes) for line in found]
        return out

    def is_first(self, line, loops):
        """Whether a line sets zeros to 0: rows born so, each of which is met once."""
        place = line.targets[0] if isinstance(line, gast.Assign) else None
        name = base_name(place)
        if not isinstance(place, gast.Subscript) or not _is_nothing(line.value):
            return False
        births = [s for s in self.wide.node.body if bound(s) == {name}]
        is_zeros = len(births) == 1 and _called(births[0].value) == "np.zeros"
        others = [
            other
            for found, other in stores(self.wide.node, self.known)
            if base_name(found) == name and isinstance(found, gast.Subscript)
        ]
        return is_zeros and len(others) == 1 and self.is_once(place, loops)

    def is_once(self, place, loops):
        """Whether every trip of the loops around a place has another row."""
        if not all(isinstance(n, gast.For) and is_own_index(n, loops) for n in loops):
            return False
        rows = {getattr(item, "id", None) for item in index_items(place)}
        return all(n.target.id in rows for n in loops)

    def over_all(self, index, lines):
        """Lines for each direction, in loops over the axes of the leaf."""
        axes = [build.name(axis) for axis in self.axes]
        lines = [_spread(line, index, axes) for line in lines]
        for axis, size in [*zip(self.axes, self.sizes)][::-1]:
            lines = [build.counted(axis, [size], lines)]
        return lines[0]

    def seeds_read(self, lines, index):
        """{its text: a seed} of those that lines for one direction read."""
        found = {}
        for node in (n for line in lines for n in gast.walk(line)):
            if isinstance(node, gast.Subscript) and base_name(node) == self.seed:
                items = index_items(node)
                if len(items) != self.rank + 1 or index in names_in(*items[:-1]):
                    raise _Unknown
                found[gast.dump(node)] = node
        if len(found) > _MOST:
            raise _Unknown
        return found

    def check(self, lines, index):
        """What the lines do must be the sum of what they do of each tangent alone."""
        written = set()
        for line in map(_setting, lines):
            self.check_linear(line.value)
            if written & set(map(self.families.of, names_in(line.value))):
                raise _Unknown
            place = line.targets[0] if isinstance(line, gast.Assign) else line.target
            is_assign = isinstance(line, gast.Assign)
            if isinstance(place, gast.Subscript):
                family = self.families.of(base_name(place))
                if is_assign and family in written:
                    raise _Unknown
                written.add(family)
            if not is_assign and not build.is_sum(line):
                raise _Unknown

    def check_linear(self, node):
        if not self.dots & names_in(node):
            if not _is_nothing(fold(node)):
                raise _Unknown
        elif isinstance(node, gast.BinOp):
            self.check_term(node)
        elif isinstance(node, gast.UnaryOp):
            self.check_linear(node.operand)
        elif isinstance(node, gast.IfExp) and not self.dots & names_in(node.test):
            self.check_linear(node.body)
            self.check_linear(node.orelse)
        elif base_name(node) not in self.dots:
            raise _Unknown

    def check_term(self, node):
        vary = [bool(self.dots & names_in(n)) for n in (node.left, node.right)]
        if isinstance(node.op, (gast.Add, gast.Sub)):
            self.check_linear(node.left)
            self.check_linear(node.right)
        elif isinstance(node.op, gast.Mult) and not all(vary):
            self.check_linear(node.left if vary[0] else node.right)
        elif isinstance(node.op, gast.Div) and not vary[1]:
            self.check_linear(node.left)
        else:
            raise _Unknown

    def reduced(self, lines, index, seed):
        """The lines with 1 for one seed (a text) and 0 for others, or with all seeds 0.

        Beside a seed all other tangents from elsewhere are 0 too; setting is adding.
        """
        out, zeros = [], set()
        for line in map(_setting, lines):
            value = fold(self.seeded(line.value, seed, zeros))
            is_assign = isinstance(line, gast.Assign)
            place = line.targets[0] if is_assign else line.target
            if isinstance(place, gast.Name):
                (zeros.add if _is_nothing(value) else zeros.discard)(place.id)
                out.append(build.assign(place, value))
            elif is_assign and seed is None:
                value = build.constant(0.0) if is_zero(value) else value
                out.append(build.assign(place, value))
            elif not _is_nothing(value):
                operator = gast.Add() if is_assign else line.op
                out.append(_added(place, operator, value))
        return [gast.copy_location(n, lines[0]) for n in _used(out)]

    def seeded(self, node, seed, zeros):
        """A value of one direction, with numbers for the seeds."""

        def change(part):
            name = base_name(part)
            if name in zeros:
                return ZERO
            if name == self.seed:
                return build.constant(1.0) if gast.dump(part) == seed else ZERO
            is_element = isinstance(part, gast.Subscript)
            return ZERO if seed and is_element and name in self.dots else None

        return rewritten(node, change)


def _setting(line):
    """A line that adds to a number as one that sets it."""
    if not isinstance(line, gast.AugAssign) or isinstance(line.target, gast.Subscript):
        return line
    place = line.target
    return build.assign(place, gast.BinOp(build.loaded(place), line.op, line.value))


def _added(place, operator, value):
    """`place += value`, or `place -= -value` where that is shorter."""
    sign, value = split_sign(value)
    if sign < 0:
        operator = gast.Sub() if isinstance(operator, gast.Add) else gast.Add()
    return gast.AugAssign(place, operator, value)


def _called(node):
    return spelling(node.func) if isinstance(node, gast.Call) else None


def _is_nothing(node):
    return is_zero(node) or number_of(node) == 0.0


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


def _used(lines):
    """Lines without the numbers that no later line reads."""
    out, read = [], set()
    for line in reversed(lines):
        place = line.target if isinstance(line, gast.AugAssign) else line.targets[0]
        if not isinstance(place, gast.Name) or place.id in read:
            out.append(line)
            read |= names_in(line.value)
    return out[::-1]
