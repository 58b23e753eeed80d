"""Which definitions of names reach which uses, in a function in plain form.

The reaching definitions of compilers (Aho, Lam, Sethi and Ullman, Compilers, section
9.2.4). Those that reach one use have one meaning, and are joined at once.
"""

from typing import Any

import gast

from s2sad.facts.unions import Unions
from s2sad.syntax.walk import in_order


class Reaching:
    """The names of a function, joined where one of them gives another its value.

    `meaning(node)` tells them apart: it is None for a name from outside. `reached` has
    the definitions that may have given a name that is read its value, by their ids.
    """

    def __init__(self, function):
        self.unions, self.known, self.parts = Unions(), set(), {}
        self.reached = {}
        # the states of what leaves the loops around
        self.left = []
        state = {}
        for argument in function.args.args:
            self.define(argument, state)
        self.block(function.body, state)

    def meaning(self, node):
        """What all names of one meaning have in common."""
        return self.unions.of(id(node)) if id(node) in self.known else None

    def define(self, node, state):
        self.known.add(id(node))
        state[node.id] = frozenset([id(node)])

    def use(self, node, state):
        """A name that is read joins all definitions that may have given its value."""
        definitions = state.get(node.id, frozenset())
        self.reached[id(node)] = self.reached.get(id(node), frozenset()) | definitions
        for definition in definitions:
            self.known.add(id(node))
            self.unions.join(id(node), definition)

    def evaluate(self, tree, state):
        """Read and set the names of an expression or a simple statement."""
        parts = self.parts.get(id(tree))
        if parts is None:
            parts = self.parts[id(tree)] = [], []
            for node in in_order(tree):
                if isinstance(node, gast.Name):
                    parts[not isinstance(node.ctx, gast.Load)].append(node)
        read, changed = parts
        for node in read:
            self.use(node, state)
        for node in changed:
            if isinstance(tree, gast.AugAssign):
                self.use(node, state)
            self.define(node, state)

    def block(self, statements, state):
        """The state after a block, which changes the one before; None if it leaves."""
        is_left = False
        for node in statements:
            after = self.statement(node, state)
            is_left |= after is None
            # of what is never reached the names have meanings as well
            state = {} if after is None else after
        return None if is_left else state

    def statement(self, node, state):
        if isinstance(node, (gast.Break, gast.Continue)):
            self.left[-1].append((type(node), state))
            return None
        if isinstance(node, gast.If):
            self.evaluate(node.test, state)
            return _either(
                *[self.block(b, dict(state)) for b in (node.body, node.orelse)]
            )
        if isinstance(node, (gast.For, gast.While)):
            return self.loop(node, state)
        self.evaluate(node, state)
        return state

    def loop(self, node, state):
        """The state after a loop: trips follow the start, and each other."""
        if isinstance(node, gast.For):
            self.evaluate(node.iter, state)
        head: Any = state
        start = node.target if isinstance(node, gast.For) else node.test
        while True:
            before, trip = head, dict(head)
            self.evaluate(start, trip)
            self.left.append([])
            end = self.block(node.body, trip)
            left = self.left.pop()
            again = [end, *(s for kind, s in left if kind is gast.Continue)]
            head = _either(head, *again)
            if head == before:
                return _either(head, *(s for kind, s in left if kind is gast.Break))


def _either(*states):
    """The state where paths meet; None is that of a path that left before."""
    there = [state for state in states if state is not None]
    found = {}
    for state in there:
        for name, definitions in state.items():
            found[name] = found.get(name, definitions) | definitions
    return found if there else None
