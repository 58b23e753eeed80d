"""What is read of an array with new axes is read of the array itself.

m = np.expand_dims(mean, 1)             becomes     for i in range(n):
for i in range(n):                                      for j in range(k):
    for j in range(k):                                      y[i, j] = x[i, j] - mean[i]
        y[i, j] = x[i, j] - m[i, 0]

So the loop that works the array out and the one that reads it can be taken together.
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.lower.elements import axis_of_call
from s2sad.syntax import build
from s2sad.syntax.walk import walk


class Views:
    """The arrays with new axes of one function that stand for those they are of.

    `seen` holds the call that makes each of them.
    """

    def __init__(self, lowering):
        self.lowering, self.seen = lowering, {}

    def note(self, name, value):
        """Take in what a name is, if it is an array made here with a new axis."""
        if not isinstance(value, gast.Call) or spelling(value.func) != "np.expand_dims":
            return
        known, source = self.lowering.lengths, getattr(value.args[0], "id", None)
        if source not in self.lowering.made:
            return
        if not known.is_steady(name) or not known.is_steady(source):
            return
        self.seen[name] = value
        axes = known.axes(value.args[0])
        axis = axis_of_call(value, len(axes) + 1)
        axes = [*axes[:axis], build.constant(1), *axes[axis:]]
        for number, words in enumerate(axes):
            known.same(name, number, words)

    def without_unread(self, statements):
        """A block without those that nothing mentions any more."""
        kept = []
        for node in statements:
            if build.has_blocks(node):
                nests = self.lowering.nests
                new = build.with_blocks(node, self.without_unread)
                if id(node) in nests:
                    nests[id(new)] = new
                node = new
            kept.append(node)
        counts = {}
        for name in (n.id for s in kept for n in walk(s) if isinstance(n, gast.Name)):
            counts[name] = counts.get(name, 0) + 1
        return [n for n in kept if not self.is_unread(n, counts)]

    def is_unread(self, node, counts):
        place = node.targets[0] if isinstance(node, gast.Assign) else None
        name = getattr(place, "id", None)
        return name in self.seen and counts[name] == 1
