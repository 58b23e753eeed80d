"""Arrays of one block that are as long as each other, as its statements tell.

if len(u) != len(v):                u, v and w are alike
    raise ValueError(...)
w = np.empty_like(u)
"""

from collections import Counter

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.shapes import LIKE, compared, is_array
from s2sad.facts.unions import Unions
from s2sad.syntax.names import bound


class Alike:
    """The lengths of arrays after some statements of a block ran.

    A name that is bound again is counted anew: nothing of before is known of it.
    """

    def __init__(self, statements, kinds):
        self.kinds, self.same, self.times = kinds, Unions(), Counter()
        for node in statements:
            self.times.update(bound(node))
            for axes in compared(node, kinds):
                self.same.join(*(self.key(*axis) for axis in axes))
            if isinstance(node, gast.Assign) and is_array(node.targets[0], kinds):
                self.made(node.targets[0], node.value)

    def are(self, first, second):
        """Whether two arrays of one kind have the same lengths."""
        if self.kinds.get(first) != self.kinds.get(second):
            return False
        axes = range(self.kinds[first].rank)
        return all(self.of(first, axis) == self.of(second, axis) for axis in axes)

    def of(self, name, axis):
        """What stands for all lengths that are known to be equal to this one."""
        return self.same.of(self.key(name, axis))

    def key(self, name, axis):
        return name, self.times[name], axis

    def made(self, place, value):
        """An array is made like another."""
        if isinstance(value, gast.Name):
            self.join_all(place, value)
        if not isinstance(value, gast.Call):
            return
        source = value.args[0] if spelling(value.func) in LIKE else None
        if isinstance(value.func, gast.Attribute) and value.func.attr == "copy":
            source = source or value.func.value
        if source is not None and getattr(source, "id", None) != place.id:
            self.join_all(place, source)

    def join_all(self, first, second):
        if all(is_array(node, self.kinds) for node in (first, second)):
            for axis in range(self.kinds[first.id].rank):
                self.same.join(self.key(first.id, axis), self.key(second.id, axis))
