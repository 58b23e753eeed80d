"""Calls that are answered while a function is specialised: they ask what is known.

`hasattr`, `callable`, `np.ndim` and others ask for kinds; methods of strings and of
other constants are called now.
"""

import sys
from typing import Any

import gast
import numpy as np

from s2sad.called import library
from s2sad.called.messages import Unknown
from s2sad.called.parts import known_parts, static
from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import (
    Expression,
    Method,
    Record,
    Static,
    tuple_record,
)
from s2sad.known.comparable import comparable, truth
from s2sad.known.constants import integer_of
from s2sad.syntax import build

_CONSTANTS = (str, bytes, int, float, tuple, frozenset)
_PURE = {float, str, repr, ord, chr, np.dtype, np.finfo, np.iinfo}
_PURE |= {issubclass, getattr(np, "isdtype", issubclass)}


def decided(frame, target, arguments, keywords, node):
    """The value of a call that can be answered now, or None."""
    answer = _ANSWERS.get(target) or _foreign().get(target)
    if answer is not None:
        return answer(frame, arguments, keywords, node)
    if _is_number_class(target) and not arguments and not keywords:
        return Static(np.asarray(target()).item())
    if _is_pure(target):
        return _called(frame, target, arguments, keywords, node)
    return None


def _is_number_class(target):
    """Whether this makes a number, which is 0 where it is given none."""
    numbers = (int, float, complex, np.number, np.bool_)
    return isinstance(target, type) and issubclass(target, numbers)


def _is_pure(target):
    owner = getattr(target, "__self__", None)
    if isinstance(owner, _CONSTANTS) and not isinstance(owner, Unknown):
        return callable(target)
    return target in _PURE


def _called(frame, target, arguments, keywords, node):
    """What a pure function of constants gives."""
    given = [comparable(value) for value in arguments]
    named = {key: comparable(value) for key, value in keywords.items()}
    known = [*given, *named.values()]
    if None in known or any(isinstance(item.value, Unknown) for item in known):
        return None
    try:
        found = target(
            *(v.value for v in given), **{k: v.value for k, v in named.items()}
        )
    except Exception as error:
        raise frame.refuse(node, f"{type(error).__name__}: {error}") from None
    return static(frame, found, node)


def _quantified(operator):
    """any and all: an or, or an and, of the parts."""

    def answer(frame, arguments, keywords, node):
        parts = known_parts(frame, arguments[0], node)
        if parts is None:
            return None
        is_all, tests = operator is gast.And, []
        for part in parts:
            known = truth(part)
            if known is None:
                test = frame.expressions.as_expression(part, node)
                tests.append(_as_bool(frame, frame.statements.condition(test, node)))
            elif known is not is_all:
                return Static(known)
        if not tests:
            return Static(is_all)
        joined = tests[0] if len(tests) == 1 else gast.BoolOp(operator(), tests)
        return frame.expressions.expression(joined)

    return answer


def _as_bool(frame, node):
    if frame.expressions.expression(node).kind.dtype == "bool":
        return node
    return build.compare(node, gast.NotEq(), build.constant(0))


def _isscalar(frame, arguments, keywords, node):
    (value,) = arguments
    if isinstance(value, Static):
        return Static(np.isscalar(value.value))
    is_number = isinstance(value, Expression) and isinstance(value.kind, Scalar)
    return Static(is_number and not value.is_array)


def _iterable(frame, arguments, keywords, node):
    (value,) = arguments
    if isinstance(value, Expression):
        return Static(not isinstance(value.kind, Scalar))
    if isinstance(value, Static):
        return Static(np.iterable(value.value))
    return Static(isinstance(value, Record))


def _dtype_question(question):
    """np.issubdtype and np.iscomplexobj: asked of samples."""

    def answer(frame, arguments, keywords, node):
        known = [comparable(value) for value in arguments]
        if None in known:
            known = [Static(library.sample(value)) for value in arguments]
        return Static(bool(question(*(item.value for item in known))))

    return answer


def _promoted_dtype(frame, arguments, keywords, node):
    """np.result_type and np.promote_types."""
    found = []
    for value in arguments:
        if isinstance(value, Static):
            found.append(value.value)
        elif isinstance(value, Expression):
            sample: Any = library.sample(value)
            found.append(sample if value.kind.rank else type(sample)(0))
        else:
            return None
    return Static(np.result_type(*found))


def _common_type(frame, arguments, keywords, node):
    """np.common_type: the floats that hold all of some arrays."""
    if not all(isinstance(value, Expression) for value in arguments):
        return None
    samples = [np.asarray(library.sample(value)) for value in arguments]
    return Static(np.common_type(*samples))


def _reduced(reduce):
    """np.max and its like, of whole numbers that are known: `[x.ndim, y.ndim]`."""

    def answer(frame, arguments, keywords, node):
        named = {key: comparable(value) for key, value in keywords.items()}
        if len(arguments) != 1 or None in named.values():
            return None
        numbers = _whole_numbers(frame, arguments[0], node)
        if not numbers or None in numbers:
            return None
        known = {key: value.value for key, value in named.items()}
        if known.keys() - {"axis"} or known.get("axis") not in (None, 0, -1):
            return None
        return static(frame, reduce(numbers).item(), node)

    return answer


def _extreme(extreme):
    """max and min of whole numbers that are known."""

    def answer(frame, arguments, keywords, node):
        values = (
            arguments if len(arguments) > 1 else known_parts(frame, arguments[0], node)
        )
        numbers = [_whole_number(frame, value) for value in values or ()]
        if keywords or not numbers or None in numbers:
            return None
        return static(frame, extreme(numbers), node)

    return answer


def _whole_numbers(frame, value, node):
    """The numbers of a list, or of an array made of one; None of those not known."""
    if not isinstance(value, Expression):
        parts = known_parts(frame, value, node) or ()
        return [_whole_number(frame, part) for part in parts]
    is_call = isinstance(value.node, gast.Call)
    is_array = is_call and spelling(value.node.func) == "np.array"
    items = getattr(value.node.args[0], "elts", ()) if is_array else ()
    return [integer_of(frame, item) for item in items]


def _whole_number(frame, value):
    if isinstance(value, Expression):
        return integer_of(frame, value.node)
    number = getattr(comparable(value), "value", None)
    return number if type(number) is int else None


def _namespace(frame, arguments, keywords, node):
    """The module of array functions that SciPy takes for arrays of NumPy."""
    return Static(np)


def _promoted(frame, arguments, keywords, node):
    """What SciPy makes of its arguments: arrays, of floats if it is told so."""
    broadcast = keywords.get("broadcast")
    if broadcast is not None and truth(broadcast) is not False:
        return None
    floating = truth(keywords.get("force_floating", Static(False)))
    found = [_floating(frame, value, floating, node) for value in arguments]
    return found[0] if len(found) == 1 else tuple_record(found)


def _floating(frame, value, floating, node):
    if isinstance(value, Static) and value.value is None:
        return value
    array = frame.expressions.as_expression(value, node)
    if array.kind.is_float or not floating:
        return array
    apply, method = frame.applications.apply, Method(array, "astype")
    return apply(method, [Static(float)], {}, node)


_ANSWERS = {
    max: _extreme(max),
    min: _extreme(min),
    any: _quantified(gast.Or),
    all: _quantified(gast.And),
    np.isscalar: _isscalar,
    np.iterable: _iterable,
    np.issubdtype: _dtype_question(np.issubdtype),
    np.iscomplexobj: _dtype_question(np.iscomplexobj),
    np.isrealobj: _dtype_question(np.isrealobj),
    np.common_type: _common_type,
    np.result_type: _promoted_dtype,
    **{reduce: _reduced(reduce) for reduce in (np.max, np.min, np.sum, np.prod)},
    np.promote_types: _promoted_dtype,
}
_FOREIGN = {
    "scipy._lib._array_api": {
        "array_namespace": _namespace,
        "xp_promote": _promoted,
    },
}


def _foreign():
    """{function: its answer} of modules that are imported by now."""
    found = {}
    for module, answers in _FOREIGN.items():
        for name, answer in answers.items():
            target = getattr(sys.modules.get(module), name, None)
            if target is not None:
                found[target] = answer
    return found
