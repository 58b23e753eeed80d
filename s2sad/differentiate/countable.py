"""Loops that end by a condition count their trips; what is overwritten gets a name.

while s < 6.0:          becomes     trips = 0
    s = s * x                       while s < 6.0:
                                        trips += 1
                                        s = s * x
"""

import copy
from collections import Counter
from dataclasses import replace

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.infer import index_items, kind_of
from s2sad.facts.kinds import BOOL, INT, Array
from s2sad.facts.regions import Reads, Tree
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in, renamed
from s2sad.syntax.walk import walk


def countable(plain):
    """(the function with counted loops, {id of a loop: name of its count})."""
    return _Counter(_with_variables(plain)).function()


def _with_variables(plain):
    """The function whose loops all have variables to count the trips by: k for `_`."""
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    kinds, read = dict(plain.kinds), loads(plain.node)

    def block(statements):
        return [statement(node) for node in statements]

    def statement(node):
        if not build.has_blocks(node):
            return node
        old = node.target.id if isinstance(node, gast.For) else ""
        if not old.startswith("_") or read[old] > loads(node)[old]:
            return build.with_blocks(node, block)
        counter = fresh("k")
        kinds[counter] = INT
        target = build.target(counter)
        body = [renamed(child, {old: counter}) for child in block(node.body)]
        new = gast.For(target, node.iter, body, [], None)
        return gast.copy_location(new, node)

    node = copy.copy(plain.node)
    node.body = block(node.body)
    return replace(plain, node=node, kinds=kinds)


def loads(tree):
    """How often each name is read."""
    names = [n for n in walk(tree) if isinstance(n, gast.Name)]
    return Counter(n.id for n in names if isinstance(n.ctx, gast.Load))


def leaves_early(node):
    """Whether a loop's last statement is its break."""
    last = node.body[-1] if node.body else None
    return isinstance(last, gast.If) and any(
        isinstance(child, gast.Break) for child in last.body
    )


def with_bounds(node, change):
    """A view with each of its indices and bounds changed."""
    if isinstance(node, gast.Subscript):
        items = [
            gast.Slice(change(i.lower), change(i.upper), change(i.step))
            if isinstance(i, gast.Slice)
            else change(i)
            for i in index_items(node)
        ]
        return build.subscript(with_bounds(node.value, change), *items)
    if isinstance(node, gast.Attribute):
        return gast.Attribute(with_bounds(node.value, change), node.attr, node.ctx)
    return node


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
        if isinstance(node, gast.Assign) and self.is_view(node):
            return self.viewed(node)
        return [node]

    def is_view(self, node):
        (place,) = node.targets
        is_array = isinstance(self.kinds.get(getattr(place, "id", None)), Array)
        return is_array and shared_name(node.value, self.kinds) is not None

    def viewed(self, node):
        """A view whose bounds change while it lives: they are kept in names.

        Its adjoint is born on the way back, where the bounds have other values.
        """
        before = []

        def kept(bound):
            if bound is None or not self.changes_later(bound, node):
                return bound
            name = self.name("start", INT)
            before.append(build.assign(name, bound))
            return build.name(name)

        value = with_bounds(node.value, kept)
        return [*before, gast.Assign(node.targets, value, None)]

    def changes_later(self, bound, node):
        """Whether what a bound reads is set again after this statement."""
        names, contents = self.reads.of(bound)
        first = self.tree.order[id(node)] + 1
        last = len(self.tree.statements)
        if any(self.tree.defs_between(name, first, last) for name in names):
            return True
        classes = {self.tree.classes.of(name) for name in contents}
        return any(self.tree.writes_between(c, first, last) for c in classes)

    def branching(self, node):
        before, test = [], node.test
        if self.is_changed(test, node):
            name = self.name("condition", self.kind_of_test(test))
            before, test = [build.assign(name, test)], build.name(name)
        if any(isinstance(child, gast.Break) for child in node.body):
            return [node]
        body, orelse = self.block(node.body), self.block(node.orelse)
        return [*before, gast.If(test, body, orelse)]

    def kind_of_test(self, test):
        """A truth, whatever is compared: a name may be complex later, and was not."""
        is_truth = isinstance(test, gast.Compare)
        if isinstance(test, gast.BoolOp):
            is_truth = all(self.kind_of_test(part) == BOOL for part in test.values)
        return BOOL if is_truth else kind_of(test, self.plain.call_kinds())

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
        new = build.with_body(loop, body)
        if isinstance(node, gast.While) or leaves_early(node):
            count = self.name("trips", INT)
            before = [*before, build.assign(count, build.constant(0))]
            more = build.augment(build.target(count), "+", build.constant(1))
            new = build.with_body(loop, [more, *body])
            self.counts[id(new)] = count
        return [*before, new]
