"""Statements of whole arrays become loops over their elements.

y = np.sin(x) * w                   becomes     y = np.empty_like(x)
                                                for i in range(len(x)):
                                                    y[i] = np.sin(x[i]) * w[i]
s = np.sum(y * y)                               s = 0.0
                                                for i in range(len(x)):
                                                    s += y[i] * y[i]

What a loop can't say as well stays as it is: products of matrices, extremes, sorting.
"""

import re
from dataclasses import replace

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import Classes, base_name
from s2sad.facts.infer import Look, NoKind, index_array
from s2sad.facts.kinds import INT, Array, Scalar
from s2sad.facts.numbers import dtype_keyword
from s2sad.lower.adopt import Adoption
from s2sad.lower.contract import contracted
from s2sad.lower.elements import Elements
from s2sad.lower.fuse import fused
from s2sad.lower.lengths import Lengths, is_part, whole
from s2sad.lower.names import loop_variables, times_bound, with_own_names
from s2sad.lower.operands import Operands, is_length
from s2sad.lower.tested import Tests
from s2sad.lower.views import Views
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Fresh, names_in, reads
from s2sad.syntax.walk import statements, walk

_VARIABLES = ("i", "j", "k", "m", "n", "p", "q", "r")


def lowered(plain):
    """The same plain function, its arrays worked on element by element."""
    if not any(isinstance(k, Array) for k in plain.call_kinds().values()):
        return plain
    named = with_own_names(plain)
    kinds = Look(named.call_kinds())
    lowering = _Lowering(named, kinds)
    body = lowering.block(named.node.body)
    if not lowering.nests:
        return plain
    body = lowering.joined(lowering.views.without_unread(body))
    body = lowering.joined(lowering.tests.applied(body))
    node = build.function(plain.node.name, plain.parameters, body)
    named = (names_in(node) | set(plain.parameters)) - set(plain.callees)
    kinds = {name: kind for name, kind in kinds.items() if name in named}
    node = gast.copy_location(node, plain.node)
    items = plain.items | {name for name in kinds if lowering.is_item(name)}
    return replace(plain, node=node, kinds=kinds, items=items, whole=plain)


class _Lowering:
    """Lowers one function; `nests` are the loops that were made, by identity.

    `made` are the arrays that only these loops fill, with the calls that make them;
    `out` takes the statements.
    """

    def __init__(self, plain, kinds):
        self.plain, self.kinds = plain, kinds
        taken = names_in(plain.node) | set(plain.callees) | {plain.name}
        self.fresh = Fresh(taken)
        self.loops_own = loop_variables(plain)
        self.pool = [v for v in _VARIABLES if v not in taken - self.loops_own]
        self.pool += [self.fresh(v) for v in _VARIABLES]
        self.kinds.update(dict.fromkeys(self.pool, INT))
        self.around: list = []
        self.counts = times_bound(plain)
        self.lengths = Lengths(self.kinds, self.counts, plain.callees)
        self.elements = Elements(self.kinds)
        self.operands = Operands(self)
        self.sums = self.operands.sums
        self.adoption, self.views = Adoption(self), Views(self)
        self.tests = Tests(self)
        self.classes = Classes(plain)
        self.nests, self.made, self.out = {}, {}, []

    @property
    def variables(self):
        """Names for the variables of loops that are made here."""
        return [v for v in self.pool if v not in self.around]

    def joined(self, body):
        """A body with its loops taken together, and no array that one alone uses."""
        return contracted(fused(body, self), self)

    def carry_nests(self, old, new):
        """A statement stands for another: loops in it that were made still count."""
        for one, other in zip(statements(old), statements(new)):
            if id(one) in self.nests:
                self.nests[id(other)] = other

    def is_item(self, name):
        """Whether an array that had no name is a number in loops now."""
        is_number = name in self.made and isinstance(self.kinds[name], Scalar)
        authors = names_in(self.plain.source.node)
        return is_number and re.sub(r"_\d+$", "", name) not in authors

    # blocks

    def block(self, statements):
        """The statements of a block; what they tell of lengths ends with it."""
        outer, self.out = self.out, []
        known = self.lengths.state()
        for node in statements:
            start = len(self.out)
            self.statement(node)
            for new in self.out[start:]:
                gast.copy_location(new, node)
        self.lengths.restore(known)
        found, self.out = self.out, outer
        return found

    def emit(self, *statements):
        for node in statements:
            self.out.append(node)
            self.lengths.learn(node)

    def statement(self, node):
        if isinstance(node, gast.If):
            if not node.orelse and self.is_met(node.test):
                return
            if self.compares_shapes(node.test):
                self.shapes_checked(node)
                return
            test = self.operands.inner(node.test)
            if _is_never(test):
                return
            body, orelse = self.block(node.body), self.block(node.orelse)
            self.emit(gast.If(test, body, orelse))
        elif isinstance(node, gast.For) and (loop := self.adoption.adopted(node)):
            self.emit(loop)
        elif isinstance(node, (gast.For, gast.While)):
            self.around.append(
                getattr(node.target, "id", None) if isinstance(node, gast.For) else None
            )
            self.emit(build.with_body(node, self.block(node.body)))
            self.around.pop()
        elif isinstance(node, gast.Assign) and self.adoption.makes(node):
            self.adoption.make(node.targets[0].id, node.value)
        elif isinstance(node, gast.Assign):
            self.assigned(node)
        elif isinstance(node, gast.AugAssign):
            self.augmented(node)
        elif isinstance(node, gast.Return) and node.value is not None:
            self.emit(gast.Return(self.returned(node.value)))
        elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            self.emit(gast.Expr(self.operands.inner(node.value)))
        else:
            self.emit(node)

    def compares_shapes(self, test):
        """Whether a test is `y.shape != x.shape`, of what loops fill or index."""
        if not isinstance(test, gast.Compare) or not isinstance(
            test.ops[0], gast.NotEq
        ):
            return False
        sides = [test.left, *test.comparators]
        if not all(getattr(n, "attr", None) == "shape" for n in sides):
            return False
        arrays = [n.value for n in sides]
        return all(is_part(n, self.kinds) for n in arrays) and any(
            getattr(n, "id", None) in self.made or self.is_taken(n) for n in arrays
        )

    def is_met(self, test):
        """Whether a test is `len(y) != len(x)`, or of shapes, of what is as long."""
        if not isinstance(test, gast.Compare) or type(test.ops[0]) is not gast.NotEq:
            return False
        found = [self.lengths.asked(n) for n in (test.left, *test.comparators)]
        return None not in found and found[0] == found[1]

    def is_taken(self, node):
        """Whether an index array takes the elements of an array."""
        is_part = isinstance(node, gast.Subscript)
        return is_part and index_array(node, self.kinds) is not None

    def shapes_checked(self, node):
        """The same check, axis by axis, for those axes that may differ."""
        sides = [node.test.left.value, node.test.comparators[0].value]
        for one, other in zip(*map(self.lengths.axes, sides)):
            if gast.dump(one) != gast.dump(other):
                test = build.compare(whole(one), gast.NotEq(), whole(other))
                self.emit(gast.If(test, node.body, []))

    def returned(self, value):
        if isinstance(value, gast.Tuple):
            return build.tuple_of(map(self.operands.inner, value.elts))
        return self.operands.inner(value, "out")

    # assignments

    def assigned(self, node):
        place, value = node.targets[0], node.value
        if isinstance(place, gast.Tuple):
            value = value if isinstance(value, gast.Tuple) else self.inner(value)
            self.emit(gast.Assign([place], value, None))
            self.tests.note(place, value)
        elif isinstance(place, gast.Name):
            self.named(place.id, value)
        elif self.is_array(build.loaded(place)):
            self.written(place, value, None)
        else:
            self.emit(gast.Assign([place], self.inner(value), None))

    def inner(self, value):
        return self.operands.inner(value)

    def named(self, name, value):
        """`name = value`: a new array is filled, a sum is added up under that name."""
        is_free = name not in reads(value)
        if is_free and self.sums.is_sum(value):
            if self.kinds[name] == self.elements.kind(value):
                self.sums.reduced(value, name)
                return
        if is_free and self.sums.is_axis_sum(value):
            self.sums.summed(value, name)
            return
        if not self.operands.is_new(value):
            self.emit(build.assign(name, self.inner(value)))
            self.views.note(name, value)
            self.tests.note(build.target(name), self.out[-1].value)
            return
        own = name if is_free else self.new_name(f"{name}_new", self.kinds[name])
        self.filled(own, self.operands.prepared(value))
        if not is_free:
            self.emit(build.assign(name, build.name(own)))

    def new_name(self, wanted, kind):
        """A name that is bound once, of a kind."""
        name = self.fresh(wanted)
        self.kinds[name], self.counts[name] = kind, 1
        return name

    def filled(self, name, value):
        """Make a new array and fill it; the operands of the value are prepared."""
        lengths = self.operands.lengths(value)
        self.make(name, lengths, self.allocation(value, lengths))

        def body(indices):
            place = build.subscript(build.name(name), *indices)
            return [build.assign(place, self.elements.of(value, indices))]

        self.nest(lengths, body)

    def make(self, name, lengths, call):
        """Make an array that loops are going to fill."""
        self.made[name] = call
        self.emit(build.assign(name, call))
        for axis, words in enumerate(lengths):
            self.lengths.same(name, axis, words)

    def made_for(self, name, value, lengths, word):
        """Make an array of these lengths and of a value's kind, by a call."""
        self.make(
            name, lengths, self.new_array(word, self.elements.kind(value), lengths)
        )

    def new_array(self, word, kind, lengths):
        lengths = list(map(whole, lengths))
        shape = build.one_or_tuple(lengths)
        return build.call(word, shape, **dtype_keyword(kind.dtype))

    def allocation(self, value, lengths):
        """The call that makes an array for the elements of a value."""
        kind = self.elements.kind(value)
        wanted = [gast.dump(n) for n in lengths]
        for node in self.operands.leaves(value):
            if isinstance(node, gast.Name) and self.kinds.get(node.id) == kind:
                if wanted == [gast.dump(n) for n in self.lengths.axes(node)]:
                    if not self.lengths.is_steady(node.id) or node.id not in self.made:
                        return build.call("np.empty_like", node)
                    word = spelling(self.made[node.id].func).replace("zeros", "empty")
                    given = self.made[node.id]
                    return gast.Call(
                        build.attribute(*word.split(".")), given.args, given.keywords
                    )
        return self.new_array("np.empty", kind, lengths)

    def nest(self, lengths, body):
        """Loops over all indices around the statements that `body` gives for them."""
        variables = self.variables[: len(lengths)]
        indices = [
            build.constant(0) if number_of(length) == 1 else build.name(variable)
            for variable, length in zip(variables, lengths)
        ]
        statements = body(indices)
        for index, length in reversed(list(zip(indices, lengths))):
            if isinstance(index, gast.Name):
                statements = [build.counted(index.id, [length], statements)]
                self.nests[id(statements[0])] = statements[0]
        self.emit(*statements)

    # writes into arrays

    def augmented(self, node):
        place = node.target
        if not self.is_array(build.loaded(place)):
            value = self.inner(node.value)
            self.emit(gast.AugAssign(place, node.op, value))
        else:
            self.written(place, node.value, node.op)

    def written(self, place, value, op):
        """`place = value` or `place op= value` for a part of an array."""
        target = build.loaded(place)
        if not self.operands.can_write(target, value, op):
            parts = [self.inner(value)]
            new = gast.AugAssign(place, op, *parts) if op else None
            self.emit(new or gast.Assign([place], *parts, None))
            return
        target = self.operands.prepared(target)
        value = self.operands.prepared(value)
        if self.overlaps(target, value):
            kind = self.elements.kind(value)
            name = self.new_name("values", kind)
            self.filled(name, value)
            value = build.name(name)

        def body(indices):
            here = build.stored(self.elements.of(target, indices))
            part = self.elements.of(value, indices)
            return [gast.AugAssign(here, op, part) if op else build.assign(here, part)]

        self.nest(self.operands.lengths(target), body)

    def overlaps(self, target, value):
        """Whether a value reads memory that is written, at another index."""
        if isinstance(self.elements.kind(value), Scalar):
            return False
        own = self.classes.of(base_name(target))
        rank = self.elements.kind(target).rank
        indices = [build.name(v) for v in self.variables[:rank]]
        place = gast.dump(self.elements.of(target, indices))
        here = self.elements.of(value, indices)
        same = [n for n in walk(here) if isinstance(n, gast.Subscript)]
        inside = {id(m) for n in same for m in walk(n) if gast.dump(n) == place}
        return any(
            isinstance(n, gast.Name)
            and isinstance(self.kinds.get(n.id), Array)
            and self.classes.of(n.id) == own
            and id(n) not in inside
            for n in walk(here)
        )

    def is_array(self, node):
        try:
            return isinstance(self.elements.kind(node), Array)
        except NoKind:
            return False


def _is_never(test):
    """Whether a length is compared with itself."""
    is_unequal = isinstance(test, gast.Compare) and isinstance(test.ops[0], gast.NotEq)
    return (
        is_unequal
        and is_length(test.left)
        and gast.dump(test.left) == gast.dump(test.comparators[0])
    )
