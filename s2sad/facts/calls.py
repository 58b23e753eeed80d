"""The calls s2sad knows by name: the kind of each result, the memory it shares.

A call is known by its spelling in plain form: `np.sum(x)`, `len(x)`, `x.copy()`.
"""

from typing import Any

import gast

from s2sad.facts import kinds, matrices
from s2sad.facts.kinds import (
    BOOL,
    COMPLEX,
    FLOAT,
    INT,
    Scalar,
    array_kind,
    broadcast,
    is_inexact,
    real_dtype,
)
from s2sad.rules.rounding import TRUTHS
from s2sad.syntax.build import number_of

# What makes a new array, of lengths that it is given or of those of another.
BIRTHS = {"np.zeros", "np.empty", "np.ones", "np.full"}
LIKE_BIRTHS = {"np.zeros_like", "np.empty_like", "np.ones_like", "np.full_like"}

_DTYPE_WORDS: dict[str | None, str] = {
    "complex": "complex128",
    "float": "float64",
    "int": "int",
    "bool": "bool",
    "np.complex128": "complex128",
    "np.float64": "float64",
    "np.float32": "float32",
    "np.int64": "int",
    "np.intp": "int",
    "np.int32": "int",
    "np.bool_": "bool",
}


def spelling(node):
    """The dotted name of a function node, or None."""
    parts = []
    while isinstance(node, gast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, gast.Name):
        return None
    return ".".join([node.id, *reversed(parts)])


def keyword(node, name, position=None):
    """The node of an argument given by keyword or position, or None."""
    for item in node.keywords:
        if item.arg == name:
            return item.value
    if position is not None and position < len(node.args):
        return node.args[position]
    return None


def _dtype(node, position, default):
    given = keyword(node, "dtype", position)
    if given is None:
        return default
    return _DTYPE_WORDS.get(spelling(given))


def _shape(node, kind_of):
    """(rank, axes of length 1) of a shape argument."""
    if isinstance(node, gast.Tuple):
        return len(node.elts), tuple(is_one(n, kind_of) for n in node.elts)
    if isinstance(node, gast.Attribute) and node.attr == "shape":
        kind = kind_of(node.value)
        return kind.rank, kind.ones
    return 1, (is_one(node, kind_of),)


def is_one(node, kind_of):
    """Whether a length is surely 1: that of an axis that has length 1, too."""
    if isinstance(node, gast.Call) and spelling(node.func) == "len":
        return getattr(kind_of(node.args[0]), "ones", (False,))[:1] == (True,)
    if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Attribute):
        axis = number_of(node.slice)
        if node.value.attr == "shape" and isinstance(axis, int):
            return bool(kind_of(node.value.value).ones[axis])
    if isinstance(node, gast.Attribute) and node.attr == "size":
        return all(getattr(kind_of(node.value), "ones", (False,)))
    return number_of(node) == 1


def _filled(node, kind_of):
    rank, ones = _shape(node.args[0], kind_of)
    dtype = _dtype(node, 1, "float64")
    return dtype and array_kind(dtype, rank, ones)


def _full(node, kind_of):
    rank, ones = _shape(node.args[0], kind_of)
    return array_kind(_dtype(node, 2, kind_of(node.args[1]).dtype), rank, ones)


def _like(node, kind_of):
    kind = kind_of(node.args[0])
    position = 2 if spelling(node.func) == "np.full_like" else 1
    return array_kind(_dtype(node, position, kind.dtype), kind.rank, kind.ones)


def _array(node, kind_of):
    kind = _nested(node.args[0], kind_of)
    return array_kind(_dtype(node, 1, kind.dtype), kind.rank, getattr(kind, "ones", ()))


def _nested(node, kind_of):
    """The kind of the array that a list of numbers, or of lists, becomes."""
    if not isinstance(node, (gast.List, gast.Tuple)):
        return kind_of(node)
    inner = [_nested(item, kind_of) for item in node.elts]
    ones = (len(inner) == 1, *getattr(inner[0], "ones", ()))
    return array_kind(kinds.wider(*(k.dtype for k in inner)), inner[0].rank + 1, ones)


def _arange(node, kind_of):
    dtype = kinds.wider(*(kind_of(item).dtype for item in node.args))
    return array_kind(_dtype(node, None, dtype), 1)


def _reduced(node, kind_of):
    kind = kind_of(node.args[0])
    axis = keyword(node, "axis", 1)
    dtype = "int" if kind.dtype == "bool" else kind.dtype
    if axis is None or (isinstance(axis, gast.Constant) and axis.value is None):
        return Scalar(dtype)
    gone = _axis(axis, kind.rank)
    if gone is None:
        return None
    ones = tuple(one for i, one in enumerate(kind.ones) if i != gone)
    return array_kind(dtype, kind.rank - 1, ones)


def _axis(node, rank):
    """Which of so many axes a literal names, or None."""
    number = number_of(node)
    if not isinstance(number, int) or not -rank <= number < rank:
        return None
    return number % rank


def _mean(node, kind_of):
    dtype = kind_of(node.args[0]).dtype
    return Scalar(dtype if is_inexact(dtype) else "float64")


def _dot(node, kind_of):
    return matmul(kind_of(node.args[0]), kind_of(node.args[1]))


def matmul(left, right):
    """The kind of a product of vectors and matrices."""
    dtype = kinds.wider(left.dtype, right.dtype)
    if not left.rank or not right.rank:
        return broadcast(left, right)
    ones = left.ones[:-1] + right.ones[:-2] + right.ones[1:][-1:]
    return array_kind(dtype, left.rank + right.rank - 2, ones)


def is_product(left, right):
    """Whether @ and np.dot of these have a rule, and Numba compiles them."""
    is_of_floats = left.dtype == right.dtype and is_inexact(left.dtype)
    return is_of_floats and {left.rank, right.rank} <= {1, 2}


def _elementwise(node, kind_of):
    operands = [kind_of(item) for item in node.args]
    return broadcast(*operands, dtype=_float_of(operands))


def _float_of(operands):
    dtype = kinds.wider(*(kind.dtype for kind in operands))
    return dtype if is_inexact(dtype) else "float64"


def _same(node, kind_of):
    return broadcast(*(kind_of(item) for item in node.args))


def _real(node, kind_of):
    kind = kind_of(node.args[0])
    return broadcast(kind, dtype=real_dtype(kind.dtype))


def _where(node, kind_of):
    if len(node.args) != 3:
        return None
    condition, first, second = (kind_of(item) for item in node.args)
    dtype = kinds.wider(first.dtype, second.dtype)
    return broadcast(condition, first, second, dtype=dtype)


def _predicate(node, kind_of):
    return broadcast(*(kind_of(item) for item in node.args), dtype="bool")


def _round(node, kind_of):
    return INT if len(node.args) == 1 else kind_of(node.args[0])


def _indices(node, kind_of):
    return array_kind("int", kind_of(node.args[0]).rank)


def _copied(node, kind_of):
    return kind_of(node.args[0])


def _places(node, kind_of):
    """Places among sorted numbers: one for each number that is looked for."""
    is_first = spelling(node.func) == "np.digitize"
    return broadcast(kind_of(node.args[0 if is_first else 1]), dtype="int")


def _outer(node, kind_of):
    first, second = (kind_of(item) for item in node.args)
    if not first.rank or not second.rank:
        return None
    dtype = kinds.wider(first.dtype, second.dtype)
    return array_kind(dtype, 2, (*first.ones, *second.ones))


def _expanded(node, kind_of):
    kind = kind_of(node.args[0])
    axis = _axis(node.args[1], kind.rank + 1)
    if axis is None:
        return None
    ones: list[bool] = list(getattr(kind, "ones", ()))
    ones.insert(axis, True)
    return array_kind(kind.dtype, kind.rank + 1, ones)


def _reshaped(node, kind_of):
    rank, ones = _shape(node.args[1], kind_of)
    return array_kind(kind_of(node.args[0]).dtype, rank, ones)


def _swapped(node, kind_of):
    kind = kind_of(node.args[0])
    places: Any = [number_of(item) for item in node.args[1:]]
    if not all(isinstance(p, int) and -kind.rank <= p < kind.rank for p in places):
        return None
    first, second = (place % kind.rank for place in places)
    ones = list(kind.ones)
    ones[first], ones[second] = ones[second], ones[first]
    return array_kind(kind.dtype, kind.rank, ones)


def _fixed(kind):
    return lambda node, kind_of: kind


def _identity_matrix(node, kind_of):
    if _dtype(node, 3, "float64") != "float64":  # Numba does not take `int`
        return None
    return array_kind("float64", 2)


def _cast(node, kind_of):
    dtype = _DTYPE_WORDS[spelling(node.func)]
    kind = kind_of(node.args[0])
    return broadcast(kind, dtype=dtype)


_KINDS = {
    "len": _fixed(INT),
    "get_num_threads": _fixed(INT),
    "int": _fixed(INT),
    "float": _fixed(FLOAT),
    "complex": _fixed(COMPLEX),
    "bool": _fixed(BOOL),
    "math.floor": _fixed(INT),
    "math.ceil": _fixed(INT),
    "math.trunc": _fixed(INT),
    "math.isnan": _fixed(BOOL),
    "math.isinf": _fixed(BOOL),
    "math.isfinite": _fixed(BOOL),
    "abs": _real,
    "np.abs": _real,
    "np.real": _real,
    "np.imag": _real,
    "np.complex128": _cast,
    "np.float64": _cast,
    "np.float32": _cast,
    "np.int64": _cast,
    "round": _round,
    "range": _fixed(INT),
    "np.zeros": _filled,
    "np.empty": _filled,
    "np.ones": _filled,
    "np.full": _full,
    "np.zeros_like": _like,
    "np.empty_like": _like,
    "np.ones_like": _like,
    "np.full_like": _like,
    "np.array": _array,
    "np.asarray": _array,
    "np.ascontiguousarray": _copied,
    "np.copy": _copied,
    "np.arange": _arange,
    "np.linspace": _fixed(array_kind("float64", 1)),
    "np.eye": _identity_matrix,
    "np.sum": _reduced,
    "np.max": _reduced,
    "np.min": _reduced,
    "np.mean": _mean,
    "np.dot": _dot,
    "np.outer": _outer,
    "np.expand_dims": _expanded,
    "np.reshape": _reshaped,
    "np.swapaxes": _swapped,
    "np.where": _where,
    "np.argsort": _indices,
    "np.flatnonzero": _fixed(array_kind("int", 1)),
    "np.argmax": _fixed(INT),
    "np.argmin": _fixed(INT),
    "np.argpartition": _indices,
    "np.any": _fixed(BOOL),
    "np.all": _fixed(BOOL),
    "np.count_nonzero": _fixed(INT),
    "np.searchsorted": _places,
    "np.digitize": _places,
    **dict.fromkeys((f"np.{word}" for word in TRUTHS), _predicate),
}
_SAME_KIND = {
    *("min", "max", "np.conj", "np.sign", "np.square", "np.negative"),
    *("np.positive", "np.maximum", "np.minimum", "np.fmax", "np.fmin", "np.gcd"),
}
# What takes complex numbers and has no rule, or a rule that is no matter of numbers.
OF_COMPLEX = {
    *("len", "np.zeros_like", "np.empty_like", "np.ones_like", "np.array"),
    *(
        "np.expand_dims",
        "np.isnan",
        "np.isinf",
        "np.isfinite",
        "np.count_nonzero",
        "np.flatnonzero",
    ),
    *matrices.OF_COMPLEX,
}


def call_kind(node, kind_of, is_elementwise):
    """The kind of a known call's result, or None if the call is not known."""
    name = spelling(node.func)
    if name in _KINDS:
        return _KINDS[name](node, kind_of)
    if name in matrices.KINDS:
        return matrices.KINDS[name](*map(kind_of, node.args))
    if name in _SAME_KIND:
        return _same(node, kind_of)
    if name is not None and is_elementwise(name):
        return _elementwise(node, kind_of)
    return None


def is_known(name):
    """Whether a call of this spelling has a kind without being elementwise."""
    return name in _KINDS or name in _SAME_KIND or is_without_rule(name)


def is_without_rule(name):
    """Whether only functions whose derivative is given may hold such a call."""
    return name in matrices.KINDS or name in matrices.PARTS


def part_kinds(node, kind_of):
    """The kinds of the results of a call that gives several, or None."""
    kinds_of = matrices.PARTS.get(spelling(node.func) or "")
    return kinds_of and kinds_of(*map(kind_of, node.args))


def is_pop(node):
    """Whether an expression takes the last value of a list."""
    return (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Attribute)
        and node.func.attr == "pop"
    )
