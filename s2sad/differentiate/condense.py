"""Arrays that hold what a loop would add to zeros are read as what was to be added.

for c in range(n):                      becomes
    m_dot[c] = 0.0
for j in range(n):                      for j in range(n):
    m += a[i, j] * x[j]                     m += a[i, j] * x[j]
    m_dot[j] += a[i, j]
for c in range(n):                      for c in range(n):
    m_bar_dot[c] = factor * m_dot[c]        m_bar_dot[c] = factor * a[i, c]

It is what becomes of the tangents of a sum in all unit directions.
"""

import copy
from collections import Counter
from dataclasses import dataclass, replace

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.extents import Extents
from s2sad.facts.order import LEAVING
from s2sad.facts.text import Families, may_change
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in, renamed, rewritten
from s2sad.syntax.walk import walk

# Where an array is mentioned that goes: born, set to zero, added to and read.
_MENTIONS = 4


def condense(made):
    """A derivative without the arrays that can be read as the terms of their sums."""
    condensed = _Condensed(made)
    node = copy.copy(made.node)
    node.body = condensed.block(made.node.body)
    return replace(made, node=node)


@dataclass
class _Line:
    """A line in a loop, which stands in a block at a number."""

    number: int
    loop: gast.For
    line: gast.AST


class _Condensed:
    def __init__(self, made):
        self.known = made.known
        self.families = Families(made.node, made.known)
        self.extents = Extents.of_text(made.node, made.known)
        self.mentions = Counter(getattr(node, "id", None) for node in walk(made.node))

    def block(self, statements):
        """Statements with sums read as their terms, those inside them first."""
        out = []
        for node in statements:
            if build.has_blocks(node):
                node = build.with_blocks(node, self.block)
            out.append(node)
        for found in [line for line in _lines(out) if _is_zeroed(line)]:
            out = self.without(base_name(found.line.targets[0]), found, out)
        return [n for n in out if not isinstance(n, gast.For) or n.body]

    def without(self, name, zeroed, block):
        """The block without an array that is set to zero in it, if it can go."""
        later = [line for line in _lines(block) if line.number > zeroed.number]
        users = [line for line in later if name in names_in(line.line)]
        if self.mentions[name] != _MENTIONS or len(users) != 2:
            return block
        adding, reading = users
        if not self.families.is_alone(name) or not self.is_whole(zeroed):
            return block
        if not self.is_sum(name, adding) or not self.is_read(name, reading):
            return block
        term, between = adding.line.value, block[adding.number : reading.number + 1]
        index = adding.loop.target.id
        if may_change([term], between, self.known, self.families, {index}):
            return block
        term = renamed(term, {index: reading.loop.target.id})
        if isinstance(adding.line.op, gast.Sub):
            term = build.negative(term)
        read = rewritten(
            reading.line.value, lambda n: term if base_name(n) == name else None
        )
        new = copy.copy(reading.line)
        new.value = read
        kept = {id(zeroed.line): [], id(adding.line): [], id(reading.line): [new]}
        loops = {line.number: line.loop for line in (zeroed, adding, reading)}
        return [
            build.with_body(n, [m for s in n.body for m in kept.get(id(s), [s])])
            if number in loops
            else n
            for number, n in enumerate(block)
        ]

    def is_sum(self, name, line):
        """Whether a line adds once to each element of an array, and reads it not."""
        is_sum = build.is_sum(line.line) and name not in names_in(line.line.value)
        return is_sum and self.is_whole(line)

    def is_read(self, name, line):
        """Whether a line for each element reads that element of an array."""
        parts = [n for n in walk(line.line.value) if isinstance(n, gast.Subscript)]
        parts = [n for n in parts if base_name(n) == name]
        return len(parts) == 1 and self.is_each(parts[0], line.loop)

    def is_whole(self, line):
        """Whether a line writes once into each element of a vector."""
        if any(isinstance(node, LEAVING) for node in walk(line.loop)):
            return False
        return self.is_each(build.place_of(line.line), line.loop)

    def is_each(self, place, loop):
        """Whether a place is one element of a vector after the other, in a loop."""
        if not _is_own(place, loop):
            return False
        extents = self.extents.of_array(place.value.id) or []
        return len(extents) == 1 and self.extents.runs_over(loop, *extents)


def _lines(block):
    """The lines that stand in a loop over a range in a block."""
    return [
        _Line(number, node, line)
        for number, node in enumerate(block)
        if isinstance(node, gast.For)
        for line in node.body
        if isinstance(line, (gast.Assign, gast.AugAssign))
    ]


def _is_zeroed(found):
    place = found.line.targets[0] if isinstance(found.line, gast.Assign) else None
    return _is_own(place, found.loop) and number_of(found.line.value) == 0.0


def _is_own(place, loop):
    """Whether a place is the element of a vector that a loop's variable counts."""
    if not isinstance(place, gast.Subscript) or not isinstance(place.value, gast.Name):
        return False
    return getattr(place.slice, "id", None) == loop.target.id
