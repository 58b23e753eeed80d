"""Two runs of the same statements become one, with what each of them does besides.

u = 0.0                         becomes     u = 0.0
for k in range(n):                          for k in range(n):
    u = f(u)                                    u_saved[k] = u
    s += u                                      u = f(u)
u = 0.0                                         s += u
for k in range(n):                          s_bar = u
    u_saved[k] = u
    u = f(u)
s_bar = u

Both begin with the same values; what one of them does alone, the other does not read.
"""

from dataclasses import dataclass

import gast

from s2sad.syntax import build
from s2sad.syntax.names import Once


@dataclass
class _Step:
    """A statement of the second block that the first has as well, at `place`.

    `before` are those of the second block alone that lead to it. Of what is inside,
    `shared` stands in both blocks, `apart` in the first alone, `added` in the second.
    """

    place: int
    node: gast.AST
    before: list
    shared: list
    apart: list
    added: list


class Weaver:
    """Weaves blocks. `effects` says what statements read and write.

    `counters` are names that loops give a value, and nothing else reads.
    """

    def __init__(self, effects, counters):
        self.effects, self.counters = effects, counters
        self.texts = Once(gast.dump)

    def woven(self, first, second):
        """Statements that do what two blocks do, one after the other."""
        steps = self.steps(first, second)
        while steps and self.is_disturbed(*self.parts(first, steps)):
            steps.pop()
        return self.statements(first, second, steps)

    def steps(self, first, second):
        """Where the two meet, in order."""
        steps, before, position = [], [], 0
        for node in second:
            step = self.met(node, first, position)
            if step is None:
                before.append(node)
                continue
            step.before = before
            steps.append(step)
            before, position = [], step.place + 1
        return steps

    def met(self, node, first, position):
        """The step at which a statement is met in a block, from a position on."""
        places = range(position, len(first))
        for place in places:
            if self.texts(first[place]) == self.texts(node):
                return _Step(place, node, [], [node], [], [])
        if not build.has_blocks(node):
            return None
        inside = (self.inside(place, first[place], node) for place in places)
        return next((step for step in inside if step is not None), None)

    def inside(self, place, first, second):
        """The step of two branches or loops that do the same in part, or None."""
        head = _without_blocks(first)
        if head is None or self.texts(head) != self.texts(_without_blocks(second)):
            return None
        step = _Step(place, second, [], [head], [], [])
        sides = []
        for own, other in zip(_blocks(first), _blocks(second), strict=True):
            steps = self.steps(own, other)
            shared, apart, added = self.parts(own, steps)
            step.shared += shared
            step.apart += apart
            step.added += added + _rest(other, steps)
            sides.append(self.statements(own, other, steps))
        if step.shared == [head]:
            return None
        if self.is_disturbed(step.shared, step.apart, step.added):
            return None
        step.node = build.with_blocks(second, lambda _: sides.pop(0))
        return step

    def parts(self, first, steps):
        """What two blocks share, and what the first and the second do apart."""
        met = {step.place for step in steps}
        apart = [node for place, node in enumerate(first) if place not in met]
        shared, added = [], []
        for step in steps:
            shared += step.shared
            apart += step.apart
            added += [*step.before, *step.added]
        return shared, apart, added

    def is_disturbed(self, shared, apart, added):
        """Whether one of these would read, or set, what another sets."""
        parts = [self.effects(part) for part in (shared, apart, added)]
        for part in parts:
            part.reads -= self.counters
            part.writes -= self.counters
        both, one, other = parts
        return (
            one.conflicts(other)
            or bool(one.writes & (both.reads | both.writes))
            or bool(other.writes & (both.reads | both.writes))
        )

    def statements(self, first, second, steps):
        out, place = [], 0
        for step in steps:
            out += [*first[place : step.place], *step.before, step.node]
            place = step.place + 1
        return [*out, *first[place:], *_rest(second, steps)]


def _rest(second, steps):
    """What comes after the last step of a block."""
    return second[sum(len(step.before) + 1 for step in steps) :]


def _blocks(node):
    return (node.body, node.orelse) if isinstance(node, gast.If) else (node.body,)


def _without_blocks(node):
    """A branch or loop that does nothing, or None."""
    return build.with_blocks(node, lambda _: []) if build.has_blocks(node) else None
