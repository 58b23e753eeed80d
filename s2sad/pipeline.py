"""The journey of a function, one line a stage.

    read            a callable              to its source's tree and what its names mean
    specialise      the tree, kinds         to plain form
    differentiate   plain form              to a tangent or an adjoint
    tidy            that                    to what a person would have written
    print, compile  that                    to text, and to a callable

`differentiate` is called by the writers, which know what is asked for; printing and
compiling come when a module is complete.
"""

import gast

from s2sad.facts.effects import speaks
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.text import Known
from s2sad.facts.written import written_parameters
from s2sad.known.said import docstring
from s2sad.syntax.names import copied
from s2sad.syntax.source import read
from s2sad.syntax.spelled import spelled
from s2sad.tidy.begin import begin
from s2sad.tidy.branch import branch
from s2sad.tidy.check import check
from s2sad.tidy.counted import counted
from s2sad.tidy.direct import direct
from s2sad.tidy.drop import drop
from s2sad.tidy.fit import fit
from s2sad.tidy.fuse import fuse
from s2sad.tidy.gather import gather
from s2sad.tidy.hand import hand
from s2sad.tidy.hoist import hoist
from s2sad.tidy.inline import inline
from s2sad.tidy.leave import leave
from s2sad.tidy.merge import merge
from s2sad.tidy.narrate import narrate
from s2sad.tidy.recall import recall
from s2sad.tidy.rename import rename
from s2sad.tidy.renew import renew
from s2sad.tidy.share import share
from s2sad.tidy.sink import sink
from s2sad.tidy.stencil import stencil
from s2sad.tidy.upward import upward
from s2sad.watch import shown, watched

# Again and again, until nothing more goes.
TIDY = (sink, merge, check, branch, sink, fuse, inline, renew, share, drop, direct)
ONCE = (gather, stencil, upward, hand, begin, hoist, rename, counted)
FINISH = (leave, fit, narrate)


def specialised(unit, function, values):
    """(Plain, leaves) of a Python function for {parameter: value}."""
    source = read(function)
    name = source.function.__name__
    name = "function" if name == "<lambda>" else name.strip("_") or name
    return unit.function(source, source.node, name, values)


def primal(plain, functions):
    """(the node of a plain function that stands in a text, what is known of it).

    `functions` are those it may call, and itself.
    """
    node = copied(plain.node)
    if (doc := docstring(plain)) is not None:
        node.body.insert(0, gast.Expr(gast.Constant(doc, None)))
    arrays = {n for n, k in plain.kinds.items() if isinstance(k, (Array, Stack))}
    known = Known(arrays, set(plain.kinds), writes=written_arguments(functions))
    known.speaking = {p.name: set() for p in functions if speaks(p)}
    known.kinds = plain.kinds
    return fit(leave(drop(check(node, known), known))), known


def written_arguments(functions):
    """{name of a plain function: positions of the parameters that it writes}."""
    return {
        plain.name: {plain.parameters.index(p) for p in written_parameters(plain)}
        for plain in functions
    }


def shortened(node, known):
    """The function with what is not needed gone, until nothing more goes."""
    before = None
    while (words := spelled(node)) != before:
        before = words
        for shorten in TIDY:
            node = shown(shorten.__name__, shorten(node, known))
    return watched("shortened", node)


def tidied(node, known):
    """The function shortened until nothing more goes, and told what it does."""
    node = shortened(watched("differentiate", node), known)
    before = spelled(node)
    node = watched("recall", recall(node, known))
    if spelled(node) != before:
        node = shortened(node, known)
    for change in ONCE:
        node = watched(change.__name__, change(node, known))
    for finish in FINISH:
        node = watched(finish.__name__, finish(node))
    return node
