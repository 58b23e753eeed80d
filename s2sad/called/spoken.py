"""Functions of the module operator: the operators, and what takes parts of objects.

functools.reduce(operator.mul, x)       becomes     total = total * x[k]
"""

import operator

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
    operator.contains: gast.In,
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
    try:
        return _operated(frame, target, arguments, node)
    except TypeError:  # what has no hash
        return None


def _operated(frame, target, arguments, node):
    """The value of an operator that is called."""
    if target is operator.abs:
        return frame.applications.known(Static(abs), arguments, {}, node)
    if target in _IN_PLACE:
        if not isinstance(getattr(arguments[0], "kind", None), Scalar):
            what = f"operator.{target.__name__} of what is changed in its place"
            raise frame.refuse(node, what, "the statement: a += b")
        target = _IN_PLACE[target]
    names = [frame.named(value, node, "operand") for value in arguments]
    if target in _BINARY:
        made = gast.BinOp(names[0], _BINARY[target](), names[1])
    elif target in _UNARY:
        made = gast.UnaryOp(_UNARY[target](), names[0])
    elif target is operator.contains:
        made = build.compare(names[1], gast.In(), names[0])
    elif target in _COMPARED:
        made = build.compare(names[0], _COMPARED[target](), names[1])
    elif target is operator.getitem:
        made = build.subscript(*names)
    elif target is operator.truth:
        made = build.logical_not(build.logical_not(names[0]))
    else:
        return None
    return frame.expressions.value(build.located(made, node))


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
