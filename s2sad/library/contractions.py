"""Sums of products of arrays: einsum, and what is one with fewer words.

The subscripts are known when a call is met, so its loops are written for them.
"""

import functools
import string

from s2sad.compile.plain import namespace_of
from s2sad.facts.values import Static
from s2sad.known.comparable import comparable
from s2sad.known.definitions import defines
from s2sad.library.nests import Nest
from s2sad.syntax import build

_LETTERS = "ijkmnpqrstuvwxyzabcdefgh"


class Contraction:
    """A function that is a sum of products, for the ranks and words of each call.

    One that `conjugates` takes the conjugate of its first operand.
    """

    is_of_complex = True

    def __init__(self, word, subscripts, conjugates):
        self.word, self.subscripts = word, subscripts
        self.conjugates, self.__name__ = conjugates, word

    def __s2sad__(self, frame, arguments, keywords, node):
        terms, output, values = self.subscripts(
            _Call(frame, node), *arguments, **keywords
        )
        operands = [frame.expressions.as_expression(value, node) for value in values]
        if self.conjugates and operands[0].kind.is_complex:
            conjugate = build.call("np.conj", operands[0].node)
            operands[0] = frame.expressions.expression(conjugate)
        nest = Nest(self.word, terms, output, [operand.kind for operand in operands])
        function = _function(self.word, nest.text())
        return frame.calls.call_function(Static(function), operands, {}, node)


@functools.cache
def _function(word, text):
    names = {"__name__": __name__}
    exec("import numpy as np", names)
    return namespace_of(text, word, names)[word]


class _Call:
    """A call whose subscripts are read: its refusals, and the ranks of arrays."""

    def __init__(self, frame, node):
        self.frame, self.node = frame, node

    def refuse(self, what, instead=None):
        return self.frame.refuse(self.node, what, instead)

    def rank(self, value):
        return self.frame.expressions.as_expression(value, self.node).kind.rank

    def known(self, value, what):
        """A value that must be known now."""
        found = comparable(value)
        if found is None:
            raise self.refuse(f"{what} is not known before it runs", "a constant")
        return found.value


def contraction(*words, conjugates=False):
    """Declare the function by the subscripts that a call of it stands for."""

    def register(subscripts):
        word = words[0].rsplit(".", 1)[-1]
        defines(*words)(Contraction(word, subscripts, conjugates))
        return subscripts

    return register


@contraction("numpy.einsum")
def einsum(call, subscripts, *operands, optimize=None):
    text = call.known(subscripts, "the subscripts of einsum")
    if not isinstance(text, str):
        raise call.refuse("einsum without a text of subscripts", "'ij,jk->ik'")
    left, arrow, output = text.replace(" ", "").partition("->")
    terms = left.split(",")
    if len(terms) != len(operands):
        what = f"einsum of {len(terms)} subscripts and {len(operands)} operands"
        raise call.refuse(what)
    free = [c for c in _LETTERS + string.ascii_uppercase if c not in text]
    counts = [_spread(call, t, o) for t, o in zip(terms, operands)]
    axes = free[: max(counts)]
    terms = [
        t.replace("...", "".join(axes[len(axes) - n :])) for t, n in zip(terms, counts)
    ]
    if not arrow:
        once = [c for c in sorted(set(left) - {",", "."}) if left.count(c) == 1]
        output = "..." + "".join(once)
    output = output.replace("...", "".join(axes))
    if set(output) - set("".join(terms)) or len(set(output)) < len(output):
        raise call.refuse(f"the output {output} of einsum is not of its operands")
    return terms, output, operands


def _spread(call, term, operand):
    """How many axes an ellipsis stands for."""
    rank, named = call.rank(operand), len(term.replace("...", ""))
    if rank != named and ("..." not in term or rank < named):
        raise call.refuse(f"the subscripts {term} of an array of rank {rank}")
    return rank - named


@contraction("numpy.tensordot", "numpy.linalg.tensordot")
def tensordot(call, a, b, axes=None):
    left, right = list(_LETTERS[: call.rank(a)]), list(string.ascii_uppercase)
    right = right[: call.rank(b)]
    pairs = 2 if axes is None else call.known(axes, "axes of tensordot")
    if isinstance(pairs, int):
        pairs = range(len(left) - pairs, len(left)), range(pairs)
    first, second = ([axis] if isinstance(axis, int) else axis for axis in pairs)
    if len(first) != len(second):
        raise call.refuse("tensordot of other numbers of axes")
    for own, other in zip(first, second):
        if not (own < len(left) and other < len(right)):
            raise call.refuse("tensordot along an axis that is not there")
        right[other] = left[own]
    output = [c for c in left + right if (c in left) != (c in right)]
    return _small(["".join(left), "".join(right)], "".join(output), (a, b))


def _small(terms, output, operands):
    """The same subscripts in small letters, for loops to be named by."""
    used = sorted(set("".join(terms)), key="".join(terms).index)
    letters = dict(zip(used, _LETTERS))
    terms = ["".join(letters[c] for c in term) for term in terms]
    return terms, "".join(letters[c] for c in output), operands


@contraction("numpy.inner")
def inner(call, a, b):
    left, right = call.rank(a), call.rank(b)
    if not left or not right:
        return _small([_upper(left), _upper(right)], _upper(left or right), (a, b))
    first, second = _upper(left - 1), _lower(right - 1)
    return _small([f"{first}z", f"{second}z"], first + second, (a, b))


@contraction("numpy.dot")
def dot(call, a, b):
    left, right = call.rank(a), call.rank(b)
    if not left or not right:
        return inner(call, a, b)
    first, second = _upper(left - 1), _lower(right - 1)
    column = f"{second[:-1]}z{second[-1:]}"
    return _small([f"{first}z", column], first + second, (a, b))


@contraction("numpy.matmul", "numpy.linalg.matmul")
def matmul(call, a, b):
    left, right = call.rank(a), call.rank(b)
    if not left or not right:
        raise call.refuse("@ of a number", "*")
    row, column = "x" * (left > 1), "y" * (right > 1)
    first, second = max(left - 2, 0), max(right - 2, 0)
    axes = _upper(max(first, second))
    terms = [
        f"{axes[len(axes) - first :]}{row}z",
        f"{axes[len(axes) - second :]}z{column}",
    ]
    return _small(terms, axes + row + column, (a, b))


@contraction("numpy.vecdot", "numpy.linalg.vecdot", conjugates=True)
def vecdot(call, x1, x2):
    left, right = call.rank(x1) - 1, call.rank(x2) - 1
    axes = _upper(max(left, right))
    terms = [f"{axes[len(axes) - left :]}z", f"{axes[len(axes) - right :]}z"]
    return _small(terms, axes, (x1, x2))


@contraction("numpy.vdot", conjugates=True)
def vdot(call, a, b):
    if call.rank(a) != call.rank(b):
        raise call.refuse("vdot of arrays of two ranks", "np.sum of a product")
    axes = _upper(call.rank(a))
    return _small([axes, axes], "", (a, b))


def _upper(count):
    return string.ascii_uppercase[:count]


def _lower(count):
    return string.ascii_lowercase[:count]
