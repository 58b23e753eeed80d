"""Functions of numbers, called with arrays: loops over the elements.

y = erfcx(x)            becomes     y = np.empty_like(x)
                                    for i in range(len(x)):
                                        y[i] = erfcx(x[i])

Arrays of several ranks, and numbers beside arrays, are broadcast as NumPy does it.
Parameters that are annotated `int` take integers, and all others floats; a result that
is no float is annotated too. Where all floats have 32 bits the result has as many.
"""

import functools
from typing import Any

import gast
import numpy as np

from s2sad.compile.plain import namespace_of
from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array, Scalar, Stack, dtype_word
from s2sad.facts.values import Expression, Record, Static
from s2sad.syntax import build
from s2sad.syntax.source import plain_function, read

COUNTERS = "ijkmnp"

# How a function is annotated whose result is an integer where all arguments are.
SAME = "same"


class Elements:
    """Calls functions of numbers with numbers and arrays, for one function."""

    def __init__(self, frame):
        self.frame = frame

    def call(self, function, arguments, keywords, node):
        """The value of a call with numbers, or with arrays of which each element is."""
        source = read(function)
        notes = plain_function(function).__annotations__
        values = self.frame.calls.matched(
            source.node, source, arguments, keywords, node
        )
        values = {name: self.operand(value, node) for name, value in values.items()}
        for name, value in values.items():
            if notes.get(name) is int and _dtype(value).startswith("float"):
                what = f"{name} of {source.node.name} is a float"
                raise self.frame.refuse(node, what, "an integer")
        dtype = _result_dtype(values, notes)
        if not any(_rank(value) for value in values.values()):
            return self.number(function, values, notes, dtype, node)
        return self.loops(function, values, dtype)

    def operand(self, value, node) -> Any:
        """A number or an array; what is neither (None, a flag) stays as it is."""
        if isinstance(value, Static) and type(value.value) not in (int, float):
            return value
        number = self.frame.expressions.as_expression(value, node)
        if isinstance(number.kind, Stack):
            raise self.frame.refuse(node, "a list is used as an array", "an array")
        return number

    def number(self, function, values, notes, dtype, node):
        """A call with numbers only."""
        given = [
            value if dtype == "int" else self.cast(value, _cast(name, value, notes))
            for name, value in values.items()
        ]
        apply = self.frame.applications.apply_definition
        result = apply(function, given, {}, node)
        if dtype == "float32":
            value = self.frame.expressions.as_expression(result, node)
            return self.cast(value, "np.float32")
        return result

    def cast(self, value, word):
        if word is None:
            return value
        literal = build.number_of(value.node)
        if literal is not None:
            return self.frame.expressions.expression(build.constant(float(literal)))
        return self.frame.expressions.expression(build.call(word, value.node))

    def loops(self, function, values, dtype):
        """A call with arrays: a nest of loops stands before it."""
        values = {name: self.named(name, value) for name, value in values.items()}
        self.frame.shapes.meet_all([v.node for v in values.values() if _rank(v)])
        operands = tuple(
            (name, _axes(value), _dtype(value)) for name, value in values.items()
        )
        name = read(function).node.name
        given = {"function": Static(function), **values}
        given = {k: _literal(v) for k, v in given.items()}
        made = self.nest(name, _nest(name, operands, dtype), given)
        self.frame.filled.add(made.node.id)
        return made

    def named(self, name, value):
        """An operand; an array that is computed gets a name."""
        if not _rank(value) or isinstance(value.node, gast.Name):
            return value
        return self.frame.stored(value, name)

    def nest(self, name, loops, given):
        """The value of a nest of loops, which is written out here."""
        source = read(loops)
        given = {k: self.frame.indexing.all_apart(v) for k, v in given.items()}
        name = f"{name}_of_elements"
        plain, leaves = self.frame.unit.function(source, source.node, name, given)
        return self.frame.calls.inlining.inlined(plain, leaves)

    def into(self, function, arguments, keywords, out, where, node):
        """A call whose result is put into an array, everywhere or in places."""
        if not isinstance(out, Expression) or not isinstance(out.kind, Array):
            what = "where= without out=: the rest of the result is not defined"
            raise self.frame.refuse(node, what, "np.where")
        if base_name(out.node) is None:
            out = self.frame.stored(out, "out")
        if where is None:
            apply = self.frame.applications.apply
            value = apply(Static(function), arguments, keywords, node)
            return self.put(value, out, node)
        given = dict(zip("abc", [self.operand(value, node) for value in arguments]))
        given["chosen"] = self.operand(where, node)
        given = {k: self.unshared(value, out) for k, value in given.items()}
        given = {k: self.named(k, value) for k, value in given.items()}
        arrays = [v.node for v in given.values() if _rank(v)]
        self.frame.shapes.meet_all(arrays)
        self.frame.shapes.meet_written(out.node, arrays)
        operands = tuple((k, _axes(v), _dtype(v)) for k, v in given.items())
        loops = _chosen_nest(operands, out.kind.rank)
        return self.nest(
            loops.__name__, loops, {"function": Static(function), **given, "out": out}
        )

    def out_of(self, call, arguments, keywords, node):
        """A call of a function of the library, put into what `out` is given."""
        others = {key: value for key, value in keywords.items() if key != "out"}
        out, value = keywords["out"], call(arguments, others, node)
        if isinstance(out, Static) and out.value is None:
            return value
        if not isinstance(out, Expression) or not isinstance(out.kind, Array):
            what = "out= of what is no array, or has no axes"
            raise self.frame.refuse(node, what, "the result of the call")
        return self.put(value, out, node)

    def put(self, value, out, node):
        """An array, into which a value is written."""
        value = self.frame.expressions.as_expression(value, node)
        if base_name(out.node) is None:
            out = self.frame.stored(out, "out")
        whole = build.subscript(out.node, gast.Slice(None, None, None))
        self.frame.assignments.store(build.stored(whole), value, node)
        return out

    def unshared(self, value, out):
        """An operand; a copy of it if it shares memory with what is written."""
        memory = self.frame.memory
        bases = [base_name(item.node) for item in (value, out)] if _rank(value) else []
        if None in bases or not bases or memory.of(bases[0]) != memory.of(bases[1]):
            return value
        if gast.dump(value.node) == gast.dump(out.node):
            return value
        copied = build.call(build.attribute(value.node, "copy"))
        return self.frame.stored(Expression(copied, value.kind), bases[0])


def places_of(ufunc, arguments, keywords):
    """(arguments, keywords, out, where) of a call of a function of NumPy's kind."""
    keywords = dict(keywords)
    out, where = keywords.pop("out", None), keywords.pop("where", None)
    if len(arguments) == ufunc.nin + 1 and ufunc.nout == 1:
        *arguments, out = arguments
    if isinstance(out, Record) and len(out.items) == 1:
        (out,) = out.items.values()
    out, where = (
        None if isinstance(place, Static) and place.value in (None, True) else place
        for place in (out, where)
    )
    return arguments, keywords, out, where


def _literal(value):
    """A number that is written out, as a constant that is known."""
    if isinstance(value, Expression):
        number = build.number_of(value.node)
        return value if number is None else Static(number)
    return value


def known_integer(value):
    """An integer that is written out, as a constant that is known."""
    known = _literal(value)
    return known if type(getattr(known, "value", None)) is int else value


def _rank(value):
    return value.kind.rank if isinstance(value, Expression) else 0


def _axes(value):
    """Which axes of an operand have length 1; None of a number."""
    return value.kind.ones if _rank(value) else None


def _dtype(value):
    return value.kind.dtype if isinstance(value, Expression) else ""


def _cast(name, value, notes):
    """What makes a float64 of an operand, or None."""
    if not isinstance(value, Expression) or notes.get(name) is int:
        return None
    words = {"int": "float", "bool": "float", "float32": "np.float64"}
    return words.get(value.kind.dtype)


def _result_dtype(values, notes):
    """The dtype of the result: float32 where NumPy makes it one."""
    given = [value.kind for value in values.values() if isinstance(value, Expression)]
    if notes.get("return") == SAME and not any(kind.is_float for kind in given):
        return "int"
    if "return" in notes and notes["return"] != SAME:
        return {float: "float64", complex: "complex128"}.get(
            notes["return"], notes["return"].__name__
        )
    floats = [
        value.kind
        for name, value in values.items()
        if isinstance(value, Expression) and notes.get(name) is not int
    ]
    arrays = {kind.dtype for kind in floats if isinstance(kind, Array)}
    numbers = {kind.dtype for kind in floats if isinstance(kind, Scalar)}
    single = arrays == {"float32"} or (not arrays and numbers == {"float32"})
    return "float32" if single else "float64"


@functools.cache
def _nest(name, operands, dtype):
    """The function of a loop nest that calls another one for each element."""
    rank = max(len(axes) for _, axes, _ in operands if axes is not None)
    parameters = ", ".join(word for word, _, _ in operands)
    result = f"{name}_result"
    head = f"def {name}(function, {parameters}):"
    lines = [head, f"    {result} = {_room(operands, rank, dtype)}"]
    lines += _heads(operands, rank)
    given = ", ".join(_element(word, axes, rank) for word, axes, _ in operands)
    place = ", ".join(COUNTERS[:rank])
    lines.append(f"{'    ' * (rank + 1)}{result}[{place}] = function({given})")
    lines.append(f"    return {result}")
    return namespace_of("\n".join(lines) + "\n", name, {"np": np})[name]


@functools.cache
def _chosen_nest(operands, rank):
    """The same where the elements of the last operand are true, into an array."""
    parameters = ", ".join(word for word, _, _ in operands)
    lines = [f"def chosen_elements(function, {parameters}, out):"]
    lines += _heads([("out", (False,) * rank, None)], rank)
    *given, chosen = [_element(word, axes, rank) for word, axes, _ in operands]
    place = ", ".join(COUNTERS[:rank])
    indent = "    " * (rank + 1)
    lines.append(f"{indent}if {chosen}:")
    lines.append(f"{indent}    out[{place}] = function({', '.join(given)})")
    lines.append("    return out")
    return namespace_of("\n".join(lines) + "\n", "chosen_elements", {})[
        "chosen_elements"
    ]


def _heads(operands, rank):
    """The heads of a nest of loops."""
    return [
        "    " * (axis + 1)
        + f"for {counter} in range({_length(operands, rank, axis)}):"
        for axis, counter in enumerate(COUNTERS[:rank])
    ]


def _element(word, axes, rank):
    """An operand where a loop nest has arrived."""
    if axes is not None:
        counters = COUNTERS[rank - len(axes) : rank]
        places = ["0" if one else c for one, c in zip(axes, counters)]
        return f"{word}[{', '.join(places)}]"
    return word


def _length(operands, rank, axis):
    """The length of an axis of the result: that of the first that is not known as 1."""
    found = ""
    for word, axes, _ in operands:
        own = axis - (rank - len(axes or ()))
        if not axes or own < 0:
            continue
        if not found or not axes[own]:
            found = f"len({word})" if len(axes) == 1 else f"{word}.shape[{own}]"
            if not axes[own]:
                break
    return found


def _room(operands, rank, dtype):
    """A new array of the shape and the dtype of the result."""
    lengths = [_length(operands, rank, axis) for axis in range(rank)]
    for word, axes, own in operands:
        if axes is not None and len(axes) == rank:
            alone = [_length([(word, axes, own)], rank, a) for a in range(rank)]
            if alone == lengths:
                if own == dtype:
                    return f"np.empty_like({word})"
                return f"np.empty({word}.shape{_noted(dtype)})"
    shape = lengths[0] if rank == 1 else f"({', '.join(lengths)})"
    return f"np.empty({shape}{_noted(dtype)})"


def _noted(dtype):
    return "" if dtype == "float64" else f", dtype=np.{dtype_word(dtype)}"
