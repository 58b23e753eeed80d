"""Expressions as a function is specialised: constants folded, structures taken apart.

What is known now (modules, strings, None, functions, ranks) is computed now; what is
left is an expression of plain form and its kind.
"""

import builtins
import functools
import math
import operator
import types
from typing import Any

import gast
import numpy as np

from s2sad.errors import RefusalError
from s2sad.facts import calls, kinds
from s2sad.facts.infer import NoKind, index_items, kind_of
from s2sad.facts.kinds import BOOL, Array, Scalar, Stack
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Method,
    Record,
    Static,
    static_node,
    tuple_record,
)
from s2sad.rules.table import spellings
from s2sad.syntax import build

_COMPARISONS = {
    gast.Eq: operator.eq,
    gast.NotEq: operator.ne,
    gast.Lt: operator.lt,
    gast.LtE: operator.le,
    gast.Gt: operator.gt,
    gast.GtE: operator.ge,
    gast.Is: operator.is_,
    gast.IsNot: operator.is_not,
    gast.In: lambda a, b: a in b,
    gast.NotIn: lambda a, b: a not in b,
}
_LIBRARY_CONSTANTS = {"pi", "e", "inf", "nan", "tau", "euler_gamma", "newaxis"}


class Undetermined(Exception):
    """A value whose kind is known only after the code that follows was looked at."""


class Evaluator:
    """Evaluates the expressions of one function; `owner` keeps names and statements."""

    def __init__(self, owner):
        self.owner = owner

    def value(self, node):
        """What an expression stands for."""
        method = getattr(self, f"_{type(node).__name__}", None)
        if method is None:
            instead = _NODE_REWRITES.get(type(node).__name__, "a loop, or a helper")
            raise self.refuse(node, f"{_words(node)} is not supported", instead)
        try:
            return method(node)
        except NoKind as error:
            raise self.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            raise error.at(self.owner.source.place(node)) from None

    def refuse(self, node, what, instead=None):
        return self.owner.source.refuse(node, what, instead)

    def number(self, node):
        """The Expression of a node that must be a number or an array."""
        return self.as_expression(self.value(node), node)

    def as_expression(self, value, node):
        if isinstance(value, Expression):
            return value
        if isinstance(value, Static):
            literal = static_node(value.value)
            if isinstance(value.value, (bool, int, float)):
                return self.expression(literal)
        if isinstance(value, Record):
            items = [self.as_expression(v, node) for v in value.items.values()]
            if items and all(isinstance(i.kind, Scalar) for i in items):
                listed = gast.List([i.node for i in items], gast.Load())
                return self.expression(build.call("np.array", listed))
        raise self.refuse(
            node, f"{_shown(value)} is used as a number", "a number or an array"
        )

    def expression(self, node):
        return Expression(node, kind_of(node, self.owner.kinds()))

    # names and constants

    def _Constant(self, node):
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            if isinstance(node.value, complex):
                raise self.refuse(node, "a complex number is not supported")
            return Static(node.value)
        return self.expression(build.constant(node.value))

    def _Name(self, node):
        return self.owner.look(node)

    def _Attribute(self, node):
        base = self.value(node.value)
        if isinstance(base, Static):
            return self.owner.attribute(base, node)
        if isinstance(base, Record) and node.attr in base.items:
            return base.items[node.attr]
        if isinstance(base, Expression):
            return self.array_attribute(base, node)
        if isinstance(base, Record):
            return Method(base, node.attr)
        raise self.refuse(node, f"there is no attribute {node.attr} of {_shown(base)}")

    def array_attribute(self, base, node):
        if isinstance(base.kind, Stack):
            return Method(base, node.attr)
        if node.attr == "shape":
            shape = build.attribute(base.node, "shape")
            return tuple_record(
                self.expression(build.subscript(shape, build.constant(axis)))
                for axis in range(base.kind.rank)
            )
        if node.attr == "ndim":
            return self.expression(build.constant(base.kind.rank))
        if node.attr == "dtype":
            return Static(np.dtype(base.kind.dtype.replace("int", "int64")))
        if node.attr in ("size", "T") and isinstance(base.kind, Array):
            return self.expression(build.attribute(base.node, node.attr))
        return Method(base, node.attr)

    # operators

    def _UnaryOp(self, node):
        operand = self.value(node.operand)
        if isinstance(node.op, gast.Not):
            known = truth(operand)
            if known is not None:
                return Static(not known)
        operand = self.as_expression(operand, node.operand)
        if isinstance(node.op, gast.Not):
            self.owner.condition(operand, node.operand)
        return self.expression(gast.UnaryOp(node.op, operand.node))

    def _BinOp(self, node):
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(left, Record) and isinstance(right, Record):
            if isinstance(node.op, gast.Add):
                return tuple_record([*left.items.values(), *right.items.values()])
        texts = [v.value for v in (left, right) if isinstance(v, Static)]
        if len(texts) == 2 and all(isinstance(t, str) for t in texts):
            if isinstance(node.op, gast.Add):
                return Static(texts[0] + texts[1])
        if isinstance(left, Record) or isinstance(right, Record):
            repeated = self.repeated(left, right, node)
            if repeated is not None:
                return repeated
        left = self.as_expression(left, node.left)
        right = self.as_expression(right, node.right)
        self.owner.check_divisor(node.op, left, right)
        operation = gast.BinOp(left.node, node.op, right.node)
        result = self.expression(operation)
        if isinstance(node.op, gast.Pow) and result.kind.is_float:
            if not left.kind.is_float and not right.kind.is_float:
                base = build.call("float", left.node)
                return self.expression(gast.BinOp(base, node.op, right.node))
        return result

    def repeated(self, left, right, node):
        """`[0.0] * 3` is a list of three."""
        if isinstance(node.op, gast.Mult):
            record, count = (left, right) if isinstance(left, Record) else (right, left)
            number = build.number_of(getattr(count, "node", None))
            if isinstance(number, int):
                return tuple_record(list(record.items.values()) * number)
        return None

    def _Compare(self, node):
        operands = [self.value(n) for n in (node.left, *node.comparators)]
        decided = self.decided(node, operands)
        if decided is not None:
            return Static(decided)
        first, *others = [
            self.as_expression(v, n).node
            for v, n in zip(operands, (node.left, *node.comparators))
        ]
        return self.expression(gast.Compare(first, list(node.ops), others))

    def decided(self, node, operands):
        """The truth of a comparison of things that are known, or None."""
        known = [comparable(value) for value in operands]
        results = []
        for op, (a, left), (b, right) in zip(
            node.ops, zip(known, operands), zip(known[1:], operands[1:])
        ):
            if isinstance(op, (gast.Is, gast.IsNot)) and (a is None or b is None):
                other = right if a is not None else left
                static = a if a is not None else b
                if static is not None and static.value is None:
                    results.append(isinstance(op, gast.IsNot))
                    continue
                raise self.refuse(node, f"is of {_shown(other)}", "== for numbers")
            if a is None or b is None:
                return None
            results.append(_COMPARISONS[type(op)](a.value, b.value))
        return all(results)

    def _BoolOp(self, node):
        is_and = isinstance(node.op, gast.And)
        kept = []
        for item in node.values:
            if kept:
                value, before = self.owner.apart(item)
                if before:
                    return self.short_circuit(node, is_and)
            else:
                value = self.value(item)
            known = truth(value)
            if known is None:
                kept.append(self.as_expression(value, item).node)
            elif known != is_and:
                if not kept:
                    return value
                kept.append(build.constant(known))
                break
        if not kept:
            return Static(is_and) if truth(value) is not None else value
        if len(kept) == 1:
            return self.expression(kept[0])
        return self.expression(gast.BoolOp(node.op, kept))

    def short_circuit(self, node, is_and):
        """An operand that needs statements of its own: they run where it is reached."""
        flag = self.owner.temporary("condition")
        first, *others = node.values
        self.owner.assign_name(flag, self.number(first))
        for item in others:
            test = build.name(flag) if is_and else build.logical_not(build.name(flag))
            value, before = self.owner.apart(item)
            value = self.as_expression(value, item)
            last = build.assign(flag, value.node)
            self.owner.emit(build.conditional(test, [*before, last]))
        return Expression(build.name(flag), BOOL)

    def _IfExp(self, node):
        test = self.value(node.test)
        known = truth(test)
        if known is not None:
            return self.value(node.body if known else node.orelse)
        test = Expression(self.owner.condition(test, node.test), BOOL)
        body, before_body, refused = self.branch(node.body)
        orelse, before_orelse, refused_orelse = self.branch(node.orelse)
        if refused and refused_orelse:
            raise refused
        if refused:
            self.owner.emit(build.conditional(test.node, before_body))
            self.owner.emit(*before_orelse)
            return orelse
        if refused_orelse:
            opposite = build.logical_not(test.node)
            self.owner.emit(build.conditional(opposite, before_orelse))
            self.owner.emit(*before_body)
            return body
        choice = self.expression(gast.IfExp(test.node, body.node, orelse.node))
        if not (before_body or before_orelse):
            return choice
        name = self.owner.temporary("choice")
        before_body.append(build.assign(name, body.node))
        before_orelse.append(build.assign(name, orelse.node))
        self.owner.emit(build.conditional(test.node, before_body, before_orelse))
        self.owner.bind(name, choice.kind)
        return Expression(build.name(name), choice.kind)

    def branch(self, node):
        """(value, statements before it, refusal or None) of one side of a choice."""
        try:
            value, before = self.owner.apart(node)
            return self.as_expression(value, node), before, None
        except RefusalError as error:
            return None, [self.owner.reached(error)], error

    # structures

    def _Tuple(self, node):
        items = []
        for item in node.elts:
            if isinstance(item, gast.Starred):
                parts = self.value(item.value)
                if not isinstance(parts, Record):
                    what = "an array is spread over arguments"
                    raise self.refuse(item, what, "its elements, one by one")
                items.extend(parts.items.values())
            else:
                items.append(self.value(item))
        return tuple_record(items)

    def _List(self, node):
        if not node.elts:
            return Expression(gast.List([], gast.Load()), Stack(None))
        return Record(self._Tuple(node).items, list)

    def _Dict(self, node):
        keys = [self.value(key) for key in node.keys]
        if not all(isinstance(key, Static) for key in keys):
            raise self.refuse(node, "a dict whose keys are not constants")
        values = [self.value(value) for value in node.values]
        return Record({k.value: v for k, v in zip(keys, values)}, dict)

    def _Lambda(self, node):
        return Closure(node, self.owner.source, (node.lineno, node.col_offset))

    def _JoinedStr(self, node):
        return Static("")

    # indexing

    def _Subscript(self, node):
        base = self.value(node.value)
        if isinstance(base, Static):
            return self.table_entry(base, node)
        if isinstance(base, Record):
            return self.part(base, node)
        if isinstance(base, Expression):
            return self.expression(self.indexed(base, node))
        raise self.refuse(node, f"{_shown(base)} can't be indexed")

    def part(self, base, node):
        if isinstance(node.slice, gast.Slice):
            parts = [node.slice.lower, node.slice.upper, node.slice.step]
            bounds: Any = [p and build.number_of(self.number(p).node) for p in parts]
            return tuple_record(list(base.items.values())[slice(*bounds)])
        index = self.value(node.slice)
        key = index.value if isinstance(index, Static) else None
        if isinstance(index, Expression):
            key = build.number_of(index.node)
            if key is None:
                array = self.owner.stored(self.as_expression(base, node), "table")
                return self.expression(build.subscript(array.node, index.node))
        if isinstance(key, int) and key < 0:
            key += len(base.items)
        if key not in base.items:
            raise self.refuse(node, f"there is no part {key!r}")
        return base.items[key]

    def table_entry(self, base, node):
        """An entry of a table that the function finds in its surroundings."""
        index = self.value(node.slice)
        known = comparable(index)
        if known is not None:
            try:
                return self.owner.found(Static(base.value[known.value]), node)
            except (KeyError, IndexError, TypeError) as error:
                raise self.refuse(node, f"{type(error).__name__}: {error}") from None
        if isinstance(base.value, (tuple, list)):
            table = self.owner.hidden_array(base, node)
            return self.expression(build.subscript(table.node, index.node))
        raise self.refuse(
            node, "a table is indexed by a key that is not known yet", "an array"
        )

    def indexed(self, base, node):
        items = []
        for item in index_items(node):
            if isinstance(item, gast.Slice):
                items.append(self.slice(item))
            else:
                value = self.value(item)
                if isinstance(value, Record):
                    inner = [self.as_expression(v, item) for v in value.items.values()]
                    items.extend(part.node for part in inner)
                elif isinstance(value, Static) and value.value is None:
                    items.append(gast.Constant(None, None))
                elif isinstance(value, Static) and value.value is Ellipsis:
                    rank = getattr(base.kind, "rank", 0)
                    count = sum(not _is_new(i) for i in index_items(node)) - 1
                    items.extend([gast.Slice(None, None, None)] * (rank - count))
                else:
                    items.append(self.as_expression(value, item).node)
        return build.subscript(base.node, *items)

    def slice(self, node):
        parts = []
        for part in (node.lower, node.upper, node.step):
            if part is None:
                parts.append(None)
                continue
            value = self.value(part)
            if isinstance(value, Static) and value.value is None:
                parts.append(None)
            else:
                parts.append(self.as_expression(value, part).node)
        return gast.Slice(*parts)

    def _ListComp(self, node):
        raise self.refuse(
            node, "a comprehension is not supported", "a loop that fills np.empty(n)"
        )

    # calls

    def _Call(self, node):
        function = self.value(node.func)
        if any(isinstance(item, gast.Starred) for item in node.args):
            arguments = list(
                self._Tuple(gast.Tuple(node.args, gast.Load())).items.values()
            )
        else:
            arguments = [self.value(item) for item in node.args]
        keywords = {item.arg: self.value(item.value) for item in node.keywords}
        if None in keywords:
            raise self.refuse(
                node, "** in a call is not supported", "keyword arguments"
            )
        return self.apply(function, arguments, keywords, node)

    def apply(self, function, arguments, keywords, node):
        """The value of a call of anything."""
        if isinstance(function, Method):
            return self.method(function, arguments, keywords, node)
        if isinstance(function, Closure):
            return self.owner.call_closure(function, arguments, keywords, node)
        if isinstance(function, Bound):
            return function.finish(self, arguments, keywords, node)
        if not isinstance(function, Static):
            raise self.refuse(node, f"{_shown(function)} is called")
        target = function.value
        inside = getattr(target, "__s2sad__", None)
        if inside is not None and not isinstance(target, type):
            return inside(self, arguments, keywords, node)
        word = library_word(target)
        if word is not None:
            return self.library_call(word, arguments, keywords, node)
        if isinstance(target, type):
            return self.construct(target, arguments, keywords, node)
        everything = [*arguments, *keywords.values()]
        if all(comparable(value) is not None for value in everything):
            folded = self.owner.folded(target, arguments, keywords)
            if folded is not None:
                return folded
        return self.owner.call_function(function, arguments, keywords, node)

    def library_call(self, word: str, arguments, keywords, node):
        word = _COMPILED.get(word, word)
        if word == "math.log" and len(arguments) == 2:
            parts = [self.library_call(word, [a], {}, node) for a in arguments]
            first, second = (self.as_expression(p, node).node for p in parts)
            return self.expression(build.binary(first, "/", second))
        if word in _OF_NUMBERS and len(arguments) == 1:
            value = arguments[0]
            if isinstance(value, Expression) and isinstance(value.kind, Scalar):
                return value
        unknown = keywords.keys() - _KEYWORDS.get(word, {"dtype"})
        if unknown:
            what = f"{sorted(unknown)[0]}= of {word} is not supported"
            raise self.refuse(node, what, "the call without it, then what it does")
        special = _LIBRARY.get(word)
        if special is not None:
            result = special(self, arguments, keywords, node)
            if result is not None:
                return result
        nodes = [self.argument(value, node) for value in arguments]
        named = [
            gast.keyword(key, self.argument(value, node))
            for key, value in keywords.items()
            if not (isinstance(value, Static) and value.value is None)
        ]
        call = gast.Call(build.attribute(*word.split(".")), nodes, named)
        if not (calls.is_known(word) or word in spellings()):
            raise self.refuse(node, f"{word} is not supported", _REWRITES.get(word))
        return self.expression(gast.copy_location(call, node))

    def argument(self, value, node):
        """The node of an argument of a library call."""
        if isinstance(value, Record):
            items = [self.argument(item, node) for item in value.items.values()]
            shape = gast.List if value.container is list else gast.Tuple
            return shape(items, gast.Load())
        if isinstance(value, Static):
            word = dtype_word(value.value)
            if word is not None:
                return build.attribute(*word.split("."))
            literal = static_node(value.value)
            if literal is not None:
                return literal
        return self.as_expression(value, node).node

    def method(self, method, arguments, keywords, node):
        owner, name = method.owner, method.name
        if isinstance(owner, Record):
            return self.record_method(owner, name, node)
        if isinstance(owner.kind, Stack):
            return self.owner.stack_method(owner, name, arguments, node)
        if name == "copy" and not arguments:
            function = build.attribute(owner.node, "copy")
            return Expression(gast.Call(function, [], []), owner.kind)
        if name in _METHODS:
            word = _METHODS[name]
            return self.library_call(word, [owner, *arguments], keywords, node)
        if name == "item" and not arguments and isinstance(owner.kind, Scalar):
            return owner
        raise self.refuse(node, f".{name}(...) of a {owner.kind} is not supported")

    def record_method(self, owner, name, node):
        if name in ("items", "keys", "values") and owner.container is dict:
            pairs = {
                "items": [tuple_record([Static(k), v]) for k, v in owner.items.items()],
                "keys": [Static(key) for key in owner.items],
                "values": list(owner.items.values()),
            }
            return tuple_record(pairs[name])
        raise self.refuse(node, f".{name}(...) of a {owner.container.__name__}")

    def construct(self, target, arguments, keywords, node):
        """A NamedTuple or dataclass made inside the function."""
        names = field_names(target)
        if names is None:
            raise self.refuse(node, f"{target.__name__}(...) is not supported")
        items = dict(zip(names, arguments)) | keywords
        return Record({name: items[name] for name in names if name in items}, target)


# functions of the library that need more than a kind


def _len(evaluator, arguments, keywords, node):
    (value,) = arguments
    if isinstance(value, Record):
        return evaluator.expression(build.constant(len(value.items)))
    if isinstance(value, Static):
        return evaluator.expression(build.constant(len(value.value)))
    return None


def _isinstance(evaluator, arguments, keywords, node):
    value, target = arguments
    wanted = (
        target.value
        if isinstance(target, Static)
        else tuple(item.value for item in target.items.values())
    )
    return Static(isinstance(_sample(value), wanted))


def _sample(value):
    """An object of the type that a value has when the function runs."""
    if isinstance(value, Static):
        return value.value
    if isinstance(value, Record):
        return value.container() if value.container in (tuple, list, dict) else None
    if isinstance(value.kind, Array):
        return np.empty(
            (0,) * value.kind.rank, value.kind.dtype.replace("int", "int64")
        )
    samples = {"bool": True, "int": 1, "float64": 1.0}
    return samples.get(value.kind.dtype, np.float32(1.0))


def _folded_extreme(word, choose):
    def fold(evaluator, arguments, keywords, node):
        if len(arguments) == 1 and isinstance(arguments[0], Record):
            arguments = list(arguments[0].items.values())
        if len(arguments) == 1:
            array = evaluator.as_expression(arguments[0], node)
            call = build.call(f"np.{word}", array.node)
            return evaluator.expression(gast.copy_location(call, node))
        result, *others = [evaluator.as_expression(a, node) for a in arguments]
        for other in others:
            call = build.call(word, result.node, other.node)
            result = evaluator.expression(gast.copy_location(call, node))
        return result

    return fold


def _sum(evaluator, arguments, keywords, node):
    (value, *start) = arguments
    if isinstance(value, Record):
        parts = [evaluator.as_expression(v, node) for v in value.items.values()]
        result = evaluator.expression(build.constant(0))
        for part in [*(evaluator.as_expression(s, node) for s in start), *parts]:
            if build.number_of(result.node) == 0:
                result = part
            else:
                added = build.binary(result.node, "+", part.node)
                result = evaluator.expression(added)
        return result
    return evaluator.library_call("np.sum", arguments, keywords, node)


def _listed(evaluator, arguments, keywords, node):
    if arguments and isinstance(arguments[0], Record):
        return Record(dict(enumerate(arguments[0].items.values())), list)
    return None


def _number_cast(evaluator, arguments, keywords, node):
    value = arguments[0]
    if isinstance(value, Static):
        return evaluator.expression(build.constant(float(value.value)))
    return None


def _shaped(evaluator, arguments, keywords, node):
    """`np.zeros(x.shape)`: the shape stays one expression."""
    shape = arguments[0] if arguments else None
    source = _whole_shape(shape)
    if source is None:
        return None
    word = calls.spelling(node.func).rsplit(".", 1)[-1]
    given = [evaluator.argument(value, node) for value in arguments[1:]]
    named = [
        gast.keyword(key, evaluator.argument(value, node))
        for key, value in keywords.items()
    ]
    call = gast.Call(build.attribute("np", word), [source, *given], named)
    return evaluator.expression(call)


def _whole_shape(value):
    """`a.shape` if a record holds just that, else None."""
    if not isinstance(value, Record) or not value.items:
        return None
    bases = []
    for axis, item in value.items.items():
        node = getattr(item, "node", None)
        if not isinstance(node, gast.Subscript) or build.number_of(node.slice) != axis:
            return None
        if not isinstance(node.value, gast.Attribute) or node.value.attr != "shape":
            return None
        bases.append(node.value)
    names = {calls.spelling(base) for base in bases}
    if len(names) != 1 or None in names:
        return None
    return bases[0]


def _inert(evaluator, arguments, keywords, node):
    return Static(None)


def _range(evaluator, arguments, keywords, node):
    nodes = [evaluator.as_expression(value, node).node for value in arguments]
    return Expression(build.call("range", *nodes), "range")


def _outer_known(evaluator, arguments, keywords, node):
    first, second = (evaluator.as_expression(v, node) for v in arguments)
    kind = kinds.array_kind(kinds.wider(first.kind.dtype, second.kind.dtype), 2)
    return Expression(build.call("np.outer", first.node, second.node), kind)


_LIBRARY = {
    "len": _len,
    "isinstance": _isinstance,
    "max": _folded_extreme("max", max),
    "min": _folded_extreme("min", min),
    "sum": _sum,
    "list": _listed,
    "tuple": _listed,
    "float": _number_cast,
    "range": _range,
    "np.zeros": _shaped,
    "np.empty": _shaped,
    "np.ones": _shaped,
    "np.full": _shaped,
}
_KEYWORDS = {
    **dict.fromkeys(("np.sum", "np.max", "np.min"), {"axis"}),
    "np.linspace": {"start", "stop", "num"},
    "np.full": {"shape", "fill_value", "dtype"},
    **dict.fromkeys(("np.zeros", "np.empty", "np.ones"), {"shape", "dtype"}),
    **dict.fromkeys(("min", "max", "sum", "len", "abs", "range"), set()),
    "sum": {"start"},
    "print": {"sep", "end", "file", "flush"},
    "round": {"ndigits"},
}
_COMPILED = {"math.fmod": "np.fmod", "math.cbrt": "np.cbrt"}
_OF_NUMBERS = {"np.sum", "np.mean", "np.max", "np.min", "np.copy", "np.asarray"}
_METHODS = {
    "sum": "np.sum",
    "mean": "np.mean",
    "max": "np.max",
    "min": "np.min",
    "dot": "np.dot",
    "argmax": "np.argmax",
    "argmin": "np.argmin",
    "argsort": "np.argsort",
}
_REWRITES = {
    "np.matmul": "@ of vectors and matrices",
    "np.einsum": "loops, or @",
    "np.linalg.norm": "np.sqrt(np.sum(x * x))",
    "np.prod": "a loop with *=",
    "np.cumsum": "a loop",
    "np.concatenate": "np.empty and two slice assignments",
}


# what objects are


def library_word(target):
    """The spelling of a function of builtins, math or NumPy, or None."""
    try:
        return _words_by_object().get(target)
    except TypeError:
        return None


@functools.cache
def _words_by_object():
    found = _collect(np, "np.") | _collect(math, "math.")
    for word in ("len", "abs", "min", "max", "sum", "round", "range", "float"):
        found[getattr(builtins, word)] = word
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
    preferred += ("sum", "mean", "asarray")
    for word in preferred:
        if hasattr(module, word) and callable(getattr(module, word)):
            found[getattr(module, word)] = prefix + word
    return found


def dtype_word(value):
    """How the text names a dtype, or None if the value is none."""
    if value in (float, int, bool):
        return value.__name__
    if isinstance(value, np.dtype) or (
        isinstance(value, type) and issubclass(value, np.generic)
    ):
        return f"np.{np.dtype(value).name}".replace("np.bool", "np.bool_")
    return None


def field_names(target):
    """The fields of a NamedTuple or dataclass type, or None."""
    if hasattr(target, "_fields"):
        return list(target._fields)
    if hasattr(target, "__dataclass_fields__"):
        return list(target.__dataclass_fields__)
    return None


def comparable(value):
    """A Static for a value that is known now, numbers included; else None."""
    if isinstance(value, Static):
        return value
    if isinstance(value, Expression):
        number = build.number_of(value.node)
        return None if number is None else Static(number)
    if isinstance(value, Record):
        parts = [comparable(item) for item in value.items.values()]
        if all(part is not None for part in parts) and value.container in (tuple, list):
            return Static(value.container(part.value for part in parts))
    return None


def truth(value):
    """Whether a value is true, if that is known now; else None."""
    known = comparable(value)
    if known is not None:
        return bool(known.value)
    if isinstance(value, Record):
        return bool(value.items)
    if isinstance(value, (Closure, Bound)):
        return True
    return None


def _is_new(node):
    return isinstance(node, gast.Constant) and node.value is None


def _shown(value):
    """A value in the words of a message."""
    if isinstance(value, Static):
        if isinstance(value.value, types.ModuleType):
            return f"the module {value.value.__name__}"
        return repr(value.value)
    if isinstance(value, Expression):
        return f"a {value.kind}"
    if isinstance(value, Record):
        return f"a {value.container.__name__}"
    if isinstance(value, Method):
        return f"the method {value.name}"
    return "a function"


_NODE_REWRITES = {
    "NamedExpr": "an assignment before it",
    "ListComp": "a loop that fills np.empty(n)",
    "GeneratorExp": "a loop that adds",
    "SetComp": "a loop over an array",
    "DictComp": "a loop over an array",
    "Set": "a tuple",
    "Await": "the value itself",
    "Yield": "a value that is returned",
    "YieldFrom": "a value that is returned",
    "Starred": "its parts, one by one",
}
_NODE_WORDS = {
    "ListComp": "a list comprehension",
    "DictComp": "a dict comprehension",
    "SetComp": "a set comprehension",
    "GeneratorExp": "a generator expression",
    "NamedExpr": "an assignment inside an expression",
    "Await": "await",
    "Yield": "yield",
    "YieldFrom": "yield from",
    "Set": "a set",
    "Starred": "a starred expression",
}


def _words(node):
    return _NODE_WORDS.get(type(node).__name__, type(node).__name__)
