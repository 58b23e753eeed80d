"""Which axes have one length, and a check where that is not known.

z = x * y       becomes     if x.shape != y.shape:
                                raise ValueError("x and y have different shapes")
                            z = x * y

A derivative may leave out the operation itself, and with it NumPy's own check; and
what is summed back depends on which axes are spread. An axis that is known to have
length 1 needs no check.
"""

import re

import gast

from s2sad.facts import calls
from s2sad.facts.effects import base_name
from s2sad.facts.indices import index_items
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.shapes import asked_axis, is_shape
from s2sad.facts.values import Expression
from s2sad.known.symbols import Symbols
from s2sad.rules.table import is_elementwise, operands_of
from s2sad.syntax import build
from s2sad.syntax.names import names_in, parameters, renamed, rewritten
from s2sad.syntax.printer import text_of


class Shapes(Symbols):
    """Checks where it is not known that axes of one function have one length."""

    def __init__(self, frame):
        super().__init__(frame)
        self.computed = {}

    def checked(self, node):
        """The operation, its operands checked against each other."""
        if not self.frame.source.is_consistent:
            with self.looking():
                self.check(node)
        return self.with_names(node)

    def check(self, node):
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult):
            self.meet_inner(node.left, node.right)
        elif isinstance(node, (gast.BinOp, gast.Compare)) and self.kind(node).rank:
            self.meet_all(operands_of(node))
        elif isinstance(node, gast.Call):
            word = calls.spelling(node.func)
            if word == "np.dot":
                self.meet_inner(*node.args)
            elif is_elementwise(word) and len(node.args) > 1:
                self.meet_all(node.args)

    def checked_write(self, target, value):
        """What is written, checked against the part of an array it is written to."""
        if not self.frame.source.is_consistent:
            with self.looking():
                self.meet_written(build.loaded(target), [value])
        return self.with_names(value)

    def with_names(self, node):
        """An operation that reads what was computed for a check, not computes again."""
        computed, self.computed = self.computed, {}
        return rewritten(node, lambda n: computed.get(id(n))) if computed else node

    def meet_all(self, operands):
        arrays = [n for n in operands if isinstance(self.kind(n), Array)]
        for first, second in zip(arrays, arrays[1:]):
            self.meet(first, second)

    def meet_written(self, target, values):
        """What is written has the lengths of its place, which do not grow, or 1."""
        for value in values:
            if isinstance(self.kind(value), Array):
                self.meet(target, value, grows=False)

    def meet(self, first, second, grows=True):
        """Two operands of an elementwise operation have one shape, where not 1."""
        left, right = self.kind(first), self.kind(second)
        own, other = self.of(first), self.of(second)
        differing = [
            axis
            for axis in range(-min(left.rank, right.rank), 0)
            if self.symbol(own[axis]) != self.symbol(other[axis])
        ]
        self.frame.unit.is_spread |= bool(differing)
        unknown = [
            axis
            for axis in differing
            if not (left.ones[axis] and grows) and not right.ones[axis]
        ]
        if len(unknown) == left.rank == right.rank and _is_part(first, second):
            self.demand(*(build.attribute(_whole(n), "shape") for n in (first, second)))
        else:
            for axis in unknown:
                lengths = [self.length(n, axis) for n in (first, second)]
                self.demand(*lengths)
        for axis in unknown:
            self.equal.join(self.symbol(own[axis]), self.symbol(other[axis]))

    def meet_inner(self, left, right):
        """The last axis of the left operand and the first of the right are one."""
        kinds = [self.kind(n) for n in (left, right)]
        if not all(isinstance(kind, Array) for kind in kinds):
            return
        first, second = self.of(left)[-1], self.of(right)[0]
        if self.symbol(first) != self.symbol(second):
            inner = self.length(left, -1), self.length(right, -kinds[1].rank)
            self.demand(*inner)
            self.equal.join(self.symbol(first), self.symbol(second))

    def demand(self, first, second):
        """Raise where two lengths, or two shapes, differ."""
        message = f"{self.said(first, second)} have different shapes"
        error = build.call("ValueError", build.constant(message))
        test = build.compare(first, gast.NotEq(), second)
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))

    def said(self, *lengths):
        """What two lengths are of, if that is short; made names without numbers."""
        source = self.frame.source.node
        own = names_in(source) | set(parameters(source))
        stems = {n: re.sub(r"_\d+$", "", n) for n in names_in(*lengths) - own}
        words = [_what(renamed(node, stems)) for node in lengths]
        is_said = len(set(words)) > 1 and sum(map(len, words)) <= 44
        return " and ".join(words) if is_said else "operands"

    def check_count(self, node, count, is_open):
        """Raise where an array is not as long as there are names for its elements.

        `is_open` says that one of the names is `*rest`, which takes what is left.
        """
        if is_open and count == 1:
            return
        length = self.length_of(node, 0)
        own, wanted = self.of(node)[0], self.of_number(build.constant(count))
        if self.frame.source.is_consistent or self.symbol(own) == self.symbol(wanted):
            return
        test = build.compare(length, gast.NotEq(), build.constant(count))
        if is_open:
            test = build.compare(length, gast.Lt(), build.constant(count - 1))
        message = f"{text_of(node)} is unpacked into {count} names"
        error = build.call("ValueError", build.constant(message))
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))
        if not is_open:
            self.equal.join(self.symbol(own), self.symbol(wanted))

    def check_reach(self, node, count, place):
        """Stop where an array has fewer items than the list that it goes along with.

        Python would leave the rest of the list out.
        """
        own, wanted = self.of(node)[0], self.of_number(build.constant(count))
        if self.symbol(own) == self.symbol(wanted):
            return
        what = f"{text_of(node)} is shorter than the list that goes along with it"
        shorter = self.frame.refuse(place, what, "a list of as many")
        refusals = len(self.frame.refusals)
        lines = [self.frame.reached(shorter)]
        del self.frame.refusals[refusals:]
        test = build.compare(self.length_of(node, 0), gast.Lt(), build.constant(count))
        self.frame.emit(build.conditional(test, lines))

    def length(self, node, axis):
        """The length of an axis, counted from the last, of an operand."""
        symbol = self.of(node)[axis]
        for part in gast.walk(node):
            if _is_part(part) and isinstance(self.part_kind(part), Array):
                symbols = self.of(part)
                if symbol in symbols:
                    return self.length_of(part, symbols.index(symbol))
        if symbol in self.texts:
            return self.texts[symbol]
        name = self.computed.get(id(node))
        if name is None:
            value = Expression(node, self.kind(node))
            name = self.frame.stored(value, _noun(node)).node
            self.computed[id(node)] = name
        return self.length_of(name, axis + self.kind(node).rank)

    def part_kind(self, node):
        try:
            return self.kind(node)
        except NoKind:
            return None  # the name of a module

    def length_of(self, node, axis):
        node = _whole(node)
        if self.kind(node).rank == 1:
            return build.call("len", node)
        return build.subscript(build.attribute(node, "shape"), build.constant(axis))


def _noun(node):
    is_named = isinstance(node, gast.Call) and isinstance(node.func, gast.Name)
    return f"{node.func.id}_result" if is_named else "operand"


def _is_part(*nodes):
    """Whether operands are names, or parts of what has a name."""
    are_parts = all(isinstance(n, (gast.Name, gast.Subscript)) for n in nodes)
    return are_parts and None not in map(base_name, nodes)


def _whole(node):
    """`x` for `x[:]`."""
    if isinstance(node, gast.Subscript):
        items = index_items(node)
        slices = [i for i in items if isinstance(i, gast.Slice)]
        if len(slices) == len(items):
            if not any((i.lower, i.upper, i.step) != (None,) * 3 for i in slices):
                return node.value
    return node


def _what(length):
    """What a length is of, or the words for what is to be so long."""
    base = length.value if is_shape(length) else asked_axis(length)[0]
    return f"an array of {text_of(length)}" if base is None else text_of(base)
