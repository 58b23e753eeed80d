"""The tangent of a function in several directions at once: dots get a last axis.

y_dot = 2.0 * x * x_dot     becomes     y = x * x
y = x * x                               for c in range(directions):
                                            y_dot[c] = 2.0 * x * x_dot[c]

The primal runs once for all directions, and the inner loops are vector instructions
(vector forward mode, Griewank and Walther, Evaluating Derivatives, section 3.2).
"""

import copy
from collections import Counter
from dataclasses import replace

import gast

from s2sad.differentiate import own
from s2sad.differentiate.chains import chained
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.indices import index_items, is_new
from s2sad.facts.kinds import FLOAT, Array, Scalar
from s2sad.facts.shapes import is_shape
from s2sad.facts.text import Families, contents, stores
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, Once, bound, names_in, rewritten
from s2sad.syntax.walk import walk

_ZEROS = ("np.zeros", "np.zeros_like")


class Unsupported(Exception):
    """Code whose tangent takes one direction at a time."""


def directions(made, callees, values):
    """A Tangent for many directions of one for a single direction; None if unknown.

    `callees` gives, for the name of a tangent that is called, the name of its like for
    many directions, or None; `values` says whether results are returned beside dots.
    """
    try:
        return _Directions(made, callees, values).function()
    except Unsupported:
        return None


class _Directions:
    def __init__(self, made, callees, values):
        self.made, self.node, self.known = made, made.node, made.known
        self.callees, self.values = callees, values
        self.primals = {dot: name for name, dot in made.dots.items()}
        self.kinds = self.known.kinds
        self.fresh = Fresh(names_in(self.node))
        self.families = Families(made.node, made.known)
        self.reads = Once(self.read)
        self.count, self.index = self.fresh("directions"), self.fresh("c")
        self.loops, self.outside, self.factors = [], set(), set()

    def function(self):
        body = self.block(self.node.body)
        alone = self.alone()
        before = {}
        for loop in self.loops:
            first, lines = self.factored(loop.body, alone)
            before[id(loop)] = first
            loop.body = [self.indexed(n, alone) for n in lines]
        body = _with_lines(body, before)
        given = {self.made.dots[p] for p in self.made.active}
        rooms = [
            build.assign(dot, build.call("np.empty", build.name(self.count)))
            for dot in sorted(self.scalars(self.node) - alone - given)
        ]
        changed = self.scalars(self.node) & given & bound(*self.node.body)
        first = self.made.dots[self.made.active[0]]
        shape = build.attribute(build.name(first), "shape")
        size = build.subscript(shape, build.constant(self.rank(first)))
        node = copy.copy(self.node)
        doc = body[: _has_docstring(self.node)]
        start = [*doc, build.assign(self.count, size), *own.begun(changed), *rooms]
        node.body = [*start, *body[len(doc) :]]
        return replace(self.made, node=node, known=self.new_known(alone))

    def factored(self, lines, alone):
        """(lines for all directions, lines for each) of a loop over the directions."""
        known = self.is_dot, self.known.kind, self.families
        before, after = chained(lines, alone, *known, self.fresh) or ([], lines)
        self.factors |= bound(*before) - alone
        return before, after

    def new_known(self, alone):
        kinds = dict(self.kinds) | dict.fromkeys(self.factors, FLOAT)
        for dot in self.primals:
            kind = kinds.get(dot)
            if kind is not None and dot not in alone:
                ones = (*getattr(kind, "ones", ()), False)
                kinds[dot] = Array(kind.dtype, self.rank(dot) + 1, ones)
        arrays = self.known.arrays | {
            dot for dot in self.primals if isinstance(kinds.get(dot), Array)
        }
        return replace(self.known, kinds=kinds, arrays=arrays)

    def rank(self, name):
        return getattr(self.kinds[name], "rank", 0)

    def is_dot(self, name):
        return name in self.primals

    def dots_in(self, *trees):
        return {n for n in names_in(*trees) if self.is_dot(n)}

    def scalars(self, tree):
        return {n for n in self.dots_in(tree) if isinstance(self.kinds[n], Scalar)}

    def alone(self):
        """The numbers' tangents that one run of one inner loop sets and reads."""
        loops, found = Counter(), set()
        for loop in self.loops:
            loops.update(set().union(*map(self.scalars, loop.body)))
            found |= _set_first(loop.body)
        return {
            dot
            for dot, count in loops.items()
            if count == 1 and dot in found - self.outside
        } - {self.made.dots[p] for p in self.made.active}

    # statements

    def block(self, statements):
        """Statements with those of dots gathered in loops over the directions."""
        out, pending, position = [], [], 0
        while position < len(statements):
            node = statements[position]
            follower = statements[position + 1 : position + 2]
            position += 1
            if not self.dots_in(node):
                if self.conflicts(pending, node) or _may_leave(node):
                    self.flush(out, pending)
                out.append(node)
            elif self.is_line(node):
                pending.append(node)
            elif self.is_new_array(node):
                self.flush(out, pending)
                position += self.begun(node, follower, out, pending)
            else:
                self.flush(out, pending)
                out.extend(self.outer(node))
        self.flush(out, pending)
        return out

    def flush(self, out, pending):
        if pending:
            loop = build.counted(self.index, [build.name(self.count)], list(pending))
            self.loops.append(loop)
            out.append(loop)
            pending.clear()

    def conflicts(self, pending, node):
        """Whether a primal statement changes what waiting lines read."""
        changed = {base_name(place) for place, _ in stores(node, self.known)}
        changed |= set(map(self.families.of, changed))
        return not all(map(changed.isdisjoint, map(self.reads, pending)))

    def read(self, line):
        """The names that a line reads, and the families of arrays of which it does."""
        names, arrays = contents(line, self.known)
        return names | set(map(self.families.of, arrays))

    def is_line(self, node):
        """Whether a statement sets a number or elements of a tangent."""
        if isinstance(node, gast.Assign):
            place = node.targets[0]
        elif isinstance(node, gast.AugAssign):
            place = node.target
        else:
            return False
        if isinstance(place, gast.Tuple) or self.calls(node):
            return False
        is_part = isinstance(place, gast.Subscript) or isinstance(node, gast.AugAssign)
        name = base_name(place)
        return self.is_dot(name) and (is_part or isinstance(self.kinds[name], Scalar))

    def is_new_array(self, node):
        """Whether a statement gives a tangent an array of its own."""
        if not isinstance(node, gast.Assign) or self.calls(node):
            return False
        (place,) = node.targets
        is_name = isinstance(place, gast.Name) and self.is_dot(place.id)
        if not is_name or not isinstance(self.kinds[place.id], Array):
            return False
        return shared_name(node.value, self.kinds) is None

    def calls(self, node):
        return isinstance(node.value, gast.Call) and (
            getattr(node.value.func, "id", None) in self.callees
        )

    def begun(self, node, follower, out, pending):
        """Emit a new array of tangents; gives how many followers were emitted too."""
        (place,) = node.targets
        primal, value = self.primals[place.id], node.value
        if self.is_product(value):
            out.append(node)
            return 0
        is_zero = isinstance(value, gast.Call) and spelling(value.func) in _ZEROS
        if place.id in names_in(value) or primal in names_in(value) and not is_zero:
            raise Unsupported
        used = 0
        if is_zero and spelling(value.func) == "np.zeros":
            shape = value.args[0]
            items = shape.elts if isinstance(shape, gast.Tuple) else [shape]
            if is_shape(shape):
                items = self.lengths(shape.value, self.rank(place.id))
            elif len(items) != self.rank(place.id):
                raise Unsupported
        else:
            if is_zero and primal not in names_in(value):
                primal = value.args[0]
            elif follower and bound(follower[0]) == {primal}:
                out.append(follower[0])
                used = 1
            items = self.lengths(primal, self.rank(place.id))
        shape = build.tuple_of([*items, build.name(self.count)])
        word = "np.zeros" if is_zero else "np.empty"
        out.append(build.assign(place.id, self.made_array(word, shape, place.id)))
        if not is_zero:
            whole = build.subscript(
                build.name(place.id), *[_all() for _ in range(self.rank(place.id))]
            )
            pending.append(gast.Assign([build.stored(whole)], value, None))
        return used

    def is_product(self, node):
        """Whether a vector of tangents is a matrix times another: then all are one."""
        if not isinstance(node, gast.BinOp) or not isinstance(node.op, gast.MatMult):
            return False
        name = getattr(node.right, "id", None)
        is_vector = self.is_dot(name) and self.rank(name) == 1
        kind = self.known.kind(node.left)
        return is_vector and not self.dots_in(node.left) and kind.rank == 2

    def lengths(self, node, rank):
        node = build.name(node) if isinstance(node, str) else node
        shape = build.attribute(node, "shape")
        return [build.subscript(shape, build.constant(axis)) for axis in range(rank)]

    def made_array(self, word, shape, name):
        single = self.kinds[name].dtype == "float32"
        dtype = {"dtype": build.attribute("np", "float32")} if single else {}
        return build.call(word, shape, **dtype)

    def outer(self, node):
        """A statement that stands outside the loops over the directions."""
        if build.has_blocks(node):
            return [build.with_blocks(node, self.block)]
        self.outside |= self.scalars(node)
        if isinstance(node, gast.Return):
            return self.returned(node)
        if isinstance(node, gast.Assign):
            if self.calls(node):
                return self.called(node)
            if all(isinstance(n, (gast.Name, gast.Tuple)) for n in _parts(node)):
                if not own.are_moved(node, self.scalars(node)):
                    raise Unsupported
                return [node]
            if self.is_view(node.value):
                return [node]
        raise Unsupported

    def is_view(self, node):
        """Whether the same indices pick the same part of an array of tangents."""
        if isinstance(node, gast.Name):
            return True
        return (
            isinstance(node, gast.Subscript)
            and self.is_view(node.value)
            and len(index_items(node)) <= self.rank(base_name(node))
            and not any(is_new(item) for item in index_items(node))
        )

    def called(self, node):
        """A call of a tangent, as one for many directions."""
        call = node.value
        name = self.callees[call.func.id]()
        if name is None:
            raise Unsupported
        given = [item for item in call.args if self.dots_in(item)]
        if not all(map(self.is_view, given)) or not given:
            raise Unsupported
        items = [*node.targets[0].elts] if _is_tuple(node) else node.targets
        if not all(isinstance(item, gast.Name) for item in items):
            raise Unsupported
        zeros = [n for n in call.args if isinstance(n, gast.Constant)]
        if zeros and call.args[-1] in zeros:
            raise Unsupported
        new = gast.Call(build.name(name), call.args, call.keywords)
        return [gast.copy_location(gast.Assign(node.targets, new, None), node)]

    def returned(self, node):
        items = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        dots = [item for item in items if self.dots_in(item)]
        if not all(isinstance(item, gast.Name) for item in dots):
            raise Unsupported
        kept = items if self.values else dots
        if not kept or kept[-1] not in dots:
            raise Unsupported
        given = {self.made.dots[p] for p in self.made.active}
        given -= bound(*self.node.body)
        return [
            gast.Return(
                build.one_or_tuple(own.returned(kept, self.scalars(node), given))
            )
        ]

    # expressions

    def indexed(self, tree, alone):
        """A line with the tangents of one direction."""
        return rewritten(tree, lambda node: self.tangent(node, alone))

    def tangent(self, node, alone):
        """A tangent, or a part of one, in one direction; None for all else."""
        if isinstance(node, gast.Name) and self.is_dot(node.id):
            return node if node.id in alone else self.one(node, [], node.ctx)
        if not isinstance(node, gast.Subscript) or not isinstance(
            node.value, gast.Name
        ):
            return None
        if not self.is_dot(node.value.id):
            return None
        items = [self.indexed(n, alone) for n in index_items(node)]
        if any(isinstance(self.known.kind(n), Array) for n in items):
            # Beside an index array a number is one: it would move axes.
            return build.subscript(self.one(node.value, [], node.ctx), *items)
        return self.one(node.value, items, node.ctx)

    def one(self, name, items, ctx):
        """The part of an array of tangents that belongs to one direction."""
        rest = self.rank(name.id) - sum(not is_new(item) for item in items)
        if rest < 0:
            raise Unsupported
        items = [*items, *[_all() for _ in range(rest)], build.name(self.index)]
        made = build.subscript(build.name(name.id), *items)
        return gast.Subscript(made.value, made.slice, ctx)


def _with_lines(statements, before):
    """Statements with lines before some of the loops among them."""
    out = []
    for node in statements:
        first = before.get(id(node), ())
        if build.has_blocks(node) and id(node) not in before:
            node = build.with_blocks(node, lambda b: _with_lines(b, before))
        out += [*first, node]
    return out


def _may_leave(node):
    """Whether what follows a statement may not run."""
    leaving = (gast.Break, gast.Continue, gast.Return, gast.Raise, gast.Assert)
    return any(isinstance(n, leaving) for n in walk(node))


def _parts(node):
    place = node.targets[0]
    items = place.elts if isinstance(place, gast.Tuple) else [place]
    values = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
    return [*items, *values]


def _is_tuple(node):
    return isinstance(node.targets[0], gast.Tuple)


def _all():
    return gast.Slice(None, None, None)


def _has_docstring(node):
    first = node.body[0] if node.body else None
    return isinstance(first, gast.Expr) and isinstance(first.value, gast.Constant)


def _set_first(lines):
    """The names that the first line to mention them gives a value."""
    found, seen = set(), set()
    for line in lines:
        place = line.targets[0] if isinstance(line, gast.Assign) else None
        if isinstance(place, gast.Name):
            found |= {place.id} - seen - names_in(line.value)
        seen |= names_in(line)
    return found
