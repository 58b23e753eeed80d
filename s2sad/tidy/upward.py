"""A loop of the reverse sweep whose trips may run in any order counts upward.

for i in range(n - 1, -1, -1):          becomes     for i in range(n):
    x_bar[i] += 2.0 * x[i] * s_bar                      x_bar[i] += 2.0 * x[i] * s_bar

It is easier to read, and compilers turn it into vector instructions more readily.
"""

import gast

from s2sad.facts.apart import Apart
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import bound


def upward(function, known):
    """The function with its loops upward where that makes no difference."""
    if known.is_reverse:
        apart = Apart(function, known, may_add=True)
        function.body = [_turned(node, apart) for node in function.body]
    return function


def _turned(node, apart):
    """A statement with the loops in it turned where they may be."""
    if not build.has_blocks(node):
        return node
    new = build.with_blocks(node, lambda b: [_turned(n, apart) for n in b])
    if isinstance(node, gast.For) and _may_turn(node, apart):
        new.iter = build.call("range", *_upward(*node.iter.args))
    return new


def _may_turn(loop, apart):
    bounds = loop.iter.args
    is_downward = len(bounds) == 3 and number_of(bounds[2]) == -1
    return is_downward and apart.is_apart(loop) and not _sums_values(loop, apart)


def _sums_values(loop, apart):
    """Whether a loop sums what is no derivative: its last digits would change."""
    known, written = apart.known, apart.written(loop)
    changed = {n for n in known.arrays if apart.families.of(n) in written}
    changed |= bound(*loop.body)
    return any(apart.only_added(name, loop) for name in changed - known.derived)


def _upward(first, stop, _):
    """The bounds of a range that counts down, upward."""
    begin, end = shifted(stop, 1), shifted(first, 1)
    return [end] if number_of(begin) == 0 else [begin, end]
