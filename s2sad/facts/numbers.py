"""Zeros of a kind, and the dtypes of new arrays, as the text has them."""

from s2sad.facts.effects import reached
from s2sad.facts.kinds import Array, Scalar, Stack, dtype_word
from s2sad.syntax import build
from s2sad.syntax.walk import walk

_ZEROS = {"bool": False, "int": 0, "complex128": 0j}


def zero(kind):
    """The zero of numbers of a kind, of which `0j` is no float."""
    return build.constant(_ZEROS.get(kind.dtype, 0.0))


def dtype_keyword(dtype):
    """{keyword: node} that makes a new array one of a dtype; of float64 there is none.

    >>> from s2sad.syntax.printer import text_of
    >>> text_of(build.call("np.empty", build.name("n"), **dtype_keyword("int")))
    'np.empty(n, dtype=np.int64)'
    """
    if dtype == "float64":
        return {}
    return {"dtype": build.attribute("np", dtype_word(dtype))}


def is_complex(kind):
    """Whether numbers, or those of an array or a list, are complex."""
    if isinstance(kind, Stack):
        return is_complex(kind.item)
    return isinstance(kind, (Scalar, Array)) and kind.is_complex


def makes_complex(*trees):
    """Whether code holds what makes numbers complex that are real."""
    return any(
        isinstance(getattr(node, "value", None), complex)
        or getattr(node, "id", None) == "complex"
        or getattr(node, "attr", None) == "complex128"
        for tree in trees
        for node in walk(tree)
    )


def has_complex(plain):
    """Whether a function, or one that it calls, works with complex numbers.

    They need not have names: they come of names, of literals, or of what makes them.
    """
    return any(
        any(map(is_complex, function.kinds.values())) or makes_complex(function.node)
        for function in reached(plain)
    )
