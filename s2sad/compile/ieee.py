"""Arithmetic of compiled code in plain Python: nan and inf where Python raises.

Compiled code follows IEEE and C: `1.0 / 0.0` is inf, `math.log(0.0)` is -inf and
`math.exp(1000.0)` is inf. Of two integers a division by zero raises in both.
"""

import ast
import functools
import math
import operator
import types
from typing import Any

import numpy as np

_INTEGERS = (int, np.integer)
# functions of math that NumPy has under other names
_IN_NUMPY = {
    "acos": "arccos",
    "acosh": "arccosh",
    "asin": "arcsin",
    "asinh": "arcsinh",
    "atan": "arctan",
    "atan2": "arctan2",
    "atanh": "arctanh",
    "pow": "power",
}


def _arithmetic(operation):
    """An operation on two numbers that raises for integers only."""

    @functools.wraps(operation)
    def operate(a, b):
        try:
            result = operation(a, b)
        except (ZeroDivisionError, OverflowError):
            if isinstance(a, _INTEGERS) and isinstance(b, _INTEGERS):
                raise
            kind: Any = np.complex128 if _is_complex(a, b) else np.float64
            return operation(kind(a), kind(b))
        # Python's power of a negative number is complex, that of compiled code nan
        is_new = isinstance(result, complex) and not _is_complex(a, b)
        return math.nan if is_new else result

    return operate


def _is_complex(*numbers):
    return any(isinstance(number, complex) for number in numbers)


def _in_place(operation, operate):
    """An augmented assignment: of an array in its memory, of numbers as `operate`."""

    def augment(a, b):
        return operation(a, b) if isinstance(a, np.ndarray) else operate(a, b)

    return augment


def _of_floats(function, in_numpy):
    """A function of math that gives what its namesake in NumPy gives for floats."""

    @functools.wraps(function)
    def call(*numbers):
        try:
            return function(*numbers)
        except (ValueError, OverflowError):
            return float(in_numpy(*numbers))

    return call


def _to_integer(function, in_numpy):
    """A function that gives an integer of 64 bits, as a compiled cast does."""

    @functools.wraps(function)
    def call(number, *digits):
        if digits or not isinstance(number, (float, np.floating)):
            return function(number, *digits)
        if abs(number) < 2.0**63:
            return function(number)
        return int(in_numpy(np.float64(number)).astype(np.int64))

    return call


def _gamma(x):
    """C's gamma where Python raises: at the poles, and beyond the largest float."""
    if x == 0.0:
        return math.copysign(math.inf, x)
    if x < 0.0 and x == np.floor(x):
        return math.nan
    return math.inf if x > 0.0 or np.floor(x) % 2.0 == 0.0 else -math.inf


def _lgamma(x):
    """C's lgamma where Python raises: at the poles, and beyond the largest float."""
    return math.inf


def _mathematics():
    """The module math as compiled code has it."""
    found = types.SimpleNamespace(**vars(math))
    for word, function in vars(math).items():
        in_numpy = getattr(np, _IN_NUMPY.get(word, word), None)
        if isinstance(in_numpy, np.ufunc):
            setattr(found, word, _of_floats(function, in_numpy))
    for word in ("floor", "ceil", "trunc"):
        setattr(found, word, _to_integer(getattr(math, word), getattr(np, word)))
    found.gamma = _of_floats(math.gamma, _gamma)
    found.lgamma = _of_floats(math.lgamma, _lgamma)
    return found


_OPERATIONS = {
    ast.Div: ("_divide", operator.truediv, operator.itruediv),
    ast.FloorDiv: ("_floor_divide", operator.floordiv, operator.ifloordiv),
    ast.Mod: ("_remainder", operator.mod, operator.imod),
    ast.Pow: ("_power", operator.pow, operator.ipow),
}
_CASTS = {
    "int": ("_int", _to_integer(int, np.trunc)),
    "round": ("_round", _to_integer(round, np.rint)),
}
_NAMES = dict(_CASTS.values())
for _word, _operation, _augmented in _OPERATIONS.values():
    _NAMES[_word] = _arithmetic(_operation)
    _NAMES[f"{_word}_into"] = _in_place(_augmented, _NAMES[_word])


class Ieee(ast.NodeTransformer):
    """The operations of a text that may raise become calls of those that do not."""

    def __init__(self, tree):
        own = [n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        own += [n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)]
        self.casts = {k: word for k, (word, _) in _CASTS.items() if k not in own}

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if type(node.op) not in _OPERATIONS:
            return node
        return _called(_OPERATIONS[type(node.op)][0], node.left, node)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        # an element of an array is a number of NumPy, which does not raise
        if type(node.op) not in _OPERATIONS or not isinstance(node.target, ast.Name):
            return node
        load = ast.Name(node.target.id, ast.Load())
        word = f"{_OPERATIONS[type(node.op)][0]}_into"
        assign = ast.Assign([node.target], _called(word, load, node))
        return ast.copy_location(assign, node)

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in self.casts:
            node.func.id = self.casts[node.func.id]
        return node


def _called(word, left, node):
    """The call of an operation in place of a node that has it."""
    right = node.right if isinstance(node, ast.BinOp) else node.value
    call = ast.Call(ast.Name(word, ast.Load()), [left, right], [])
    return ast.fix_missing_locations(ast.copy_location(call, node))


def with_ieee(names):
    """Give a namespace the operations that `Ieee` calls, and math as they are."""
    names.update(_NAMES)
    if names.get("math") is math:
        names["math"] = _MATH


_MATH = _mathematics()
