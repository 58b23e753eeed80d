"""Loops whose trips touch nothing of each other run at once, where that is asked for.

for i in range(n):              becomes     for i in prange(n):
    x_bar[i] += 2.0 * x[i]                      x_bar[i] += 2.0 * x[i]

Each trip must write elements of its own, at an index that is no other trip's, and may
only add to numbers, which Numba sums apart. Where trips add to shared elements the loop
stays as it is: it would race.
"""

import gast

from s2sad.facts.apart import Apart
from s2sad.syntax import build
from s2sad.syntax.build import number_of


def parallel(function, known):
    """The function with its outermost loops in parallel where they may be."""
    function.body = _block(function.body, Apart(function, known))
    return function


def _block(statements, apart):
    out = []
    for node in statements:
        if isinstance(node, gast.If):
            body, orelse = (_block(b, apart) for b in (node.body, node.orelse))
            node = gast.copy_location(gast.If(node.test, body, orelse), node)
        elif isinstance(node, gast.For) and _is_upward(node) and apart.is_apart(node):
            iterator = build.call("prange", *node.iter.args)
            new = gast.For(node.target, iterator, node.body, [], None)
            node = gast.copy_location(new, node)
        out.append(node)
    return out


def _is_upward(loop):
    bounds = loop.iter.args
    return len(bounds) < 3 or number_of(bounds[2]) == 1
