"""The kind of an expression of plain form, and of every name of a function."""

import gast

from s2sad.facts import calls, kinds
from s2sad.facts.indices import index_items, is_new, is_whole, taken
from s2sad.facts.kinds import BOOL, FLOAT, INT, Array, Scalar, Stack, array_kind
from s2sad.rules.table import find, is_elementwise
from s2sad.syntax.build import number_of, shifted


class NoKind(Exception):
    """An expression has no kind; the node and why."""

    def __init__(self, node, why, instead=None):
        super().__init__(why)
        self.node, self.why, self.instead = node, why, instead


class Look(dict):
    """{name: kind} that holds for a while, and the kinds that were asked for in it.

    `names` are what it was made of, which may hold more by and by.
    """

    def __init__(self, names):
        super().__init__(names)
        self.names, self.found = names, {}

    def kind(self, node):
        """The kind of an expression, worked out once."""
        if id(node) not in self.found:
            try:
                kind = _KINDS.get(type(node), _no_kind)(node, self)
            except NoKind:
                kind = kind_of(node, self.names)
            self.found[id(node)] = node, kind
        return self.found[id(node)][1]


def kind_of(node, names):
    """The kind of an expression, from {name: kind}.

    `names` also holds, for each called function of the user, the kind of its result.
    """
    if isinstance(names, Look):
        return names.kind(node)
    return _KINDS.get(type(node), _no_kind)(node, names)


def _no_kind(node, names):
    raise NoKind(node, f"{type(node).__name__} is not supported")


def _name(node, names):
    if node.id not in names:
        raise NoKind(node, f"{node.id} has no value that s2sad knows of")
    return names[node.id]


def _constant(node, names):
    kind = kinds.kind_of_value(node.value)
    if kind is None:
        raise NoKind(node, f"{node.value!r} is not a number")
    return kind


def _unary(node, names):
    kind = kind_of(node.operand, names)
    if isinstance(node.op, gast.Not):
        return BOOL
    if isinstance(node.op, gast.Invert) and kind.is_float:
        raise NoKind(node, f"the bits of a {kind}", "integers")
    if kind.dtype == "bool" and not isinstance(node.op, gast.Invert):
        return kinds.broadcast(kind, dtype="int")
    return kind


def _binary(node, names):
    left, right = kind_of(node.left, names), kind_of(node.right, names)
    for kind in (left, right):
        if not isinstance(kind, (Scalar, Array)):
            raise NoKind(node, f"there is no arithmetic with a {kind}")
    if isinstance(node.op, gast.MatMult):
        if not (1 <= left.rank <= 2 and 1 <= right.rank <= 2):
            raise NoKind(
                node,
                f"@ of ranks {left.rank} and {right.rank} is not supported",
                "products of vectors and matrices, in a loop over the other axes",
            )
        return calls.matmul(left, right)
    _check_singles(node, (left, right))
    dtype = kinds.wider(left.dtype, right.dtype)
    if isinstance(node.op, _INTEGERS_ONLY) and kinds.is_inexact(dtype):
        raise NoKind(node, f"bits of a {left} and a {right}", "integers, or // and %")
    if isinstance(node.op, (gast.FloorDiv, gast.Mod)) and dtype == "complex128":
        raise NoKind(node, "complex numbers have no // and no %", "their parts")
    if isinstance(node.op, gast.Div) and not kinds.is_inexact(dtype):
        dtype = "float64"
    elif isinstance(node.op, gast.Pow) and dtype == "int":
        exponent = number_of(node.right)
        dtype = "float64" if exponent is not None and exponent < 0 else "int"
    elif dtype == "bool" and not isinstance(node.op, _BITWISE):
        dtype = "int"
    return kinds.broadcast(left, right, dtype=dtype)


def _check_singles(node, found):
    """NumPy makes complex numbers of 64 bits of these, and Numba of 128."""
    dtypes = {getattr(kind, "dtype", None) for kind in found}
    if {"float32", "complex128"} <= dtypes:
        what = "complex numbers beside floats of 32 bits are not supported"
        raise NoKind(node, what, "floats of 64 bits: x.astype(float)")


_INTEGERS_ONLY = (
    gast.BitAnd,
    gast.BitOr,
    gast.BitXor,
    gast.LShift,
    gast.RShift,
)
_BITWISE = (gast.BitAnd, gast.BitOr, gast.BitXor)


def _compare(node, names):
    if getattr(node.left, "attr", None) == "shape":
        return BOOL  # of two tuples
    operands = [kind_of(item, names) for item in (node.left, *node.comparators)]
    if any(isinstance(op, _ORDERS) for op in node.ops):
        if any(getattr(kind, "is_complex", False) for kind in operands):
            raise NoKind(node, "complex numbers have no order", "abs(...), or .real")
    return kinds.broadcast(*operands, dtype="bool")


_ORDERS = (gast.Lt, gast.LtE, gast.Gt, gast.GtE)


def _boolean(node, names):
    joined = kind_of(node.values[0], names)
    for value in node.values[1:]:
        joined = kinds.join(joined, kind_of(value, names))
    if joined is None:
        raise NoKind(node, "and / or of values of different kinds has no kind")
    return joined


def _choice(node, names):
    body, orelse = kind_of(node.body, names), kind_of(node.orelse, names)
    joined = kinds.join(body, orelse)
    if joined is None:
        raise NoKind(node, f"a value that is either {body} or {orelse} has no kind")
    return joined


def _subscript(node, names):
    base = kind_of(node.value, names)
    if isinstance(base, Stack):
        return base.item
    if isinstance(node.value, gast.Attribute) and node.value.attr == "shape":
        return INT
    if not isinstance(base, Array):
        raise NoKind(node, f"a {base} can't be indexed")
    return _indexed(node, base, names)


def index_array(node, names):
    """The index of a subscript that is an array of integers, or None."""
    for item in index_items(node):
        if not isinstance(item, (gast.Slice, gast.Constant)):
            if isinstance(kind_of(item, names), Array):
                return item
    return None


def _indexed(node, base, names):
    items = index_items(node)
    axes, axis = [], 0
    for item in items:
        if is_new(item):
            axes.append(True)
            continue
        if axis >= base.rank:
            raise NoKind(node, f"too many indices for an array of rank {base.rank}")
        if isinstance(item, gast.Slice):
            axes.append(_is_single(item) or (is_whole(item) and base.ones[axis]))
        else:
            _check_index(item, kind_of(item, names))
        axis += 1
    axes.extend(base.ones[axis:])
    found = taken(items, lambda item: kind_of(item, names))
    if found is not None:
        axes[found.place : found.place] = found.joint.ones
    return array_kind(base.dtype, len(axes), axes)


def _check_index(item, kind):
    if kind.is_float:
        what = "a complex number" if kind.is_complex else "a float"
        raise NoKind(item, f"an index is {what}", "int(...) of it")
    if kind.dtype == "bool":
        raise NoKind(item, f"an index of {kind} is not supported", "np.where, or an if")


def _is_single(item):
    """Whether a slice gives one element of every array that is long enough."""
    lower = 0 if item.lower is None else number_of(item.lower)
    upper = number_of(item.upper) if item.upper is not None else None
    if item.step is not None:
        return False
    if item.upper is None:
        return lower == -1
    if lower is None or upper is None:
        return item.lower is not None and _is_next(item.lower, item.upper)
    return (lower < 0) == (upper < 0) and upper - lower == 1


def _is_next(lower, upper):
    """Whether bounds are k and k + 1."""
    return gast.dump(upper) == gast.dump(shifted(lower, 1))


def _attribute(node, names):
    if calls.spelling(node) in _NUMBERS:
        return FLOAT
    base = kind_of(node.value, names)
    if node.attr == "T":
        return array_kind(base.dtype, base.rank, tuple(reversed(base.ones)))
    if node.attr in ("size", "ndim"):
        return INT
    if node.attr == "shape":
        return array_kind("int", 1)
    raise NoKind(node, f".{node.attr} of a {base} is not supported")


_NUMBERS = {"math.nan", "math.inf", "math.pi", "math.e", "math.tau"} | {
    "np.nan",
    "np.inf",
    "np.pi",
    "np.e",
    "np.euler_gamma",
}


def _call(node, names):
    if isinstance(node.func, gast.Name) and node.func.id in names:
        return names[node.func.id]
    if isinstance(node.func, gast.Attribute) and node.func.attr in ("copy", "pop"):
        if calls.spelling(node.func) != "np.copy":
            base = kind_of(node.func.value, names)
            return base.item if isinstance(base, Stack) else base
    word = calls.spelling(node.func)
    found = {}

    def asked(item):
        if id(item) not in found:
            found[id(item)] = kind_of(item, names)
        return found[id(item)]

    complex_ones = [_is_complex(item, asked) for item in node.args]
    if any(complex_ones) and word not in calls.OF_COMPLEX:
        if find(node, asked) is None:
            what = f"{word}(...) of complex numbers is not supported"
            raise NoKind(node, what, "their parts .real and .imag, or abs(...)")
        _check_singles(node, found.values())
    kind = calls.call_kind(node, asked, is_elementwise)
    if kind is None:
        raise NoKind(node, f"{word}(...) is not supported")
    return kind


def _is_complex(node, kind_of):
    """Whether there are complex numbers in an argument, which may be no number."""
    if isinstance(node, (gast.Tuple, gast.List)):
        return any(_is_complex(item, kind_of) for item in node.elts)
    try:
        return getattr(kind_of(node), "is_complex", False)
    except NoKind:
        return False


def _list(node, names):
    return Stack(kind_of(node.elts[0], names) if node.elts else None)


_KINDS = {
    gast.Name: _name,
    gast.Constant: _constant,
    gast.UnaryOp: _unary,
    gast.BinOp: _binary,
    gast.Compare: _compare,
    gast.BoolOp: _boolean,
    gast.IfExp: _choice,
    gast.Subscript: _subscript,
    gast.Attribute: _attribute,
    gast.Call: _call,
    gast.List: _list,
}
