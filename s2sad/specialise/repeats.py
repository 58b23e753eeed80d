"""Places and masks that one name holds are not found again for another.

places = np.flatnonzero(rows)           becomes     places = np.flatnonzero(rows)
s = np.sum(x[places])                               s = np.sum(x[places])
places_2 = np.flatnonzero(rows)                     places_2 = places
t = np.sum(w[places_2])                             t = np.sum(w[places_2])

Of names that s2sad made; what the author computes twice stays.
"""

import gast

from s2sad.facts.effects import is_silent
from s2sad.facts.indices import is_of_places
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.plain import Plain
from s2sad.facts.text import (
    Families,
    Known,
    may_change,
    root,
    stores,
    written_families,
)
from s2sad.facts.written import written_parameters
from s2sad.specialise.aliases import without_aliases
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import walk


def without_repeats(plain):
    """The plain function without these, nor names that only stand for others."""
    while True:
        plain = without_aliases(plain)
        repeats = _Repeats(plain)
        if len(repeats.single) > 1:
            repeats.block(plain.node.body, {})
        if not repeats.count:
            return plain


class _Repeats:
    """`single` are names that one statement alone gives anything, `count` the repeats.

    Their arrays hold integers or truths, nothing writes into them, and nobody outside
    gets them.
    """

    def __init__(self, plain):
        self.known, self.callees = _known(plain), plain.callees
        self.families = Families(plain.node, self.known)
        given = set() if plain.source.is_definition else names_in(plain.source.node)
        self.users = given | set(plain.parameters)
        self.single, self.count = self.found(plain), 0

    def found(self, plain):
        written = written_families(plain.node, self.known, self.families)
        bound, outside = {}, set(plain.parameters)
        for place, _ in stores(plain.node, self.known):
            if isinstance(place, gast.Name):
                bound[place.id] = bound.get(place.id, 0) + 1
        for node in walk(plain.node):
            outside |= set(map(root, _given_away(node)))
        return {
            name
            for name, count in bound.items()
            if count == 1 and name not in outside and _is_counted(plain.kinds.get(name))
            if self.families.of(name) not in written
        }

    def block(self, statements, held):
        """Read what is `held`, {text: (expression, names)}, in a block."""
        held = dict(held)
        for node in list(statements):
            if build.has_blocks(node):
                is_loop = not isinstance(node, gast.If)
                inner = self.unchanged(held, [node] if is_loop else [])
                self.block(node.body, inner)
                self.block(node.orelse, inner)
                held = self.unchanged(held, [node])
                continue
            held = self.unchanged(held, [node])
            if self.is_found(node):
                names, text = _names(node), gast.dump(node.value)
                if text not in held:
                    held[text] = node.value, names
                elif not self.users & set(names):
                    where = next(k for k, n in enumerate(statements) if n is node)
                    same = zip(names, held[text][1])
                    copies = [build.assign(a, build.name(b)) for a, b in same]
                    statements[where : where + 1] = [
                        gast.copy_location(new, node) for new in copies
                    ]
                    self.count += 1

    def unchanged(self, held, statements):
        return {
            text: (value, names)
            for text, (value, names) in held.items()
            if not may_change([value], statements, self.known, self.families)
        }

    def is_found(self, node):
        """Whether a statement gives these names what NumPy makes of others."""
        if not isinstance(node, gast.Assign) or isinstance(node.value, gast.Name):
            return False
        if not self.single.issuperset(_names(node)):
            return False
        return is_silent(node.value) or is_of_places(node.value, self.callees)


def _known(plain):
    arrays = {n for n, k in plain.kinds.items() if isinstance(k, (Array, Stack))}
    writes = {
        name: {callee.parameters.index(p) for p in written_parameters(callee)}
        for name, callee in plain.callees.items()
        if type(callee) is Plain
    }
    return Known(arrays, set(plain.kinds), writes=writes, kinds=plain.kinds)


def _names(node):
    """The names that an assignment binds; None for what is no name."""
    place = node.targets[0]
    items = place.elts if isinstance(place, gast.Tuple) else [place]
    return [getattr(item, "id", None) for item in items]


def _is_counted(kind):
    return isinstance(kind, Array) and not kind.is_float


def _given_away(node):
    """What is there for others once a statement has run."""
    if isinstance(node, gast.Return):
        return getattr(node.value, "elts", [node.value])
    if isinstance(node, gast.Call) and isinstance(node.func, gast.Attribute):
        return node.args if node.func.attr == "append" else []
    return []
