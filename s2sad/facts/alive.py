"""Which names of a function are alive together, so that they must stay apart.

The liveness of compilers (Aho, Lam, Sethi and Ullman, Compilers, section 9.2.5), over
the blocks of a text: a name is alive where its value may still be read.
"""

import gast

from s2sad.syntax.names import bound, reads


class Alive:
    """Follows some names of a function, from its end to its beginning."""

    def __init__(self, function, followed):
        self.followed = frozenset(followed)
        self.clashes = {name: set() for name in followed}
        self.loops = []
        parameters = {a.id for a in function.args.args} & self.followed
        self.set(parameters, self.block(function.body, frozenset()))

    def together(self, first, second):
        """Whether one of two names is set while the other is alive."""
        return second in self.clashes[first] or first in self.clashes[second]

    def set(self, names, alive):
        """Names that get their values at once, while others are alive."""
        for name in names:
            self.clashes[name] |= (alive | names) - {name}

    def block(self, statements, after):
        """The names that are alive before statements, from those alive after them."""
        for node in reversed(statements):
            after = self.statement(node, after)
        return after

    def statement(self, node, after):
        if isinstance(node, gast.If):
            branches = [self.block(body, after) for body in (node.body, node.orelse)]
            return branches[0] | branches[1] | self.read(node.test)
        if isinstance(node, (gast.For, gast.While)):
            return self.loop(node, after)
        if isinstance(node, (gast.Return, gast.Raise)):
            return self.read(node)
        if isinstance(node, gast.Break):
            return self.loops[-1][1]
        if isinstance(node, gast.Continue):
            return self.loops[-1][0]
        names = bound(node) & self.followed
        self.set(names, after)
        if isinstance(node, gast.AugAssign):
            names = frozenset()
        return (after - names) | self.read(node)

    def loop(self, node, after):
        is_for = isinstance(node, gast.For)
        target = bound(node.target) & self.followed if is_for else frozenset()
        head = after | self.read(node.iter if is_for else node.test)
        while True:
            self.loops.append((head, after))
            before = self.block(node.body, head)
            self.loops.pop()
            self.set(target, before)
            new = head | (before - target)
            if new == head:
                return head
            head = new

    def read(self, node):
        """What a statement or expression reads; the target of `x += 1` is read too."""
        found = set(reads(node))
        if isinstance(node, gast.AugAssign):
            found |= bound(node.target)
        return self.followed & found
