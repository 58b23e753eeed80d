"""Loops that count through a list whose items do not fit into one array.

for i in range(len(layers)):            becomes     x = np.tanh(layers_0 @ x)
    x = np.tanh(layers[i] @ x)                      x = np.tanh(layers_1 @ x)

A part that is taken at run time comes from an array that stands for the list. Arrays
of different lengths, or functions, or tuples that hold such, have none; and lengths of
which it is not known that they are the same may differ.
"""

import gast

from s2sad.called.parts import known_parts
from s2sad.called.uniform import fits, is_table
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.values import Record, Static
from s2sad.known.comparable import Undetermined
from s2sad.known.trial import at_once
from s2sad.specialise.forks import Forked, Hoisted, Split
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk

_UNKNOWN = (RefusalError, NoKind, Undetermined, Forked, Hoisted, Split)


def counts_through(frame, loop, trips):
    """Whether a loop, of a range that is known, counts through an uneven list."""
    changing = bound(loop)
    subscripts = (n for n in walk(loop) if isinstance(n, gast.Subscript))
    seen = set()
    for node in subscripts:
        words = gast.dump(node.value)
        counted = names_in(node.slice) & names_in(loop.target)
        if words in seen or not counted or names_in(node.value) & changing:
            continue
        seen.add(words)
        if _is_uneven(frame, node.value, len(trips)):
            return True
    return False


def _is_uneven(frame, node, count):
    """Whether a node is a list, at least so long, that no array can stand for."""
    value = at_once(frame, lambda: frame.expressions.value(node))
    if is_table(value) or not isinstance(value, (Record, Static)):
        return False
    try:
        parts = known_parts(frame, value, node)
    except _UNKNOWN:
        return False
    return parts is not None and len(parts) >= count and not fits(frame, parts)
