"""Loops that end by a condition count their trips; what they overwrite gets a name.

while s < 6.0:          becomes     trips = 0
    s = s * x                       while s < 6.0:
                                        trips += 1
                                        s = s * x
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import INT
from s2sad.facts.regions import Reads, Tree
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in, renamed


def countable(plain):
    """(the function with counted loops, {id of a loop: name of its count})."""
    return _Counter(plain).function()


def leaves_early(node):
    """Whether a loop's last statement is its break."""
    last = node.body[-1] if node.body else None
    return isinstance(last, gast.If) and any(
        isinstance(child, gast.Break) for child in last.body
    )


class _Counter:
    def __init__(self, plain):
        self.plain = plain
        self.tree = Tree(plain)
        self.reads = Reads(plain.kinds)
        self.kinds = dict(plain.kinds)
        self.fresh = Fresh(names_in(plain.node) | set(plain.callees))
        self.counts = {}

    def function(self):
        node = copy.copy(self.plain.node)
        node.body = self.block(node.body)
        return replace(self.plain, node=node, kinds=self.kinds), self.counts

    def block(self, statements):
        out = []
        for node in statements:
            new = self.statement(node)
            out.extend(gast.copy_location(n, node) for n in new)
        return out

    def statement(self, node):
        if isinstance(node, gast.If):
            return self.branching(node)
        if isinstance(node, gast.For):
            return self.looped(node, *self.kept_bounds(node))
        if isinstance(node, gast.While):
            return self.looped(node, [], node)
        return [node]

    def branching(self, node):
        before, test = [], node.test
        if self.is_changed(test, node):
            name = self.name("condition", kind_of(test, self.plain.call_kinds()))
            before, test = [build.assign(name, test)], build.name(name)
        if any(isinstance(child, gast.Break) for child in node.body):
            return [node]
        body, orelse = self.block(node.body), self.block(node.orelse)
        return [*before, gast.If(test, body, orelse)]

    def name(self, wanted, kind):
        found = self.fresh(wanted)
        self.kinds[found] = kind
        return found

    def is_changed(self, node, compound):
        """Whether what an expression reads is changed inside a statement."""
        names, contents = self.reads.of(node)
        first, last = self.tree.order[id(compound)], self.tree.last_order(compound)
        changed = any(self.tree.defs_between(n, first, last) for n in names)
        classes = {self.tree.classes.of(name) for name in contents}
        return changed or any(self.tree.writes_between(c, first, last) for c in classes)

    def kept_bounds(self, node):
        """Bounds that the loop changes are kept in names."""
        before, bounds = [], []
        words = ["stop"] if len(node.iter.args) == 1 else ["start", "stop", "step"]
        for word, item in zip(words, node.iter.args):
            if self.is_changed(item, node):
                name = self.name(word, INT)
                before.append(build.assign(name, item))
                item = build.name(name)
            bounds.append(item)
        loop = gast.For(node.target, build.call("range", *bounds), node.body, [], None)
        return before, loop

    def looped(self, node, before, loop):
        body = self.block(node.body)
        if isinstance(loop, gast.For) and loop.target.id.startswith("_"):
            counter = self.name("k", INT)
            body = [renamed(child, {loop.target.id: counter}) for child in body]
            loop = gast.For(build.target(counter), loop.iter, body, [], None)
        new = build.with_body(loop, body)
        if isinstance(node, gast.While) or leaves_early(node):
            count = self.name("trips", INT)
            before = [*before, build.assign(count, build.constant(0))]
            more = build.augment(build.target(count), "+", build.constant(1))
            new = build.with_body(loop, [more, *body])
            self.counts[id(new)] = count
        return [*before, new]
