"""Arrays that each trip of a loop fills anew are made once, before the loop.

for i in range(n):                          becomes     s_saved = np.empty(len(x))
    s_saved = np.empty(len(x))                          for i in range(n):
    for j in range(len(x)):                                 for j in range(len(x)):
        s_saved[j] = s                                          s_saved[j] = s

Nothing is allocated in a hot loop.  Trips that are to run at once keep arrays of their
own.
"""

import re

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.extents import Extents
from s2sad.facts.plain import Plain
from s2sad.facts.regions import Tree
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk


def hoist(function, known):
    """The function with what its loops allocate anew before them."""
    if known.is_parallel:
        return function
    plain = Plain(function.name, function, None, known.kinds, [], None, {})
    hoister = _Hoister(function, Extents(Tree(plain), known.shadows))
    function.body = hoister.block(function.body)
    return function


class _Hoister:
    def __init__(self, function, extents):
        self.function, self.extents = function, extents

    def block(self, statements):
        out = []
        for node in statements:
            if isinstance(node, gast.If):
                sides = (self.block(b) for b in (node.body, node.orelse))
                node = gast.copy_location(gast.If(node.test, *sides), node)
            elif isinstance(node, (gast.For, gast.While)):
                body = self.block(node.body)
                moved = [n for n in body if self.may_move(n, node)]
                out += moved
                body = [n for n in body if all(n is not other for other in moved)]
                node = gast.copy_location(build.with_body(node, body), node)
            out.append(node)
        return out

    def may_move(self, node, loop):
        """Whether a statement makes an array that a loop may use in all its trips."""
        if not isinstance(node, gast.Assign) or not isinstance(
            node.targets[0], gast.Name
        ):
            return False
        name, value = node.targets[0].id, node.value
        return (
            isinstance(value, gast.Call)
            and spelling(value.func) == "np.empty"
            and self.is_bound_once(name)
            and not names_in(*value.args) & bound(loop)
            and all(map(self.is_length, _lengths(value.args[0])))
            and _uses(name, self.function) == _uses(name, loop)
            and _uses(name, loop) == _elements(name, loop)
        )

    def is_bound_once(self, name):
        return len(self.extents.tree.defs.get(name, [])) == 1

    def is_length(self, node):
        """Whether an integer is surely no negative one, also if the loop never runs."""
        words = self.extents.of(node)
        return words is not None and bool(re.fullmatch(r"\d+|\w+\.shape\[\d\]", words))


def _lengths(shape):
    return shape.elts if isinstance(shape, gast.Tuple) else [shape]


def _uses(name, code):
    """How often code reads a name."""
    return sum(
        isinstance(n, gast.Name) and n.id == name and isinstance(n.ctx, gast.Load)
        for n in walk(code)
    )


def _elements(name, code):
    """How often code has an element of an array."""
    return sum(
        isinstance(n, gast.Subscript)
        and isinstance(n.value, gast.Name)
        and n.value.id == name
        and not any(isinstance(part, gast.Slice) for part in walk(n.slice))
        for n in walk(code)
    )
