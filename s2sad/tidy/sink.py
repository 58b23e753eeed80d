"""What only one side of a branch has an adjoint for stands in that side.

z_bar = 0.0                         becomes     if np.isnan(z):
if np.isnan(z):                                     y_bar += w_bar
    y_bar += w_bar                              else:
else:                                               z_bar = w_bar
    z_bar += w_bar                                  s_bar -= z * z_bar / s
s_bar -= z * z_bar / s

On the other side it would add 0 times what may be nan there, and inf in the derivatives
of what was not chosen; it is work that is not done there.
"""

from collections import Counter

import gast

from s2sad.facts.calls import is_pop, spelling
from s2sad.facts.kinds import FLOAT
from s2sad.facts.numbers import zero
from s2sad.facts.order import effects
from s2sad.facts.text import Families
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Once, names_in
from s2sad.syntax.walk import walk


def sink(function, known):
    """The function with what adjoints of one side give in that side."""
    function.body = _Sinker(function, known).block(function.body)
    return function


class _Sinker:
    def __init__(self, function, known):
        self.known, self.families = known, Families(function, known)
        self.named, self.counts = Once(names_in), _mentions([function])

    def block(self, statements):
        out, place = list(statements), 0
        while place < len(out):
            changed = self.sunk(out, place)
            out = out if changed is None else changed
            place += changed is None
        return [self.inside(node) for node in out]

    def inside(self, node):
        if isinstance(node, (gast.If, gast.For, gast.While)):
            return build.with_blocks(node, self.block)
        return node

    def target(self, node):
        """The name of a number that a statement gives a value, or None."""
        if not isinstance(node, gast.Assign):
            return None
        name = getattr(node.targets[0], "id", None)
        return None if name in self.known.arrays else name

    def is_zero(self, node, name):
        """Whether a statement sets a number to zero."""
        return self.target(node) == name and number_of(node.value) == 0.0

    def sunk(self, out, place):
        """The block with what follows a branch in one of its sides, or None."""
        if not isinstance(out[place], gast.If):
            return None
        sides = {}
        for name in sorted(self.named(out[place]) & self.known.derived):
            found = self.side_of(out, place, name)
            if found is None:
                continue
            side, begin = found
            sides.setdefault(side, {})[name] = begin
            changed = self.moved(out, place, {name: begin}, side)
            changed = changed or self.begun_inside(out, place, name, side, begin)
            if changed is not None:
                return changed
        # what several give is 0 where all of them are
        several = (found for found in sides.items() if len(found[1]) > 1)
        changes = (self.moved(out, place, names, side) for side, names in several)
        return next(filter(None, changes), None)

    def side_of(self, out, place, name):
        """(the side of a branch after which a number may not be 0, where it began).

        The place is None where it did not begin at zero before; nothing if it may be
        other than 0 after both sides.
        """
        choice, found, begin = out[place], [], None
        if name in names_in(choice.test):
            return None
        for side in _SIDES:
            mentions = [n for n in getattr(choice, side) if name in self.named(n)]
            before = [n for n in out[:place] if name in self.named(n)]
            if not mentions and before and self.is_zero(before[-1], name):
                begin = before[-1]
            elif not mentions or not self.is_zero(mentions[-1], name):
                found.append(side)
        return (found[0], begin) if len(found) == 1 else None

    def moved(self, out, place, begun, side):
        """The block with what numbers give to others in one side of a branch.

        `begun` says of each where it began at zero before, or None.
        """
        after, choice, names = out[place + 1 :], out[place], begun.keys()
        moved, own, kept = self.followers(after, set(names))
        early = self.begun_early(out, place, moved)
        after = [node for node in after if node not in early]
        left = [node for node in after if node not in moved]
        counts = _mentions(moved)
        own_begins = [n for n in early if self.is_whole(n, counts)]
        early = [n for n in early if n not in own_begins]
        if not moved or not self.may_move(after, moved):
            return None
        if any(names & self.named(n) for n in left):
            return None
        if not all(self.is_alone(out, name) for name in names):
            return None
        if any(counts[word] != self.counts[word] for word in own - names):
            return None
        if any(self.is_mentioned_before(out, moved, word) for word in kept):
            return None
        bodies = {s: getattr(choice, s) for s in _SIDES}
        begins = [begin for begin in begun.values() if begin is not None]
        bodies[side] = [*begins, *bodies[side], *own_begins, *moved]
        new = gast.copy_location(gast.If(choice.test, *bodies.values()), choice)
        zeros = [build.assign(word, self.zero(word)) for word in sorted(kept)]
        self.counts.update(kept)
        before = [n for n in out[:place] if n not in begins]
        return [*zeros, *before, *early, new, *left]

    def begun_inside(self, out, place, name, side, begin):
        """The block with the begin of a sum in the side that alone mentions it."""
        choice = out[place]
        inside = _mentions(getattr(choice, side))[name]
        if begin is None or inside + 1 != self.counts[name]:
            return None
        bodies = {s: getattr(choice, s) for s in _SIDES}
        bodies[side] = [begin, *bodies[side]]
        new = gast.copy_location(gast.If(choice.test, *bodies.values()), choice)
        before = [n for n in out[:place] if n is not begin]
        return [*before, new, *out[place + 1 :]]

    def begun_early(self, out, place, moved):
        """The sums that begin behind a branch, and that what moves into it adds to."""
        named = {word for node in moved for word in self.named(node)}
        return [
            node
            for where, node in enumerate(out)
            if where > place and self.target(node) in named
            if self.is_zero(node, self.target(node))
            if not any(self.target(node) in self.named(n) for n in out[:where])
        ]

    def is_whole(self, begin, counts):
        """Whether a sum is mentioned nowhere but where it begins and in what moves."""
        name = self.target(begin)
        return counts[name] + 1 == self.counts[name]

    def is_alone(self, out, name):
        """Whether a number means nothing outside a block."""
        first = next(n for n in out if name in self.named(n))
        is_begun = self.target(first) == name and name not in names_in(first.value)
        return is_begun and _mentions(out)[name] == self.counts[name]

    def is_mentioned_before(self, out, moved, name):
        """Whether a number is mentioned before one of some statements sets it."""
        first = next((n for n in moved if self.target(n) == name), None)
        earlier = out if first is None else out[: out.index(first)]
        return any(name in self.named(n) for n in earlier)

    def followers(self, after, names):
        """(statements that add nothing where an adjoint is 0, their names, those kept).

        Names that others read as well are kept: they begin at zero.
        """
        kept = set()
        while True:
            found, own, lost = [], set(names), set()
            for node in after:
                if not self.named(node) & own:
                    continue
                new = self.linear(node, own, kept)
                if new is None:
                    lost = self.named(node) & own
                    break
                found.append(node)
                own |= new
            if names & lost:
                return [], own, kept
            if not lost:
                return found, own, kept
            kept |= lost

    def linear(self, node, own, kept, is_inner=False):
        """The names that a statement sets to 0 where `own` are; None if not only so."""
        if any(map(self.has_effect, walk(node))):
            return None
        if isinstance(node, (gast.For, gast.If)):
            head = node.iter if isinstance(node, gast.For) else node.test
            return None if own & names_in(head) else self.inner(node, own, kept)
        if isinstance(node, gast.AugAssign):
            is_sum = isinstance(node.op, (gast.Add, gast.Sub))
            # one that is 0 stays so where 0 is added to it
            is_own = getattr(node.target, "id", None) in own - kept and not is_inner
            is_free = is_sum and (is_own or not own & self.named(node.target))
            return set() if is_free and _is_linear(node.value, own) else None
        name = self.target(node)
        if name is None or name in own or not _is_linear(node.value, own):
            return None
        if name in kept:
            return None if is_inner else set()
        return {name}

    def has_effect(self, node):
        """Whether a call changes what it is given, as one that takes from a list."""
        return isinstance(node, gast.Call) and (
            is_pop(node) or bool(self.known.written(node))
        )

    def inner(self, node, own, kept):
        """The same of what stands in a loop or a branch."""
        found = set()
        for child in [*node.body, *node.orelse]:
            if not isinstance(child, gast.Pass):
                new = self.linear(child, own | found, kept, True)
                if new is None:
                    return None
                found |= new
        return found

    def may_move(self, after, moved):
        """Whether statements may change places with those that stay before them."""
        stays = []
        for node in after:
            if node not in moved:
                stays.append(node)
            elif stays:
                one, other = (
                    effects(n, self.known, self.families) for n in ([node], stays)
                )
                if one.conflicts(other) or other.is_leaving:
                    return False
        return True

    def zero(self, name):
        return zero(self.known.kinds.get(name, FLOAT))


_SIDES = ("body", "orelse")


def _mentions(nodes):
    """{name: how often code mentions it}."""
    return Counter(
        n.id for node in nodes for n in walk(node) if isinstance(n, gast.Name)
    )


def _is_linear(node, own):
    """Whether an expression is 0 where some names are, whatever the others are."""
    if isinstance(node, gast.Name):
        return node.id in own
    if isinstance(node, gast.UnaryOp):
        return isinstance(node.op, gast.USub) and _is_linear(node.operand, own)
    if isinstance(node, gast.Call):
        is_part = spelling(node.func) in _PARTS
        return is_part and len(node.args) == 1 and _is_linear(node.args[0], own)
    if not isinstance(node, gast.BinOp):
        return False
    left, right = _is_linear(node.left, own), _is_linear(node.right, own)
    if isinstance(node.op, (gast.Add, gast.Sub)):
        return left and right
    if isinstance(node.op, gast.Mult) and right:
        return not own & names_in(node.left)
    is_factor = isinstance(node.op, (gast.Mult, gast.Div))
    return is_factor and left and not own & names_in(node.right)


_PARTS = {"np.real", "np.imag", "np.conj"}
