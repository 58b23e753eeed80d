"""Functions of numba.guvectorize: what they do to parts, done to each part.

spread(x, y)    becomes     result = np.empty(x.shape[0])
                            for i in range(x.shape[0]):
                                spread(x[i], y, result[i:i + 1])

The last axes of an operand, as many as the layout names, are a part of it; those before
are broadcast. A result that is a number is an array of length 1 to the function.
"""

import functools
import inspect
from dataclasses import dataclass

import numpy as np
from numba.np.ufunc.gufunc import GUFunc

from s2sad.called.compiled import as_kind, kind_of_numba
from s2sad.called.elements import COUNTERS
from s2sad.compile.plain import namespace_of
from s2sad.facts.kinds import Scalar, dtype_word
from s2sad.facts.values import Expression, Static, tuple_record


def is_generalized(target):
    """Whether numba.guvectorize made this."""
    return isinstance(target, GUFunc)


@dataclass(frozen=True)
class Operand:
    """An array or a number: its axes before its part, and the names of the others.

    `axes` says which of the first have length 1; `is_vector` that a number is an array
    of length 1 to the function.
    """

    name: str
    axes: tuple
    part: tuple
    is_vector: bool

    @property
    def symbols(self):
        """{axis: what its length is known by} of the axes that are not of length 1.

        An axis before the part is counted from it, others have the names of the layout.
        """
        before = len(self.axes)
        found = {n: n - before for n, one in enumerate(self.axes) if not one}
        return found | {before + n: word for n, word in enumerate(self.part)}

    def length(self, axis):
        is_only = len(self.axes) + len(self.part) == 1
        return f"len({self.name})" if is_only else f"{self.name}.shape[{axis}]"

    def at(self, rank):
        """What the function takes where a loop nest has arrived."""
        counters = COUNTERS[rank - len(self.axes) : rank]
        places = ["0" if one else c for one, c in zip(self.axes, counters)]
        if self.is_vector and not self.part:
            if not places:
                return f"np.full(1, {self.name})"
            stop = "1" if places[-1] == "0" else f"{places[-1]} + 1"
            places[-1] = f"{places[-1]}:{stop}"
        return f"{self.name}[{', '.join(places)}]" if places else self.name


def generalized(frame, target, arguments, keywords, node):
    """The value of a call of a function of numba.guvectorize."""
    made = target.gufunc_builder
    name, count = made.py_func.__name__, len(made.sin)
    if keywords or len(arguments) not in (count, target.nargs):
        what = f"{name} does not take these arguments"
        raise frame.refuse(node, what, f"{count} or {target.nargs} by position")
    types = _types(frame, made, arguments, node)
    words = [f"{name}_{n}" for n in inspect.signature(made.py_func).parameters]
    pairs = zip(words, arguments, types)
    values = {n: _operand(frame, n, value, kind, node) for n, value, kind in pairs}
    parts = [tuple(part) for part in (*made.sin, *made.sout)]
    operands = [
        Operand(word, *_axes(frame, value, part, node), getattr(kind, "rank", 0) > 0)
        for (word, value), part, kind in zip(values.items(), parts, types)
    ]
    for operand in operands[count:]:
        if not operand.axes and not operand.part:
            what = f"{name} writes into an array without axes"
            raise frame.refuse(node, what, "an array of length 1")
    rooms = [
        (word, part, kind.dtype)
        for word, part, kind in list(zip(words, parts, types))[len(arguments) :]
    ]
    loops = _nest(name, tuple(operands), count, tuple(rooms))
    given = {"function": Static(made.py_func), **values}
    found = frame.applications.elements.nest(name, loops, given)
    return found if rooms else _outs([values[w] for w in words[count:]])


def _outs(values):
    return values[0] if len(values) == 1 else tuple_record(values)


def _types(frame, made, arguments, node):
    """The kinds of the operands and the results as Numba compiled it, if it has."""
    if not made._sigs:
        return [None] * len(made.sin + made.sout)
    for signature in made._sigs:
        kinds = [kind_of_numba(found) for found in signature.args]
        if all(map(_fits, kinds, arguments)):
            return kinds
    shown = "; ".join(str(list(signature.args)) for signature in made._sigs)
    what = f"{made.py_func.__name__} was compiled for other types: {shown}"
    raise frame.refuse(node, what, "arguments of these types")


def _fits(kind, value):
    """Whether a value is of a type, or a number that can be made one."""
    if kind is None:
        return False
    is_array = isinstance(value, Expression) and value.kind.rank
    return not is_array or value.kind.dtype == kind.dtype


def _operand(frame, name, value, kind, node):
    """A number or an array with a name; a flag that is known stays as it is."""
    if isinstance(value, Static) and type(value.value) is bool:
        return value
    if kind is not None:
        value = as_kind(frame, value, Scalar(kind.dtype), node)
    value = frame.expressions.as_expression(value, node)
    return frame.applications.elements.named(name, value)


def _axes(frame, value, part, node):
    """(which axes before its part have length 1, the names of the others)."""
    axes = value.kind.ones if isinstance(value, Expression) and value.kind.rank else ()
    if len(axes) < len(part):
        what = f"an array of rank {len(axes)} is given where ({', '.join(part)}) is"
        raise frame.refuse(node, what, "an array with these axes")
    return axes[: len(axes) - len(part)], part


@functools.cache
def _nest(name, operands, count, rooms):
    """The function of a loop nest that calls another one for each part."""
    rank = max(len(operand.axes) for operand in operands)
    outs = [Operand(word, (False,) * rank, part, True) for word, part, _ in rooms]
    parameters = ", ".join(operand.name for operand in operands)
    lengths, checks = _lengths(operands)
    lines = [f"def {name}_of_parts(function, {parameters}):", *checks]
    for word, part, dtype in rooms:
        sizes = [lengths[axis - rank] for axis in range(rank)]
        sizes = [*sizes, *(lengths[symbol] for symbol in part)] or ["1"]
        shape = sizes[0] if len(sizes) == 1 else f"({', '.join(sizes)})"
        lines.append(f"    {word} = np.empty({shape}, np.{dtype_word(dtype)})")
    for axis in range(rank):
        indent, size = "    " * (axis + 1), lengths[axis - rank]
        lines.append(f"{indent}for {COUNTERS[axis]} in range({size}):")
    given = [operand.at(rank) for operand in operands[:count]]
    written = [*operands[count:], *outs]
    given += [o.at(rank) if rank else o.name for o in written]
    lines.append(f"{'    ' * (rank + 1)}function({', '.join(given)})")
    results = [f"{o.name}[0]" if not rank and not o.part else o.name for o in outs]
    if results:
        lines.append(f"    return {', '.join(results)}")
    text = "\n".join(lines) + "\n"
    return namespace_of(text, name, {"np": np})[f"{name}_of_parts"]


def _lengths(operands):
    """({symbol: the text of a length}, the lines that check that all others agree)."""
    lengths, lines = {}, []
    for operand in operands:
        for axis, symbol in operand.symbols.items():
            text = operand.length(axis)
            if symbol not in lengths:
                lengths[symbol] = text
                continue
            lines.append(f"    if {text} != {lengths[symbol]}:")
            message = f"{operand.name} has another shape than the others"
            lines.append(f'        raise ValueError("{message}")')
    for operand in operands:
        for n in range(len(operand.axes)):
            lengths.setdefault(n - len(operand.axes), "1")
    return lengths, lines
