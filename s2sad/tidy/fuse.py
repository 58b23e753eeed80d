"""A loop that walks forward and back at once takes in the loop that only walks forward.

for i in range(n):                  becomes     for i in range(n):
    s += math.exp(x[i])                             exp_x = math.exp(x[i])
for i in range(n):                                  s += exp_x
    exp_x = math.exp(x[i])                          x_bar[i] += exp_x
    x_bar[i] += exp_x

So the value and the gradient of a sum of independent terms are one loop.
"""

import gast

from s2sad.facts.exposed import exposed
from s2sad.facts.order import effects
from s2sad.facts.text import Families
from s2sad.syntax import build
from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk
from s2sad.tidy.weave import Weaver


def fuse(function, known):
    """The function with the forward part of independent loops in their one sweep."""
    if known.is_reverse:
        function.body = _Fuser(function, known).block(function.body)
    return function


class _Fuser:
    def __init__(self, function, known):
        self.known = known
        self.families = Families(function, known)
        self.members = {}
        for name in known.arrays:
            self.members.setdefault(self.families.of(name), set()).add(name)

    def block(self, statements):
        out = list(statements)
        for place in range(len(out)):
            if _is_fused(out[place]):
                fused = self.into(out, place)
                if fused is not None:
                    return self.block(fused)
        return out

    def into(self, out, place):
        """The block with an earlier loop taken into the one after a comment."""
        ends = [n for n in range(place + 1, len(out)) if _is_loop(out[n])]
        if not ends:
            return None
        end = ends[0]
        for start in range(place - 1, -1, -1):
            fused = self.fused(out, start, end, [])
            if fused is not None:
                return fused
        return None

    def fused(self, body, start, end, rest):
        """A block with its loop at `start` taken into that at `end`; None if not so.

        `rest` may run after the block.
        """
        first, second = body[start], body[end]
        if not _same_header(first, second):
            return None
        between = body[start + 1 : end]
        later = self.moved_past(first, between)
        inner = self.joined(first, second, [*body[end + 1 :], *rest])
        if later is None or inner is None or self.clash(later, second):
            return None
        loop = gast.copy_location(build.with_body(second, inner), second)
        earlier = [n for n in between if n not in later]
        return [*body[:start], *earlier, loop, *later, *body[end + 1 :]]

    def moved_past(self, loop, between):
        """What must come after a loop that moves down; None if it can't move."""
        moving, later = self.effects([loop]), []
        for node in between:
            own = self.effects([node])
            if not own.conflicts(moving):
                continue
            if own.writes & moving.reads or build.is_comment(node):
                return None
            later.append(node)
            moving.reads |= own.reads
            moving.writes |= own.writes
        return later

    def clash(self, later, loop):
        return self.effects(later).conflicts(self.effects([loop]))

    def joined(self, first, second, rest):
        """The bodies of two loops one after the other; None if they depend.

        What both set for themselves, and `rest` does not read, makes them no strangers.
        """
        forward, back = self.effects([first]), self.effects([second])
        parts = (first.body, second.body, rest)
        shown = set().union(*(exposed(part)[0] for part in parts))
        own = self.private(first, second, shown)
        for sweep in (forward, back):
            sweep.reads -= own
            sweep.writes -= own
        if forward.conflicts(back):
            return None
        weaver = Weaver(self.effects, _counters(first, second) - shown)
        return self.nested(weaver.woven(first.body, second.body), rest)

    def private(self, first, second, shown):
        """What both loops set for themselves in each trip, and nobody reads after it.

        Of arrays that all are made in the trip, the contents are.
        """
        sides = [bound(first), bound(second)]
        private = (sides[0] & sides[1]) - shown | {first.target.id}
        made = (sides[0] | sides[1]) - shown
        apart = {f for f, names in self.members.items() if names <= made}
        return private | {("contents", family) for family in apart}

    def nested(self, body, rest):
        """Loops over the same range that now stand in one body become one."""
        for end in range(len(body)):
            for start in range(end - 1, -1, -1):
                fused = self.fused(body, start, end, [*body, *rest])
                if fused is not None:
                    return self.nested(fused, rest)
        return body

    def effects(self, statements):
        return effects(statements, self.known, self.families)


def _is_loop(node):
    return isinstance(node, (gast.For, gast.While))


def _is_fused(node):
    """Whether a statement stands for the comment over a loop of both sweeps."""
    return build.is_comment(node) and node.value.value == "#: fused"


def _counters(*loops):
    """The names that loops inside others give a value."""
    inner = (node for loop in loops for node in walk(loop))
    return {node.target.id for node in inner if isinstance(node, gast.For)}


def _same_header(first, second):
    if not isinstance(first, gast.For) or not isinstance(second, gast.For):
        return False
    if first.target.id != second.target.id:
        return False
    if gast.dump(first.iter) != gast.dump(second.iter):
        return False
    inside = [node for loop in (first, second) for node in walk(loop)]
    return not any(isinstance(node, (gast.Break, gast.Return)) for node in inside)
