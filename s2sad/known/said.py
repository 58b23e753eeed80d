"""What a text says of its own functions: which of SciPy's each one is.

The text of a derivative stands alone, so what it calls of SciPy is written out in it,
and its docstring says so: "The binomial coefficient: scipy.special.binom(n, 3.0)."

The derivative of such a function is another than that of its lines, which at special
points are constants. Who reads the text again looks for these words.
"""

import ast
import re
import sys

import gast

from s2sad.facts.values import Expression
from s2sad.known.comparable import comparable
from s2sad.known.definitions import DEFINITIONS, METHODS
from s2sad.syntax.source import DEFINING

_LITERALS = (bool, int, float, str, type(None))
_CALL = re.compile(r": ((?:math|numpy|scipy|s2sad\.library)\.[\w.]+\(.*\))\.$")


def docstring(plain):
    """What the text says of a plain function: the words of its source, if it has any.

    Of a definition that has a derivative given, they end in the call it stands for.
    """
    source = plain.source
    doc = gast.get_docstring(source.node)
    line = source.node.lineno
    is_inside = getattr(plain.node, "lineno", line) != line  # a lambda, or a def
    if doc is None or is_inside or source.node.name != source.function.__name__:
        return None
    is_given = source.is_definition and source.is_opaque
    words = _words(plain) if is_given else None
    return doc if words is None else f"{doc.rstrip().rstrip('.')}: {words}."


def _words(plain):
    """The call that a plain function of a definition stands for, or None."""
    words = []
    for _, leaves, value in plain.structure:
        if isinstance(value, Expression):
            words.append(leaves[0][0])
            continue
        known = comparable(value)
        if known is None or not _is_literal(known.value):
            return None
        words.append(repr(known.value))
    return f"{full_name(plain.source.function)}({', '.join(words)})"


def _is_literal(value):
    if isinstance(value, tuple):
        return all(map(_is_literal, value))
    return isinstance(value, _LITERALS)


def call_said(doc):
    """(definition, the trees of its arguments) that a docstring names, or None."""
    found = _CALL.search(" ".join((doc or "").split()))
    if found is None:
        return None
    try:
        call = ast.parse(found[1], mode="eval").body
    except SyntaxError:
        return None
    if not isinstance(call, ast.Call) or call.keywords:
        return None
    definition = _definition(ast.unparse(call.func))
    return definition and (definition, call.args)


def full_name(function):
    """The name of what a definition says: `numpy.linspace`."""
    own = f"{function.__module__}.{function.__name__}"
    known = (
        word
        for word, definition in DEFINITIONS.items()
        if definition is function and not word.startswith(METHODS)
    )
    return next(known, own)


def _definition(word):
    """What stands behind a full name, if it is a definition."""
    if word in DEFINITIONS or not word.startswith(DEFINING):
        return DEFINITIONS.get(word)
    module, _, name = word.rpartition(".")
    return getattr(sys.modules.get(module), name, None)
