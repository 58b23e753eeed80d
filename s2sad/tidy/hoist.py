"""Arrays that each trip of a loop makes anew are made once, before the loop.

for i in range(n):                      becomes     v = np.empty(3)
    v = np.zeros(3)                                 for i in range(n):
    for j in range(3):                                  v[:] = 0.0
        v[j] += x[i, j]                                 for j in range(3):
    s += v[0] / v[1]                                        v[j] += x[i, j]
                                                        s += v[0] / v[1]

Nothing is allocated in a hot loop.  Trips that are to run at once keep arrays of their
own, and so do arrays that outlive their trip under another name.
"""

import re

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.extents import Extents
from s2sad.facts.kinds import Array
from s2sad.facts.lent import is_lent
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, reads

# What fills a new array, if anything does.
_FILLED = {
    "np.empty": None,
    "np.zeros": 0,
    "np.ones": 1,
    "np.empty_like": None,
    "np.zeros_like": 0,
    "np.ones_like": 1,
}


def hoist(function, known):
    """The function with what its loops allocate anew before them."""
    if known.is_parallel:
        return function
    function.body = _Hoister(function, known).block(function.body)
    return function


class _Hoister:
    def __init__(self, function, known):
        self.function, self.known, self.moved = function, known, set()
        self.extents = Extents.of_text(function, known)
        self.tree = self.extents.tree

    def block(self, statements):
        out = []
        for node in statements:
            if isinstance(node, gast.If):
                node = build.with_blocks(node, self.block)
            elif isinstance(node, (gast.For, gast.While)):
                node = self.loop(node, out)
            out.append(node)
        return out

    def loop(self, node, before):
        """A loop without the arrays that `before` takes."""
        body = []
        for child in self.block(node.body):
            if not self.may_move(child, node):
                body.append(child)
                continue
            name, call = child.targets[0].id, child.value
            self.moved.add(name)
            made, value = self.parts(name, call)
            before.append(gast.copy_location(build.assign(name, made), child))
            if value is not None:
                whole = build.subscript(build.name(name), gast.Slice(None, None, None))
                filled = build.assign(whole, build.constant(value))
                body.append(gast.copy_location(filled, child))
        return gast.copy_location(build.with_body(node, body), node)

    def parts(self, name, call):
        """(the call that makes an array of no values, what fills it or None)."""
        word = spelling(call.func) or ""
        fill = _FILLED[word]
        if fill is not None and self.known.kinds[name].is_float:
            fill = float(fill)
        empty = "np.empty_like" if word.endswith("_like") else "np.empty"
        path = build.attribute(*empty.split("."))
        return gast.Call(path, call.args, call.keywords), fill

    def may_move(self, node, loop):
        """Whether a statement makes an array that a loop may use in all its trips."""
        if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Call):
            return False
        (place,), call = node.targets, node.value
        word = spelling(call.func) or ""
        if not isinstance(place, gast.Name) or word not in _FILLED:
            return False
        name, is_empty = place.id, _FILLED[word] is None
        inside = bound(loop) - (self.moved - {name})
        return (
            (is_empty or isinstance(self.known.kinds.get(name), Array))
            and len(self.tree.defs.get(name, [])) == 1
            and name not in self.tree.plain.parameters
            and not names_in(*call.args) & inside
            and self.is_sized(call, loop)
            and self.is_only_inside(name, loop)
            and not is_lent(name, loop, self.known)
        )

    def is_sized(self, call, loop):
        """Whether the new array's size is known before a loop, and is no negative one.

        The loop may have no trips, and the array may never be asked for.
        """
        first = call.args[0]
        if (spelling(call.func) or "").endswith("_like"):
            return isinstance(first, gast.Name) and self.is_there(first.id, loop)
        return all(map(self.is_length, _lengths(first))) and all(
            self.is_there(name, loop) for name in names_in(first) - {"len"}
        )

    def is_length(self, node):
        words = self.extents.of(node)
        return words is not None and bool(re.fullmatch(r"\d+|\w+\.shape\[\d\]", words))

    def is_there(self, name, loop):
        """Whether an array surely exists before a loop."""
        if name in self.moved or name in self.tree.plain.parameters:
            return True
        around = [region for region, _ in self.tree.chain(loop)]
        defs = self.tree.defs.get(name, [])
        return any(self.tree.region_of(n) in around for n in defs)

    def is_only_inside(self, name, loop):
        """Whether nothing outside a loop reads a name."""
        return all(
            self.tree.inside(node, loop) or name not in self.own_reads(node)
            for node in self.tree.statements
        )

    def own_reads(self, node):
        """The names that a statement itself reads, without those in its blocks."""
        if isinstance(node, (gast.If, gast.While)):
            return reads(node.test)
        return reads(node.iter) if isinstance(node, gast.For) else reads(node)


def _lengths(shape):
    return shape.elts if isinstance(shape, gast.Tuple) else [shape]
