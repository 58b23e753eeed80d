"""Derivative expressions made short: zeros dropped, literals multiplied, signs out.

    z * (0 * y + x_dot * 1)          becomes    z * x_dot
    2 * x ** (2 - 1) * (0.5 * s_bar)  becomes    x * s_bar

Only what s2sad wrote itself is folded: the user's arithmetic stays, to the bit.
"""

import math
from decimal import Decimal

import gast

from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import is_derivative
from s2sad.syntax.walk import walk

ZERO = gast.Constant(0.0, "zero")
# What two roundings may differ by: two units in the last place.
_TWO_UNITS = 2.0**-51


def is_zero(node):
    """Whether a node is the zero that stands for no derivative at all."""
    return isinstance(node, gast.Constant) and node.kind == "zero"


def fold(node, keep=()):
    """The node, shorter; `keep` holds the ids of nodes that must stay as they are."""
    if id(node) in keep or isinstance(node, (gast.Name, gast.Constant)):
        return node
    if isinstance(node, gast.BinOp):
        return _binary(node.op, fold(node.left, keep), fold(node.right, keep))
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        return negated(fold(node.operand, keep))
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.UAdd):
        return fold(node.operand, keep)
    if isinstance(node, gast.IfExp):
        return _choice(node, keep)
    if isinstance(node, gast.Compare):
        return _compare(node)
    if isinstance(node, gast.Call):
        return _call(node, keep)
    if isinstance(node, gast.Subscript):
        value = fold(node.value, keep)
        return value if is_zero(value) else gast.Subscript(value, node.slice, node.ctx)
    if isinstance(node, gast.Attribute):
        value = fold(node.value, keep)
        if node.attr == "shape" and isinstance(value, gast.Call):
            word = getattr(value.func, "attr", None)
            if word == "ascontiguousarray":
                return gast.Attribute(value.args[0], node.attr, node.ctx)
            if word == "copy" and not value.args:
                return gast.Attribute(value.func.value, node.attr, node.ctx)
        if node.attr == "T" and isinstance(value, gast.Attribute) and value.attr == "T":
            return value.value
        if node.attr == "size" and _is_power(value):
            return gast.Attribute(value.left, node.attr, node.ctx)
        return value if is_zero(value) else gast.Attribute(value, node.attr, node.ctx)
    return node


def _is_power(node):
    """Whether a node is a literal power, which has the size of its base."""
    is_power = isinstance(node, gast.BinOp) and isinstance(node.op, gast.Pow)
    return is_power and number_of(node.right) is not None


def _call(node, keep):
    arguments = [a if _may_be_integer(a) else fold(a, keep) for a in node.args]
    if isinstance(node.func, gast.Attribute) and not arguments:
        owner = fold(node.func.value, keep)
        return owner if is_zero(owner) else node
    name = node.func.attr if isinstance(node.func, gast.Attribute) else node.func.id
    if name in _LINEAR and is_zero(arguments[_LINEAR[name]]):
        return ZERO
    if name in ("linspace", "complex") and all(map(is_zero, arguments[:2])):
        return ZERO
    if name in ("dot", "outer") and any(map(is_zero, arguments)):
        return ZERO
    if name == "where" and all(map(is_zero, arguments[1:])):
        return ZERO
    arguments = [build.constant(0.0) if is_zero(a) else a for a in arguments]
    if name == "full_like" and number_of(arguments[1]) == 1.0:
        return build.call("np.ones_like", arguments[0])
    return gast.Call(node.func, arguments, node.keywords)


def _may_be_integer(node):
    """Whether an argument may be an integer, which no factor may make a float."""
    nodes = list(walk(node))
    has_derivative = any(isinstance(n, gast.Name) and is_derivative(n) for n in nodes)
    return not has_derivative and any(
        isinstance(n, gast.Constant) and type(n.value) is int for n in nodes
    )


_LINEAR = {
    "sum": 0,
    "full": 1,
    "full_like": 1,
    "mean": 0,
    "expand_dims": 0,
    "reshape": 0,
    "swapaxes": 0,
    "copy": 0,
    "asarray": 0,
    "ascontiguousarray": 0,
    "degrees": 0,
    "radians": 0,
    "rad2deg": 0,
    "deg2rad": 0,
    "ldexp": 0,
    **dict.fromkeys(("real", "imag", "conj", "complex128"), 0),
}


def _compare(node):
    left, right = number_of(node.left), number_of(node.comparators[0])
    if left is None or right is None or len(node.ops) > 1:
        return node
    op = type(node.ops[0])
    known = {
        gast.Eq: left == right,
        gast.NotEq: left != right,
        gast.Lt: left < right,
        gast.Gt: left > right,
    }
    return build.constant(known[op]) if op in known else node


def _choice(node, keep):
    test = fold(node.test, keep)
    body, orelse = fold(node.body, keep), fold(node.orelse, keep)
    if isinstance(test, gast.Constant) and isinstance(test.value, bool):
        return body if test.value else orelse
    if is_zero(body) and is_zero(orelse):
        return ZERO
    parts = [build.constant(0.0) if is_zero(p) else p for p in (body, orelse)]
    return gast.IfExp(test, *parts)


def negated(node):
    """Minus an expression, the sign moved to its first factor or number."""
    if is_zero(node):
        return node
    number = number_of(node)
    if number is not None:
        return build.constant(-number)
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        return node.operand
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)):
        return gast.BinOp(negated(node.left), node.op, node.right)
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Sub):
        return gast.BinOp(node.right, node.op, node.left)
    return build.negative(node)


def _binary(op, left, right):
    if is_zero(left) or is_zero(right):
        return _with_zero(op, left, right)
    if isinstance(op, (gast.Add, gast.Sub)):
        return _sum(op, left, right)
    if isinstance(op, (gast.Mult, gast.Div)):
        return _product(gast.BinOp(left, op, right))
    if isinstance(op, gast.Pow):
        exponent = number_of(right)
        if exponent == 1:
            return left
        if exponent == 0:
            return build.constant(1.0)
    return gast.BinOp(left, op, right)


def _with_zero(op, left, right):
    if isinstance(op, gast.Add):
        return right if is_zero(left) else left
    if isinstance(op, gast.Sub):
        return negated(right) if is_zero(left) else left
    return ZERO


def _sum(op, left, right):
    a, b = number_of(left), number_of(right)
    if a is not None and b is not None:
        return build.constant(a + b if isinstance(op, gast.Add) else a - b)
    sign, positive = split_sign(right)
    if sign < 0:
        flipped = gast.Sub() if isinstance(op, gast.Add) else gast.Add()
        return _sum(flipped, left, positive)
    if isinstance(op, gast.Add):
        sign, positive = split_sign(left)
        if sign < 0:
            return gast.BinOp(right, gast.Sub(), positive)
    return gast.BinOp(left, op, right)


def split_sign(node):
    """(1 or -1, the node without its minus)."""
    number = number_of(node)
    if number is not None:
        return (-1, build.constant(-number)) if number < 0 else (1, node)
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        return -1, node.operand
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)):
        sign, left = split_sign(node.left)
        if sign < 0 and number_of(left) == 1 and isinstance(node.op, gast.Mult):
            return -1, node.right
        return sign, gast.BinOp(left, node.op, node.right)
    return 1, node


def _product(node):
    """A product with one sign and one literal, both at its front."""
    factors, divisors = [], []
    _collect(node, factors, divisors)
    coefficient, kept = 1.0, []
    for factor in factors:
        sign, factor = split_sign(factor)
        coefficient *= sign
        number = number_of(factor)
        if number is None:
            kept.append(factor)
        else:
            coefficient = _times(coefficient, number)
    below = []
    for divisor in divisors:
        number = number_of(divisor)
        if number is not None:
            coefficient /= number
        else:
            below.append(divisor)
    if coefficient == 0 and not kept and not below:
        return build.constant(0.0)
    return _multiplied(coefficient, kept, below)


def _times(first, second):
    """The product of two numbers as a person writes it: of 3.0 and 0.3 it is 0.9."""
    product = first * second
    if not isinstance(product, float) or not math.isfinite(product):
        return product
    short = float(Decimal(repr(first)) * Decimal(repr(second)))
    is_same = math.isclose(short, product, rel_tol=_TWO_UNITS)
    return short if is_same and len(repr(short)) < len(repr(product)) else product


def _is_power_of_two(number):
    """Whether dividing by a number is multiplying by its inverse, to the bit."""
    return number != 0 and abs(math.frexp(number)[0]) == 0.5


def _collect(node, factors, divisors):
    if (square := _squared_quotient(node)) is not None:
        factors.append(square)
    elif isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mult):
        _collect(node.left, factors, divisors)
        _collect(node.right, factors, divisors)
    elif isinstance(node, gast.BinOp) and isinstance(node.op, gast.Div):
        number = number_of(node.right)
        if number is not None and not _is_power_of_two(number):
            # `dt / 6.0` stays together: in a loop it is the same at every trip
            factors.append(node)
            return
        _collect(node.left, factors, divisors)
        divisors.append(node.right)
    else:
        factors.append(node)


def _squared_quotient(node):
    """`(x / y) ** 2` of a quotient times itself: it is divided once; or None."""
    if not isinstance(node, gast.BinOp) or not isinstance(node.op, gast.Mult):
        return None
    (sign, left), right = split_sign(node.left), node.right
    is_quotient = isinstance(right, gast.BinOp) and isinstance(right.op, gast.Div)
    if not is_quotient or gast.dump(left) != gast.dump(right):
        return None
    power = gast.BinOp(right, gast.Pow(), build.constant(2))
    return power if sign > 0 else build.negative(power)


def _multiplied(coefficient, factors, divisors):
    result = None
    if abs(coefficient) != 1.0 or not factors:
        result = build.constant(coefficient)
    elif coefficient < 0:
        factors = [build.negative(factors[0]), *factors[1:]]
    for factor in factors:
        result = factor if result is None else gast.BinOp(result, gast.Mult(), factor)
    for divisor in divisors:
        result = gast.BinOp(result, gast.Div(), divisor)
    return result
