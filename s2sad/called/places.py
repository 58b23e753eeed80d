"""Places of writes that stay the same places when the write is done.

x[np.argmax(x)] = 0.0       becomes     place = np.argmax(x)
                                        x[place] = 0.0

The sweep back asks for the place again, and the array is another by then.
"""

import gast

from s2sad.called.order import as_they_are
from s2sad.facts.effects import base_name
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Scalar
from s2sad.facts.text import mentions
from s2sad.facts.values import Expression
from s2sad.syntax import build


def settled(frame, base, node):
    """The place that a subscript of an array writes, whose numbers do not read it."""
    return fixed(frame, build.stored(frame.indexing.place(base, node)))


def settled_for(frame, base, node, value):
    """(that place, what is written there), which was computed before the place."""
    value = frame.expressions.as_expression(value, node)
    target, before = frame.aside(lambda: settled(frame, base, node))
    (value,) = as_they_are(frame, [value], before)
    frame.take(before)
    return target, value


def augmented(frame, target, node):
    """(what a place holds before `+=`, or None if it still does then, what is added).

    x[0] += step(x): where step writes x[0], what it held before is added to.
    """
    value, before = frame.aside(lambda: frame.expressions.number(node))
    own = Expression(build.loaded(target), kind_of(build.loaded(target), frame.kinds()))
    (old,) = as_they_are(frame, [own], before)
    frame.take(before)
    return None if old is own else old, value


def fixed(frame, target):
    """A place to write to, whose numbers do not read what is written."""
    return _Places(frame, target).place(target)


class _Places:
    def __init__(self, frame, target):
        self.frame, self.kinds = frame, frame.kinds()
        self.own = frame.memory.of(base_name(target))

    def place(self, node):
        if not isinstance(node, gast.Subscript):
            return node
        value, index = self.place(node.value), self.index(node.slice)
        if value is node.value and index is node.slice:
            return node
        return gast.copy_location(gast.Subscript(value, index, node.ctx), node)

    def index(self, node):
        if isinstance(node, gast.Tuple):
            return build.tuple_of(map(self.index, node.elts))
        if isinstance(node, gast.Slice):
            bounds = (node.lower, node.upper, node.step)
            return gast.Slice(*(part and self.index(part) for part in bounds))
        if not self.is_of_own(node):
            return node
        kind = kind_of(node, self.kinds)
        if not isinstance(kind, Scalar):
            return node  # an index array, which has a copy of its own
        return self.frame.stored(Expression(node, kind), "place").node

    def is_of_own(self, node):
        """Whether a number is computed from what the array holds."""
        arrays = [n for n in mentions(node) if n in self.kinds]
        arrays = [n for n in arrays if not isinstance(self.kinds[n], Scalar)]
        return any(self.frame.memory.of(name) == self.own for name in arrays)
