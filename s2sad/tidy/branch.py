"""Branches on one condition become one, and nothing is set again to what it is.

if x[i] > 0.0:                      becomes     if x[i] > 0.0:
    s = math.sqrt(x[i])                             s = math.sqrt(x[i])
    total += s                                      total += s
s_bar = 0.0                                         x_bar[i] += s_bar / (2.0 * s)
if x[i] > 0.0:
    s = math.sqrt(x[i])
    x_bar[i] += s_bar / (2.0 * s)

A branch inside a branch on the same condition is decided.
"""

import gast

from s2sad.facts.kinds import Scalar
from s2sad.facts.order import LEAVING, effects
from s2sad.facts.text import Families, root, stores
from s2sad.syntax import build
from s2sad.syntax.names import names_in


def branch(function, known):
    """The function with one branch for each condition, where order allows it."""
    function.body = _Brancher(function, known).block(function.body)
    return function


class _Brancher:
    def __init__(self, function, known):
        self.known, self.families = known, Families(function, known)

    def block(self, statements):
        out = []
        for node in statements:
            place = self.partner(out, node)
            if place is None:
                out.append(node)
                continue
            first, between = out[place], out[place + 1 :]
            sides = _one(first.body, node.body), _one(first.orelse, node.orelse)
            joined = gast.copy_location(gast.If(node.test, *sides), first)
            is_first = not self.crosses(between, node)
            out[place:] = [joined, *between] if is_first else [*between, joined]
        return self.once([self.inside(node) for node in out])

    def inside(self, node):
        if isinstance(node, gast.If):
            sides = self.decided(node, node.body), self.decided(node, node.orelse)
            node = gast.copy_location(gast.If(node.test, *sides), node)
        return build.with_blocks(node, self.block) if build.has_blocks(node) else node

    def decided(self, choice, side):
        """A side of a branch, in which it is known how its test came out."""
        out = []
        for place, node in enumerate(side):
            is_same = isinstance(node, gast.If) and _is_one(node.test, choice.test)
            if is_same and not self.changes(side[:place], node.test):
                out += node.body if side is choice.body else node.orelse
            else:
                out.append(node)
        return out or [gast.Pass()] * (side is choice.body)

    def partner(self, statements, node):
        """The index of an earlier branch on one condition, which may be one with it."""
        if not isinstance(node, gast.If):
            return None
        test = gast.dump(node.test)
        for place in range(len(statements) - 1, -1, -1):
            other, between = statements[place], statements[place + 1 :]
            if build.is_comment(other):
                return None
            if isinstance(other, gast.If) and gast.dump(other.test) == test:
                if self.changes([other, *between], node.test):
                    return None
                is_free = any(not self.crosses(between, n) for n in (other, node))
                return place if is_free else None
        return None

    def changes(self, statements, node):
        """Whether statements change what an expression reads."""
        changed = {root(p) for s in statements for p, _ in stores(s, self.known)}
        return bool(self.of(changed) & self.of(names_in(node)))

    def of(self, names):
        """Names, and the families of those that are arrays."""
        return {self.families.of(n) if n in self.known.arrays else n for n in names}

    def crosses(self, between, moved):
        """Whether a statement may not move past others."""
        own = effects([moved], self.known, self.families)
        others = effects(between, self.known, self.families)
        is_leaving = own.is_leaving or others.is_leaving
        return bool(between) and (own.conflicts(others) or is_leaving)

    def once(self, statements):
        """The block without numbers that are set again to what they are."""
        out, held = [], {}
        for node in statements:
            text = gast.dump(node) if _is_naming(node) else None
            if text in held:
                continue
            out.append(node)
            changed = self.of({root(place) for place, _ in stores(node, self.known)})
            held = {t: names for t, names in held.items() if not names & changed}
            if self.is_number(node) and not changed & self.of(names_in(node.value)):
                held[text] = self.of(names_in(node))
        return out

    def is_number(self, node):
        """Whether a statement does nothing but give a number a name."""
        if not _is_naming(node):
            return False
        is_pure = not any(stores(node.value, self.known))
        return is_pure and isinstance(self.known.kind(node.value), Scalar)


def _is_naming(node):
    """Whether a statement gives a value one name."""
    return isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)


def _is_one(first, second):
    return gast.dump(first) == gast.dump(second)


def _one(first, second):
    """Two blocks, one after the other: what comes after a raise goes."""
    is_left = first and isinstance(first[-1], LEAVING)
    return first if is_left else [*first, *second]
