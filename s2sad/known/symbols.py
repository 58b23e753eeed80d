"""The lengths of axes as symbols: equal ones are the same for all that is known.

np.empty(n) and x have one length      where n = len(x)
x[1:] and x[:-1] have one length
np.sum(x, 0) and x[0] have one shape
"""

import contextlib
from typing import Any

import gast

from s2sad.facts import calls
from s2sad.facts.indices import index_items, is_new, taken
from s2sad.facts.infer import Look, NoKind, kind_of
from s2sad.facts.kinds import INT, Array
from s2sad.facts.shapes import axis_of, is_shape
from s2sad.facts.unions import Unions
from s2sad.rules.table import is_elementwise, operands_of
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in

_SAME = {"np.copy", "np.asarray", "np.ascontiguousarray", "np.argsort"}
_FILLED = {"np.zeros": 0, "np.empty": 0, "np.ones": 0, "np.full": 0, "np.reshape": 1}
_COUNTED = {"np.arange": 0, "np.linspace": 2}


class Symbols:
    """The lengths of the axes of one function's arrays, as symbols.

    `cells` holds them for each name as it is bound now; `equal` which are the same.
    """

    def __init__(self, frame):
        self.frame = frame
        self.cells, self.equal = {}, Unions()
        self.count, self.texts, self.look = 0, {}, None

    @property
    def state(self):
        return self.cells, self.equal

    @state.setter
    def state(self, state):
        self.cells, self.equal = state

    def copied(self):
        return dict(self.cells), self.equal.copied()

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

    def lengthen(self, name):
        """An array gets longer: its rows, if it had none, get as long as others are."""
        known = self.cells.get(name, ())
        texts = [self.texts.get(self.symbol(symbol)) for symbol in known]
        none = [text is not None and number_of(text) == 0 for text in texts]
        if any(none[1:]):
            pairs = zip(known, self.new(len(known)), none)
            self.cells[name] = tuple(n if is_none else k for k, n, is_none in pairs)

    def bind(self, name, node):
        kinds = self.frame.kinds()
        if isinstance(kind_of(node, kinds), Array):
            with self.looking():
                self.cells[name] = self.of(node)
        elif name not in self.frame.rebound and axis_of(node, kinds):
            own = self.of_text(build.name(name))
            self.equal.join(self.symbol(self.of_number(node)), own)

    def permute(self, names, nodes):
        """Names change places, all at once."""
        self.cells.update(zip(names, list(map(self.of, nodes))))

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
            return self.of_operands(operands_of(node), rank)
        return self.new(rank)

    def kind(self, node):
        if self.look is not None:
            with contextlib.suppress(NoKind):  # of names that were bound since
                return kind_of(node, self.look)
        return kind_of(node, self.frame.kinds())

    @contextlib.contextmanager
    def looking(self):
        """While one operation is checked, the kind of each operand is found once."""
        around, self.look = self.look, Look(self.frame.kinds())
        try:
            yield
        finally:
            self.look = around

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
            if is_shape(sizes):
                return self.of(sizes.value)
            items = sizes.elts if isinstance(sizes, gast.Tuple) else [sizes]
            return tuple(map(self.of_number, items))
        if word == "np.array" and getattr(node.args[0], "elts", None):
            return self.of_list(node.args[0], rank)
        if word == "np.eye" and len(node.args) == 1 and not node.keywords:
            return self.of_number(node.args[0]), self.of_number(node.args[0])
        if word in _COUNTED and len(node.args) == _COUNTED[word] + 1:
            count = node.args[-1]
            return (self.of_number(count),) if self.kind(count) == INT else self.new(1)
        if word == "np.dot":
            return self.of_product(*node.args)
        if word == "np.swapaxes":
            return self.of_swapped(node)
        if word in ("np.sum", "np.expand_dims"):
            return self.of_axis(node, word, rank)
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

    def of_axis(self, node, word, rank):
        """Of an array that an axis comes to, or goes from."""
        found = list(self.of(node.args[0]))
        axis: Any = number_of(calls.keyword(node, "axis", 1))
        if word == "np.sum":
            found.pop(axis)
        else:
            found.insert(axis % rank, ("one",))
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
            if is_new(item):
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

    def given(self, symbol, env):
        """The node of a length, if it is one of an array as the caller gave it.

        What is checked in a loop is forgotten where it ends; such a node is not.
        """
        wanted = self.symbol(symbol)
        for name, value in env.items():
            if name not in self.cells and isinstance(
                getattr(value, "kind", None), Array
            ):
                for axis in range(value.kind.rank):
                    if self.symbol((name, axis)) == wanted:
                        return self.frame.shapes.length_of(build.name(name), axis)
        return None

    def symbol(self, symbol):
        """One symbol for all that are equal, inside others too."""
        if symbol[0] in ("less", "slice"):
            symbol = (symbol[0], self.symbol(symbol[1]), *symbol[2:])
        return self.equal.of(symbol)


def _is_length(node):
    """Whether a node is the length of an array."""
    is_call = isinstance(node, gast.Call) and calls.spelling(node.func) == "len"
    return is_call and not isinstance(node.args[0], gast.Call)


def _is_fixed(node):
    """Whether a number is the same wherever it is read: no element, and no call."""
    return not any(map(_may_change, gast.walk(node)))


def _may_change(node):
    if isinstance(node, gast.Call):
        return getattr(node.func, "id", None) not in ("max", "min")
    return isinstance(node, gast.Subscript)
