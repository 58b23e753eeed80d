"""Which axes have one length, and a check where that is not known.

z = x * y       becomes     if x.shape != y.shape:
                                raise ValueError("x and y have different shapes")
                            z = x * y

A derivative may leave out the operation itself, and with it NumPy's own check; and
what is summed back depends on which axes are spread. An axis that is known to have
length 1 needs no check.
"""

import copy
from typing import Any

import gast

from s2sad.facts import calls
from s2sad.facts.indices import index_items, taken
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Array
from s2sad.facts.unions import Unions
from s2sad.facts.values import Expression
from s2sad.rules.table import is_elementwise
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in
from s2sad.syntax.printer import text_of

_SAME = {"np.copy", "np.asarray", "np.ascontiguousarray", "np.argsort"}
_FILLED = {"np.zeros": 0, "np.empty": 0, "np.ones": 0, "np.full": 0, "np.reshape": 1}
_COUNTED = {"np.arange": 0, "np.linspace": 2}


class Shapes:
    """The lengths of the axes of one function's arrays, as symbols.

    `cells` holds them for each name as it is bound now; `equal` which are the same.
    """

    def __init__(self, frame):
        self.frame = frame
        self.cells, self.equal = {}, Unions()
        self.count, self.computed, self.texts = 0, {}, {}

    @property
    def state(self):
        return self.cells, self.equal

    @state.setter
    def state(self, state):
        self.cells, self.equal = state

    def copied(self):
        return dict(self.cells), copy.deepcopy(self.equal)

    def merge(self, first, second):
        """The state where two paths meet: what both know."""
        cells = {n: s for n, s in first[0].items() if second[0].get(n) == s}
        gone = (first[0].keys() | second[0].keys()) - cells.keys()
        self.cells = cells | {name: self.new(8) for name in gone}

    def changed(self, before):
        """The names whose shapes are not what they were in a state."""
        return {
            name
            for name, symbols in before[0].items()
            if list(map(self.symbol, self.cells.get(name, symbols)))
            != list(map(self.symbol, symbols))
        }

    def forget(self, names):
        """Nothing is known of these names, which a loop binds to other shapes."""
        self.cells.update({name: self.new(8) for name in names})

    def bind(self, name, node):
        kind = kind_of(node, self.frame.kinds())
        if isinstance(kind, Array):
            self.cells[name] = self.of(node)

    def permute(self, names, nodes):
        """Names change places."""
        self.cells.update(zip(names, map(self.of, nodes)))

    def new(self, rank):
        self.count += 1
        return tuple(("new", self.count, axis) for axis in range(rank))

    # symbols

    def of(self, node) -> tuple[Any, ...]:
        """The symbol of each axis of an array."""
        rank = self.kind(node).rank
        if isinstance(node, gast.Name):
            known = self.cells.get(node.id)
            own = tuple((node.id, axis) for axis in range(rank))
            return known[:rank] if known is not None else own
        if isinstance(node, gast.Subscript):
            return self.of_part(node, rank)
        if isinstance(node, gast.Attribute) and node.attr == "T":
            return self.of(node.value)[::-1]
        if isinstance(node, gast.Call):
            return self.of_call(node, rank)
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult):
            return self.of_product(node.left, node.right)
        if isinstance(node, (gast.BinOp, gast.UnaryOp, gast.Compare)):
            return self.of_operands(_operands(node), rank)
        return self.new(rank)

    def kind(self, node):
        return kind_of(node, self.frame.kinds())

    def of_operands(self, operands, rank):
        """Of an elementwise operation: its widest operand's, axis by axis."""
        found = list(self.new(rank))
        for operand in operands:
            kind = self.kind(operand)
            if isinstance(kind, Array):
                for axis, symbol in zip(range(-kind.rank, 0), self.of(operand)):
                    if not kind.ones[axis]:
                        found[axis] = symbol
        return tuple(found)

    def of_product(self, left, right):
        left_kind, right_kind = self.kind(left), self.kind(right)
        if not (left_kind.rank and right_kind.rank):
            return self.of_operands([left, right], max(left_kind.rank, right_kind.rank))
        rows = self.of(left)[:-1]
        columns = self.of(right)[1:] if right_kind.rank > 1 else ()
        return rows + columns

    def of_call(self, node, rank):
        word = calls.spelling(node.func)
        if word in _FILLED:
            sizes = node.args[_FILLED[word]]
            if isinstance(sizes, gast.Attribute):
                return self.of(sizes.value)
            items = sizes.elts if isinstance(sizes, gast.Tuple) else [sizes]
            return tuple(map(self.of_number, items))
        if word == "np.array" and getattr(node.args[0], "elts", None):
            return self.of_list(node.args[0], rank)
        if word == "np.eye" and len(node.args) == 1 and not node.keywords:
            return self.of_number(node.args[0]), self.of_number(node.args[0])
        if word in _COUNTED and len(node.args) > _COUNTED[word]:
            return (self.of_number(node.args[_COUNTED[word]]),)
        if word in ("np.dot",):
            return self.of_product(*node.args)
        if word == "np.swapaxes":
            return self.of_swapped(node)
        if word in _SAME or str(word).endswith("_like") or is_elementwise(word):
            return self.of_operands(node.args, rank)
        if isinstance(node.func, gast.Attribute) and node.func.attr == "copy":
            return self.of(node.func.value)
        return self.new(rank)

    def of_swapped(self, node):
        found = list(self.of(node.args[0]))
        places: Any = [number_of(item) for item in node.args[1:]]
        first, second = places
        found[first], found[second] = found[second], found[first]
        return tuple(found)

    def of_list(self, node, rank):
        """Of the array that a list becomes: as many elements as the list shows."""
        own = self.of_text(build.constant(len(node.elts)))
        first = node.elts[0]
        if isinstance(first, gast.List):
            return (own, *self.of_list(first, rank - 1))
        return (own, *self.new(rank - 1))

    def of_number(self, node):
        """The symbol of a length that is given as a number."""
        if number_of(node) == -1:
            return self.new(1)[0]
        if _is_length(node):
            return self.of(node.args[0])[0]
        if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Attribute):
            axis = number_of(node.slice)
            if node.value.attr == "shape" and isinstance(axis, int):
                return self.of(node.value.value)[axis]
        return self.of_text(node)

    def of_text(self, *nodes):
        """The same text is the same number, unless its names are bound again."""
        given = [node for node in nodes if node is not None]
        if names_in(*given) & self.frame.rebound or not all(map(_is_fixed, given)):
            return self.new(1)[0]
        symbol = ("text", *(node and gast.dump(node) for node in nodes))
        if len(nodes) == 1:
            self.texts[symbol] = nodes[0]
        return symbol

    def of_part(self, node, rank):
        base, items = list(self.of(node.value)), index_items(node)
        found, arrays = [], []
        for item in items:
            if isinstance(item, gast.Constant) and item.value is None:
                found.append(("one",))
                continue
            symbol = base.pop(0)
            if isinstance(item, gast.Slice):
                found.append(self.of_slice(symbol, item))
            elif isinstance(self.kind(item), Array):
                arrays.append(item)
        if arrays:
            joint = taken(items, self.kind)
            symbols = self.of_operands(arrays, joint.joint.rank)
            found[joint.place : joint.place] = symbols
        return tuple(found + base)[:rank]

    def of_slice(self, symbol, item):
        """`[a:-b]` takes a + b from a length, wherever they are taken."""
        lower = 0 if item.lower is None else number_of(item.lower)
        upper = 0 if item.upper is None else number_of(item.upper)
        if item.step is None and lower is not None and upper is not None:
            if lower >= 0 >= upper and (upper < 0 or item.upper is None):
                taken = lower - upper
                return ("less", symbol, taken) if taken else symbol
        return ("slice", symbol, self.of_text(item.lower, item.upper, item.step))

    # checks

    def checked(self, node):
        """The operation, its operands checked against each other."""
        if not self.frame.source.is_consistent:
            self.check(node)
        return self.with_names(node)

    def check(self, node):
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult):
            self.meet_inner(node.left, node.right)
        elif isinstance(node, (gast.BinOp, gast.Compare)) and self.kind(node).rank:
            self.meet_all(_operands(node))
        elif isinstance(node, gast.Call):
            word = calls.spelling(node.func)
            if word == "np.dot":
                self.meet_inner(*node.args)
            elif is_elementwise(word) and len(node.args) > 1:
                self.meet_all(node.args)

    def checked_write(self, target, value):
        """What is written, checked against the part of an array it is written to."""
        if not self.frame.source.is_consistent:
            self.meet_written(build.loaded(target), [value])
        return self.with_names(value)

    def with_names(self, node):
        """An operation that reads what was computed for a check, not computes again."""
        computed, self.computed = self.computed, {}
        return _Named(computed).visit(node) if computed else node

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

    def symbol(self, symbol):
        """One symbol for all that are equal, inside others too."""
        if symbol[0] in ("less", "slice"):
            symbol = (symbol[0], self.symbol(symbol[1]), *symbol[2:])
        return self.equal.of(symbol)

    def demand(self, first, second):
        """Raise where two lengths, or two shapes, differ."""
        words = [text_of(_base(node)) for node in (first, second)]
        named = " and ".join(words) if sum(map(len, words)) <= 44 else "operands"
        message = f"{named} have different shapes"
        error = build.call("ValueError", build.constant(message))
        test = build.compare(first, gast.NotEq(), second)
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))

    def length(self, node, axis):
        """The length of an axis, counted from the last, of an operand."""
        symbol = self.of(node)[axis]
        for part in gast.walk(node):
            if _is_part(part) and isinstance(self.part_kind(part), Array):
                symbols = self.of(part)
                if symbol in symbols:
                    return self.length_of(part, symbols.index(symbol))
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


class _Named(gast.NodeTransformer):
    """Puts names in the place of what they hold."""

    def __init__(self, computed):
        self.computed = computed

    def visit(self, node):
        name = self.computed.get(id(node))
        return self.generic_visit(node) if name is None else name


def _noun(node):
    is_named = isinstance(node, gast.Call) and isinstance(node.func, gast.Name)
    return f"{node.func.id}_result" if is_named else "operand"


def _is_part(*nodes):
    """Whether operands are names, or parts of what has a name."""
    return all(isinstance(n, (gast.Name, gast.Subscript)) for n in nodes)


def _whole(node):
    """`x` for `x[:]`."""
    if isinstance(node, gast.Subscript):
        items = index_items(node)
        slices = [i for i in items if isinstance(i, gast.Slice)]
        if len(slices) == len(items):
            if not any((i.lower, i.upper, i.step) != (None,) * 3 for i in slices):
                return node.value
    return node


def _base(length):
    """What a length is of."""
    if isinstance(length, gast.Call):
        return length.args[0]
    if isinstance(length, gast.Subscript):
        length = length.value
    return length.value


def _is_length(node):
    """Whether a node is the length of an array."""
    is_call = isinstance(node, gast.Call) and calls.spelling(node.func) == "len"
    return is_call and not isinstance(node.args[0], gast.Call)


def _is_fixed(node):
    """Whether a number is the same wherever it is read: no element, and no call."""
    return not any(isinstance(n, (gast.Subscript, gast.Call)) for n in gast.walk(node))


def _operands(node):
    if isinstance(node, gast.BinOp):
        return [node.left, node.right]
    if isinstance(node, gast.UnaryOp):
        return [node.operand]
    return [node.left, *node.comparators]
