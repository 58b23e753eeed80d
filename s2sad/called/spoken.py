"""Functions of the module operator: the operators, and what takes parts of objects.

functools.reduce(operator.mul, x)       becomes     total = total * x[k]
"""

import operator
import types

import gast

from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Bound, Static
from s2sad.known.comparable import comparable
from s2sad.syntax import build

_BINARY = {
    operator.add: gast.Add,
    operator.sub: gast.Sub,
    operator.mul: gast.Mult,
    operator.truediv: gast.Div,
    operator.floordiv: gast.FloorDiv,
    operator.mod: gast.Mod,
    operator.pow: gast.Pow,
    operator.matmul: gast.MatMult,
    operator.and_: gast.BitAnd,
    operator.or_: gast.BitOr,
    operator.xor: gast.BitXor,
    operator.lshift: gast.LShift,
    operator.rshift: gast.RShift,
    operator.concat: gast.Add,
}
_IN_PLACE = {
    operator.iadd: operator.add,
    operator.isub: operator.sub,
    operator.imul: operator.mul,
    operator.itruediv: operator.truediv,
    operator.ifloordiv: operator.floordiv,
    operator.imod: operator.mod,
    operator.ipow: operator.pow,
}
_UNARY = {
    operator.neg: gast.USub,
    operator.pos: gast.UAdd,
    operator.not_: gast.Not,
    operator.inv: gast.Invert,
}
_COMPARED = {
    operator.lt: gast.Lt,
    operator.le: gast.LtE,
    operator.gt: gast.Gt,
    operator.ge: gast.GtE,
    operator.eq: gast.Eq,
    operator.ne: gast.NotEq,
    operator.is_: gast.Is,
    operator.is_not: gast.IsNot,
}
_TAKING = (operator.itemgetter, operator.attrgetter, operator.methodcaller)


def spoken(frame, target, arguments, keywords, node):
    """The value of a call of a function of the module operator, or None."""
    if isinstance(target, _TAKING):
        make, given = target.__reduce__()[:2]
        taken = Static(make), [Static(value) for value in given]
        return _taken(frame, *taken, {}, arguments, node)
    if any(target is one for one in _TAKING):
        function = Static(target), arguments, keywords

        def take(frame, own, named, node):
            return _taken(frame, *function, own, node)

        return Bound(take)
    if not isinstance(target, types.BuiltinFunctionType):
        return None
    if target is operator.abs:
        return frame.applications.known(Static(abs), arguments, {}, node)
    if target in _IN_PLACE:
        if not isinstance(getattr(arguments[0], "kind", None), Scalar):
            what = f"operator.{target.__name__} of what is changed in its place"
            raise frame.refuse(node, what, "the statement: a += b")
        target = _IN_PLACE[target]
    write = _writer(target)
    if write is None:
        return None
    names = [frame.named(value, node, "operand") for value in arguments]
    return frame.expressions.value(build.located(write(*names), node))


def _writer(target):
    """What writes an operator of its operands, for a function of operator; or None."""
    if target in _BINARY:
        return lambda a, b: gast.BinOp(a, _BINARY[target](), b)
    if target in _UNARY:
        return lambda a: gast.UnaryOp(_UNARY[target](), a)
    if target is operator.contains:
        return lambda a, b: build.compare(b, gast.In(), a)
    if target in _COMPARED:
        return lambda a, b: build.compare(a, _COMPARED[target](), b)
    if target is operator.getitem:
        return build.subscript
    if target is operator.truth:
        return lambda a: build.logical_not(build.logical_not(a))
    return None


def _taken(frame, function, given, keywords, arguments, node):
    """What itemgetter(...), attrgetter(...) or methodcaller(...) takes of an object."""
    (owner,) = arguments
    owner, target = frame.named(owner, node, "owner"), function.value
    if target is operator.methodcaller:
        method, *others = given
        taken = build.attribute(owner, _word(frame, method, node))
        others = [frame.named(value, node, "operand") for value in others]
        named = [
            gast.keyword(key, frame.named(value, node, "operand"))
            for key, value in keywords.items()
        ]
        found = [gast.Call(taken, others, named)]
    elif target is operator.attrgetter:
        words = [_word(frame, value, node).split(".") for value in given]
        found = [build.attribute(owner, *path) for path in words]
    else:
        keys = [frame.named(value, node, "operand") for value in given]
        found = [build.subscript(owner, key) for key in keys]
    made = build.one_or_tuple(found)
    return frame.expressions.value(build.located(made, node))


def _word(frame, value, node):
    word = getattr(comparable(value), "value", None)
    if not isinstance(word, str):
        raise frame.refuse(node, "the name of an attribute is not known", "a text")
    return word
