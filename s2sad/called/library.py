"""Functions of builtins, math and NumPy: spelling, and what some need beyond a kind."""

import builtins
import functools
import math
import types

import gast
import numba
import numpy as np

from s2sad.called.arrays import alike, array, asarray, filled, shaped, stacked
from s2sad.called.extremes import folded_extreme, has_parts
from s2sad.called.lending import flattened, reshaped
from s2sad.called.members import is_members
from s2sad.called.ranges import length_of_range, made_range
from s2sad.facts import kinds
from s2sad.facts.kinds import COMPLEX, INT, Array, Scalar, Stack
from s2sad.facts.values import Bound, Closure, Expression, Record, Static, is_of
from s2sad.known.comparable import comparable
from s2sad.known.growing import container_of, is_growing
from s2sad.syntax import build
from s2sad.syntax.build import number_of


def _len(frame, arguments, keywords, node):
    (value,) = arguments
    if frame.operators.defines(value, "__len__"):
        return frame.operators.by_class(value, "__len__", [], node)
    if isinstance(value, Static):
        frame.attributes.check_entries(value.value, node)
    if is_of(value, range):
        return frame.expressions.expression(length_of_range(value))
    if is_growing(value) or is_members(value):
        return frame.expressions.expression(frame.reading.length(value))
    if isinstance(value, Record):
        return frame.expressions.expression(build.constant(len(value.items)))
    if isinstance(value, Static):
        try:
            length = len(value.value)
        except TypeError as error:
            raise frame.source.raising(node, error) from None
        return frame.expressions.expression(build.constant(length))
    if isinstance(value, Expression) and isinstance(value.kind, Scalar):
        raise frame.source.raising(node, TypeError("a number has no len()"))
    return length_of_stack(frame, value) if is_stack(value) else None


def is_stack(value):
    """Whether a value is a list that works as a stack."""
    return isinstance(value, Expression) and isinstance(value.kind, Stack)


def length_of_stack(frame, value):
    """How long a stack is, in a name: it has another length later."""
    length = frame.expressions.expression(build.call("len", value.node))
    return frame.stored(length, "length")


def _isinstance(frame, arguments, keywords, node):
    value, target = arguments
    wanted = getattr(comparable(target), "value", None)
    if not isinstance(wanted, (type, tuple, types.UnionType)):
        raise frame.refuse(node, "isinstance is asked for no type")
    if isinstance(value, Record):
        return Static(issubclass(container_of(value), wanted))
    if isinstance(value, (Closure, Bound)):
        return Static(isinstance(_isinstance, wanted))
    return Static(isinstance(sample(value), wanted))


def sample(value):
    """An object of the type that a value has when the function runs."""
    if isinstance(value, Static):
        return value.value
    if isinstance(value.kind, Array) or value.is_array:
        dtype = kinds.dtype_word(value.kind.dtype)
        return np.empty((0,) * value.kind.rank, np.dtype(dtype))
    samples = {"bool": True, "int": 1, "float64": 1.0, "complex128": 1j}
    return samples.get(value.kind.dtype, np.float32(1.0))


def _sum(frame, arguments, keywords, node):
    (value, *start) = arguments
    if has_parts(value):
        parts = [frame.expressions.as_expression(v, node) for v in value.items.values()]
        result = frame.expressions.expression(build.constant(0))
        for part in [
            *(frame.expressions.as_expression(s, node) for s in start),
            *parts,
        ]:
            # 0 + True is 1, and the sum of two truths of NumPy is a truth
            if build.number_of(result.node) == 0 and part.kind.dtype != "bool":
                result = part
            else:
                added = build.binary(result.node, "+", part.node)
                result = frame.expressions.expression(added)
        return result
    if is_growing(value) and value.container.item.kind.rank:
        axis = frame.expressions.expression(build.constant(0))
        keywords = {"axis": axis}
    return frame.applications.library_call("np.sum", arguments, keywords, node)


def _pow(frame, arguments, keywords, node):
    """The power of two numbers is the operator."""
    if len(arguments) != 2:
        return None
    names = [frame.named(value, node, "operand") for value in arguments]
    power = gast.copy_location(build.binary(names[0], "**", names[1]), node)
    return frame.expressions.value(power)


def _power(frame, arguments, keywords, node):
    """np.power of arrays is the operator, whose rules know arrays."""
    parts = [frame.expressions.as_expression(v, node) for v in arguments]
    if not any(part.kind.rank for part in parts):
        return None
    first, second = (part.node for part in parts)
    return frame.expressions.expression(build.binary(first, "**", second))


def _operator(op):
    """A function of NumPy that is an operator of two arguments."""

    def operate(frame, arguments, keywords, node):
        parts = [frame.expressions.as_expression(v, node) for v in arguments]
        return frame.expressions.operated(op(), *parts)

    return operate


def _inverted(frame, arguments, keywords, node):
    (value,) = [frame.expressions.as_expression(v, node) for v in arguments]
    return frame.expressions.expression(gast.UnaryOp(gast.Invert(), value.node))


def _abs(frame, arguments, keywords, node):
    """abs of an array is NumPy's, whose rule knows arrays."""
    (value,) = [frame.expressions.as_expression(v, node) for v in arguments]
    if not value.kind.rank:
        return None
    return frame.expressions.expression(build.call("np.abs", value.node))


def _where(frame, arguments, keywords, node):
    """np.where of numbers is a choice: Numba would make it an array of no axes."""
    if len(arguments) != 3:
        return None
    parts = [frame.expressions.as_expression(v, node) for v in arguments]
    if any(part.kind.rank for part in parts):
        return None
    return frame.expressions.expression(gast.IfExp(*(part.node for part in parts)))


def _complex(frame, arguments, keywords, node):
    """A number as a complex one, if it is none."""
    if len(arguments) != 1:
        return None
    value = frame.expressions.as_expression(arguments[0], node)
    number = number_of(value.node)
    if number is not None:
        return frame.expressions.expression(build.constant(complex(number)))
    return value if value.kind == COMPLEX else None


def _range(frame, arguments, keywords, node):
    """A range is the record of its bounds."""
    bounds = [frame.expressions.as_expression(value, node) for value in arguments]
    for bound in bounds:
        if bound.kind != INT:
            raise frame.refuse(node, "a bound of range is not an integer", "int(...)")
    nodes = [bound.node for bound in bounds]
    first = [build.constant(0)] if len(nodes) == 1 else []
    last = [] if len(nodes) == 3 else [build.constant(1)]
    return made_range(frame, [*first, *nodes, *last])


OPERATORS = {
    "np.add": gast.Add,
    "np.subtract": gast.Sub,
    "np.multiply": gast.Mult,
    "np.divide": gast.Div,
    "np.true_divide": gast.Div,
    "np.floor_divide": gast.FloorDiv,
    "np.mod": gast.Mod,
    "np.remainder": gast.Mod,
    "np.bitwise_and": gast.BitAnd,
    "np.bitwise_or": gast.BitOr,
    "np.bitwise_xor": gast.BitXor,
    "np.left_shift": gast.LShift,
    "np.right_shift": gast.RShift,
}

SPECIAL = {
    "len": _len,
    "isinstance": _isinstance,
    "max": folded_extreme("max"),
    "min": folded_extreme("min"),
    "sum": _sum,
    "pow": _pow,
    "complex": _complex,
    "range": _range,
    "np.power": _power,
    "abs": _abs,
    **{word: _operator(op) for word, op in OPERATORS.items()},
    "np.invert": _inverted,
    "np.bitwise_not": _inverted,
    "np.where": _where,
    "np.array": array,
    "np.asarray": asarray,
    "np.stack": stacked,
    "np.vstack": stacked,
    "np.zeros": shaped,
    "np.empty": shaped,
    "np.ones": shaped,
    "np.full": filled,
    **{f"np.{w}_like": alike(w) for w in ("zeros", "empty", "ones", "full")},
    "np.reshape": reshaped,
    "np.ravel": flattened,
}


COMPILED = {"math.fmod": "np.fmod", "math.cbrt": "np.cbrt"}


OF_NUMBERS = {"np.sum", "np.mean", "np.max", "np.min", "np.copy"}


# What Numba compiles of whole arrays only, without an axis, and of vectors only.
WHOLE_ONLY = {"np.mean", "np.max", "np.min", "np.argmax", "np.argmin", "np.argsort"}
WHOLE_ONLY |= {"np.any", "np.all", "np.count_nonzero", "np.bincount"}
VECTORS_ONLY = {"np.argsort", "np.bincount"}
OF_ARRAYS = {*WHOLE_ONLY, "np.sum", "np.searchsorted", "np.digitize"}
OF_ARRAYS |= {"np.round", "np.around"}


METHODS = {
    "sum": "np.sum",
    "mean": "np.mean",
    "max": "np.max",
    "min": "np.min",
    "dot": "np.dot",
    "argmax": "np.argmax",
    "argmin": "np.argmin",
    "argsort": "np.argsort",
    "round": "np.round",
    "reshape": "np.reshape",
    "ravel": "np.ravel",
    "swapaxes": "np.swapaxes",
    "conj": "np.conj",
    "conjugate": "np.conj",
    "__array__": "np.asarray",
}


REWRITES = {
    "np.frompyfunc": "np.array([f(v) for v in x])",
    "np.fromiter": "np.array([... for v in x])",
    "np.nditer": "loops over range(n)",
    "np.ndindex": "loops over range(n)",
    "np.ndenumerate": "loops over range(n)",
}


def library_word(target):
    """The spelling of a function of builtins, math or NumPy, or None."""
    try:
        return _words_by_object().get(target)
    except TypeError:
        return None


@functools.cache
def _words_by_object():
    found = _collect(np.linalg, "np.linalg.")
    found |= _collect(np, "np.") | _collect(math, "math.")
    for word in ("len", "abs", "min", "max", "sum", "round", "range", "float"):
        found[getattr(builtins, word)] = word
    found[complex] = "complex"
    found[numba.get_num_threads] = "get_num_threads"
    for target in (int, bool, isinstance, list, tuple, enumerate, zip, print, pow):
        found[target] = target.__name__
    return found


def _collect(module, prefix):
    found = {}
    for word in sorted(vars(module), key=lambda w: (len(w), w), reverse=True):
        target = getattr(module, word)
        if callable(target) and not word.startswith("_"):
            try:
                own = getattr(target, "__name__", word)
                if found.get(target) != prefix + own:
                    found[target] = prefix + word
            except TypeError:
                continue
    preferred = ("abs", "max", "min", "round", "arcsin", "arccos", "arctan", "arctan2")
    preferred += ("arcsinh", "arccosh", "arctanh", "power", "float64", "float32")
    preferred += ("sum", "mean", "asarray", "conj")
    for word in preferred:
        if hasattr(module, word) and callable(getattr(module, word)):
            found[getattr(module, word)] = prefix + word
    return found


def dtype_of(value):
    """A dtype that is given as a word, as NumPy has it; every other value as it is."""
    word = getattr(value, "value", None)
    try:
        return Static(np.dtype(word)) if isinstance(word, str) else value
    except TypeError:
        return value


def text_of_dtype(value):
    """How the text names a dtype, or None if the value is none."""
    if isinstance(value, type) and value in (float, int, bool):
        # Numba has no dtype=int
        return {float: "np.float64", int: "np.int64", bool: "np.bool_"}[value]
    if value is complex:
        return "np.complex128"  # nor the other word
    if isinstance(value, np.dtype) or (
        isinstance(value, type) and issubclass(value, np.generic)
    ):
        return f"np.{np.dtype(value).name}".replace("np.bool", "np.bool_")
    return None
