"""An array of derivatives is handed over, not copied, where its name is not read again.

new_bar = u_bar.copy()              becomes     new_bar = u_bar
u_bar = np.zeros_like(u)                        u_bar = np.zeros_like(u)
"""

import gast

from s2sad.facts.text import Families
from s2sad.syntax import build
from s2sad.syntax.names import is_set_anew, names_in, parameters
from s2sad.syntax.walk import walk


def hand(function, known):
    """The function with copies of arrays that are gone as other names for these."""
    handing, body = _Handing(function, known), function.body
    function.body = [handing.outer(body, place) for place in range(len(body))]
    return function


class _Handing:
    """Goes through one function; `unbound` are names that get values only later."""

    def __init__(self, function, known):
        self.known, self.families = known, Families(function, known)
        self.body, self.given = function.body, set(parameters(function))
        self.unbound = self.known.arrays - self.given

    def outer(self, statements, place):
        """A statement of the function's own block, after those before it."""
        self.unbound = self.unbound - names_in(statements[place])
        return self.statement(statements, place)

    def block(self, statements):
        return [self.statement(statements, place) for place in range(len(statements))]

    def statement(self, statements, place):
        node = statements[place]
        if build.has_blocks(node):
            return build.with_blocks(node, self.block)
        if not self.is_gone(self.copied(node), statements, place):
            return node
        handed = gast.Assign(node.targets, node.value.func.value, None)
        return gast.copy_location(handed, node)

    def copied(self, node):
        """The derivatives of which a statement gives a name a copy, or None."""
        value = node.value if isinstance(node, gast.Assign) else None
        if not isinstance(value, gast.Call) or not isinstance(
            value.func, gast.Attribute
        ):
            return None
        name = getattr(value.func.value, "id", None)
        is_copy = value.func.attr == "copy" and isinstance(node.targets[0], gast.Name)
        is_own = name in self.known.derived - self.given and self.known.is_own(name)
        return name if is_copy and is_own and self.is_alone(name) else None

    def is_alone(self, name):
        """Whether no other name can be of the same array by now."""
        family = self.families.of(name)
        others = self.known.arrays - self.unbound - {name}
        return not any(self.families.of(other) == family for other in others)

    def is_gone(self, name, statements, place):
        """Whether an array is not looked at again once it was copied."""
        if name is None:
            return False
        for node in statements[place + 1 :]:
            if name in names_in(node):
                return is_set_anew(node, name)
        first = next(node for node in statements if name in names_in(node))
        is_here = _count(name, statements) == _count(name, self.body)
        return is_here and is_set_anew(first, name)


def _count(name, statements):
    inside = (n for node in statements for n in walk(node))
    return sum(isinstance(n, gast.Name) and n.id == name for n in inside)
