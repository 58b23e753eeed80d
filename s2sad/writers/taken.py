"""An adjoint that is called takes of its function's arguments what it looks at.

def fill_adjoint(y, x, y_bar, x_bar):   becomes     def fill_adjoint(x, y_bar, x_bar):
    for i in range(len(y)):                             for i in range(len(y_bar)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]                   x_bar[i] += 2.0 * x[i] * ...
        y_bar[i] = 0.0                                      y_bar[i] = 0.0

How long an array is, its shadow tells as well. What is not taken, callers need not have
as it was before the call.
"""

from collections import Counter

import gast

from s2sad.facts.text import is_shape
from s2sad.syntax import build
from s2sad.syntax.names import parameters, renamed
from s2sad.syntax.walk import walk


def with_taken(made, names):
    """An adjoint that takes no more than it looks at of the arguments of these names.

    `made.taken` says which these are, in terms of the function's own parameters.
    """
    node, count = made.node, len(names)
    given, others = parameters(node)[:count], parameters(node)[count:]
    bars = dict(zip(made.shadows, others[len(others) - len(made.shadows) :]))
    new_names, kept = {}, []
    for name, own in zip(names, given):
        if not _mentions(node, own):
            continue
        if name in bars and _is_only_measured(node, own):
            new_names[own] = bars[name]
            continue
        kept.append((name, own))
    made.taken = [name for name, _ in kept]
    made.node = _with_parameters(node, [own for _, own in kept] + others, new_names)
    return made


def _with_parameters(node, names, new_names):
    body = [renamed(statement, new_names) for statement in node.body]
    return gast.copy_location(build.function(node.name, names, body), node)


def _mentions(node, name):
    inside = (n for statement in node.body for n in walk(statement))
    return sum(isinstance(n, gast.Name) and n.id == name for n in inside)


def _is_only_measured(node, name):
    """Whether nothing of an array is asked but its lengths."""
    shapes = (n for statement in node.body for n in walk(statement) if is_shape(n))
    asked = Counter(getattr(_array_of(n), "id", None) for n in shapes)
    return asked[name] == _mentions(node, name)


def _array_of(node):
    """The array of `x.shape`, or of `len(x)`."""
    return node.value if isinstance(node, gast.Attribute) else node.args[0]
