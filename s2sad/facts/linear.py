"""A number whose derivatives are already known: `@linear(value, x, y_by_x, ...)`.

It is the value, and its derivative by each x is the number after it. The name of the
call is none that Python takes: what is printed is the value.
"""

import gast

from s2sad.facts.kinds import FLOAT
from s2sad.syntax import build
from s2sad.syntax.names import rewritten

_NAME = "@linear"
# What such a call gives, as the kinds of names say it.
KINDS = {_NAME: FLOAT}


def combined(value, pairs):
    """The call for a value, and pairs of a leaf and the derivative by it."""
    return build.call(_NAME, value, *[item for pair in pairs for item in pair])


def is_linear(node):
    return (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Name)
        and node.func.id == _NAME
    )


def pairs_of(node):
    """[(leaf, derivative by it)] of such a call."""
    items = node.args[1:]
    return list(zip(items[::2], items[1::2]))


def value_of(node):
    return node.args[0]


def printed(tree):
    """A tree as it is printed, with the values of such calls."""
    return rewritten(tree, lambda node: value_of(node) if is_linear(node) else None)
