"""What Python raises by itself, as checks, where a try statement takes it.

Numbers of Python raise where those of NumPy give inf or nan: arguments of the function
are taken to be Python's, elements of arrays and what NumPy computes are not. Of numbers
that may be either the derivative says so when it happens.
"""

import gast
import numpy as np

from s2sad.errors import REFUSED
from s2sad.facts.calls import spelling
from s2sad.facts.kinds import INT, Array
from s2sad.facts.values import Expression, Record
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import walk

_ZERO, _ONE = build.constant(0.0), build.constant(1.0)
_OUTSIDE = {
    "math.sqrt": lambda x: [build.compare(x, gast.Lt(), _ZERO)],
    "math.log": lambda x: [build.compare(x, gast.LtE(), _ZERO)],
    "math.log2": lambda x: [build.compare(x, gast.LtE(), _ZERO)],
    "math.log10": lambda x: [build.compare(x, gast.LtE(), _ZERO)],
    "math.log1p": lambda x: [build.compare(x, gast.LtE(), build.constant(-1.0))],
    "math.acosh": lambda x: [build.compare(x, gast.Lt(), _ONE)],
    "math.asin": lambda x: _beyond(x, gast.Gt()),
    "math.acos": lambda x: _beyond(x, gast.Gt()),
    "math.atanh": lambda x: _beyond(x, gast.GtE()),
}
# the largest arguments whose results are finite
_LARGEST: dict[str, float] = dict.fromkeys(("math.exp", "math.expm1"), 709.782712893384)
_LARGEST |= dict.fromkeys(("math.cosh", "math.sinh"), 710.4758600739439)


def _beyond(x, operator):
    return [build.compare(build.call("abs", x), operator, _ONE)]


class Careful:
    """Writes the checks of one function for what is caught around it."""

    def __init__(self, frame):
        self.frame = frame
        self.of_numpy = set()

    def wants(self, class_):
        """Whether a handler around takes exceptions of a class."""
        caught = self.frame.unit.caught
        return bool(caught) and issubclass(class_, tuple(caught))

    def raises(self, error):
        """Whether a handler around takes an error, which is then raised here."""
        if error is None or not self.wants(type(error)):
            return False
        message = build.constant(str(error))
        self.frame.inert.stop(build.call(type(error).__name__, message))
        return True

    # where numbers come from

    def note(self, node):
        """Remember a name that is bound to what NumPy computes."""
        if not isinstance(node, (gast.Assign, gast.AugAssign)):
            return
        place = node.targets[0] if isinstance(node, gast.Assign) else node.target
        if isinstance(place, gast.Name) and self.is_of_numpy(node.value):
            self.of_numpy.add(place.id)

    def is_of_numpy(self, node):
        kinds = self.frame.kinds()
        for part in walk(node):
            if isinstance(part, gast.Subscript):
                return True
            if isinstance(part, gast.Name):
                if part.id in self.of_numpy or isinstance(kinds.get(part.id), Array):
                    return True
            if isinstance(part, gast.Call):
                if (spelling(part.func) or "").startswith("np."):
                    return True
        return False

    def calls(self, values):
        """A function is called with these: are they Python's numbers?"""
        leaves = []
        for value in values.values():
            leaves.extend(value.leaves() if isinstance(value, Record) else [value])
        self.frame.unit.is_from_numpy = any(
            isinstance(leaf, Expression) and self.is_of_numpy(leaf.node)
            for leaf in leaves
        )

    def is_unknown(self, node):
        """Whether a number may come from NumPy by way of a parameter."""
        given = {name for name, _ in self.frame.entry.parameters}
        return self.frame.is_from_numpy and bool(names_in(node) & given)

    # checks

    def stop_if(self, test, class_, message, node):
        """Raise where a test holds; if it is Python's numbers that it is about."""
        if self.is_of_numpy(node):
            return
        error = build.call(class_.__name__, build.constant(message))
        if self.is_unknown(node):
            what = f"{class_.__name__} is caught, which NumPy's numbers do not raise"
            error = build.call("NotImplementedError", build.constant(REFUSED + what))
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))

    def check_divisor(self, op, left, right):
        """Dividing an integer by 0 raises, as Python's division does."""
        if not isinstance(op, (gast.FloorDiv, gast.Mod, gast.Div)):
            return
        if left is not None and (left.kind != INT or right.kind != INT):
            self.division(left, right)
            return
        if left is None or build.number_of(right.node) not in (None, 0):
            return
        if self.is_loop_bound(right.node):
            return
        message = build.constant("division by zero")
        error = gast.Raise(build.call("ZeroDivisionError", message), None)
        zero = build.compare(right.node, gast.Eq(), build.constant(0))
        self.frame.emit(build.conditional(zero, [error]))

    def is_loop_bound(self, node):
        """Whether a loop around this runs up to `node`, which then is not 0."""
        text = gast.dump(node)
        return any(text == bound_text for bound_text in self.frame.bounds)

    def division(self, left, right):
        if not self.wants(ZeroDivisionError) or right.kind.rank or left.kind.rank:
            return
        if number_of(right.node) not in (None, 0):
            return
        both = build.tuple_of([left.node, right.node])
        test = build.compare(right.node, gast.Eq(), _ZERO)
        self.stop_if(test, ZeroDivisionError, "division by zero", both)

    def power(self, left, right, result):
        """0 to a negative power, and what is too large for a number."""
        if left.kind.rank or right.kind.rank or not result.kind.is_float:
            return result
        both = build.tuple_of([left.node, right.node])
        exponent = number_of(right.node)
        if self.wants(ZeroDivisionError) and (exponent is None or exponent < 0):
            tests = [
                build.compare(left.node, gast.Eq(), _ZERO),
                build.compare(right.node, gast.Lt(), _ZERO),
            ]
            test = gast.BoolOp(gast.And(), tests)
            self.stop_if(test, ZeroDivisionError, "zero to a negative power", both)
        if self.wants(OverflowError) and not self.is_of_numpy(both):
            self.overflow(left.node, right.node, both)
        return result

    def overflow(self, base, exponent, both):
        """Raise where a power is too large: its logarithm is."""
        logarithm = build.call("math.log", build.call("abs", base))
        power = build.binary(exponent, "*", logarithm)
        tests = [
            build.compare(base, gast.NotEq(), _ZERO),
            build.compare(power, gast.Gt(), build.constant(_LARGEST["math.exp"])),
        ]
        test = gast.BoolOp(gast.And(), tests)
        self.stop_if(test, OverflowError, "result too large", both)

    def defined(self, definition, node):
        """Refuse what gives inf or nan where an error is caught that it stands for."""
        for class_ in getattr(definition, "classes_raised", ()):
            if self.wants(class_):
                what = f"the {class_.__name__} of {definition.__name__} is caught"
                raise self.frame.refuse(node, what, "a check of its argument before it")

    def refuse_caught(self, word, node):
        """Refuse what raises inside NumPy, where compiled code can't catch it."""
        if word.startswith("np.linalg.") and self.wants(np.linalg.LinAlgError):
            what = f"what {word} raises is caught"
            raise self.frame.refuse(node, what, "a check of the matrix before it")

    def called(self, word, nodes, found):
        """The value of a call of the library, after its checks."""
        if not self.frame.unit.caught:
            return found
        if word.startswith("math.") and self.wants(ValueError):
            if word in _OUTSIDE:
                for test in _OUTSIDE[word](nodes[0]):
                    self.outside(test)
            elif word == "math.fmod":
                self.outside(build.compare(nodes[1], gast.Eq(), _ZERO))
        if word in _LARGEST and self.wants(OverflowError):
            size = nodes[0]
            if word in ("math.cosh", "math.sinh"):
                size = build.call("abs", size)
            largest = build.constant(_LARGEST[word])
            error = build.call("OverflowError", build.constant("math range error"))
            test = build.compare(size, gast.Gt(), largest)
            self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))
        return found

    def outside(self, test):
        """math raises for numbers of NumPy, too."""
        emitted = self.frame.buffers[-1]
        if emitted and _stops_if(emitted[-1], test):
            return
        error = build.call("ValueError", build.constant("math domain error"))
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))

    def element(self, base, part):
        """An index that is out of bounds."""
        if not self.wants(IndexError) or not isinstance(base.kind, Array):
            return
        items = part.slice
        items = items.elts if isinstance(items, gast.Tuple) else [items]
        for axis, item in enumerate(items):
            if isinstance(item, (gast.Slice, gast.Constant)) and (
                not isinstance(item, gast.Constant) or item.value is None
            ):
                if isinstance(item, gast.Constant):
                    return
                continue
            if not self.is_integer(item):
                continue
            length = self.frame.shapes.length_of(part.value, axis)
            self.frame.emit(build.conditional(_out(item, length), [_index_error()]))

    def place(self, target):
        """The same of a part that is written."""
        if self.wants(IndexError) and self.frame.indexing.is_simple(target):
            self.element(self.frame.expressions.expression(target.value), target)

    def item(self, index, length):
        """The same of a list, of which the length is known, or has a name."""
        if self.wants(IndexError):
            self.frame.emit(build.conditional(_out(index, length), [_index_error()]))

    def is_integer(self, node):
        return self.frame.expressions.expression(node).kind == INT


def _stops_if(node, test):
    """Whether a statement raises where a test holds."""
    if not isinstance(node, gast.If) or not isinstance(node.body[-1], gast.Raise):
        return False
    return gast.dump(node.test) == gast.dump(test)


def _out(index, length):
    """Whether an index is out of bounds; of a constant one side is known."""
    number = number_of(index)
    beyond = build.compare(index, gast.GtE(), length)
    before = build.compare(index, gast.Lt(), build.negative(length))
    if number is not None:
        return beyond if number >= 0 else before
    return gast.BoolOp(gast.Or(), [beyond, before])


def _index_error():
    message = build.constant("index is out of bounds")
    return gast.Raise(build.call("IndexError", message), None)
