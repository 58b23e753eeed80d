"""try: what the body raises becomes a flag, and the handler a branch.

try:                                    becomes     failed = False
    y = ratio(a, b)                                 if b == 0.0:
except ZeroDivisionError:                               failed = True
    y = 0.0                                         else:
                                                        y = a / b
                                                    if failed:
                                                        y = 0.0

What raises is known: the `raise` of the body and of the functions that it calls, and
the checks that `Careful` writes for what Python itself raises.
"""

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import gast

from s2sad.called.messages import Unknown
from s2sad.errors import REFUSED
from s2sad.facts.kinds import BOOL, INT
from s2sad.facts.values import Expression, Record, Static
from s2sad.normalise.jumps import structured
from s2sad.syntax import build
from s2sad.syntax.names import copied
from s2sad.syntax.walk import walk


def is_bound(node):
    return isinstance(node, gast.Name) and isinstance(node.ctx, gast.Store)


@dataclass
class Handler:
    """An except clause: the classes that it takes, and what is raised for it."""

    node: Any
    classes: tuple
    sites: list = field(default_factory=list)

    def takes(self, class_):
        return issubclass(class_, self.classes)


class Trials:
    """Specialises the try statements of one function."""

    def __init__(self, frame):
        self.frame = frame
        self.taken, self.flags = [], []

    def _Try(self, node):
        if node.finalbody and self.frame.unit.caught:
            node = self.with_finish(node)
        handlers = [self.handler(item) for item in node.handlers]
        start = dict(self.frame.env)
        with self.caught(handlers):
            body, after, dead = self.frame.branch(node.body)
        flag = self.frame.temporary("failed")
        body = self.flagged(body, handlers, flag)
        used = [handler for handler in handlers if handler.sites]
        if not used:
            self.frame.take(body)
            self.frame.state, self.frame.dead = after, dead
            if not dead:
                self.frame.take(self.frame.block(node.orelse))
            self.finish(node)
            return
        self.run(node, handlers, body, (start, after, dead), flag)
        self.finish(node)

    def with_finish(self, node):
        """A try whose last block also runs where what it raises is taken outside."""
        body = node.body
        if node.handlers:
            body = [build.located(gast.Try(body, node.handlers, node.orelse, []), node)]
        last = [*map(copied, node.finalbody), gast.Raise(None, None)]
        handler = gast.ExceptHandler(None, None, last)
        return build.located(gast.Try(body, [handler], [], node.finalbody), node)

    def run(self, node, handlers, body, states, flag):
        """The body, then what runs where it failed and where it did not."""
        start, after, dead = states
        number_of_sites = sum(len(handler.sites) for handler in handlers)
        first = build.constant(False if number_of_sites == 1 else 0)
        if number_of_sites == 1:
            self.flags[-1].value = build.constant(True)
        self.frame.emit(build.assign(flag, first))
        self.frame.bind(flag, BOOL if number_of_sites == 1 else INT)
        flags = {}
        self.frame.take(structured(body, self.fresh(flags)))
        for name in flags:
            self.frame.bind(name, BOOL)
        mixed = self.mixed(start, after, node)
        self.frame.state = after
        self.frame.dead = False
        orelse, left, left_dead = self.frame.branch(node.orelse)
        left_dead |= dead
        self.frame.env = mixed
        chain, state = (orelse, (left, left_dead)), None
        for handler in [h for h in handlers if h.sites][::-1]:
            chain = self.branch(handler, flag, number_of_sites, chain)
        out, (state, is_dead) = chain
        self.frame.take(out)
        self.frame.state, self.frame.dead = state, is_dead

    def branch(self, handler, flag, count, rest):
        """A handler before what follows if it is not the one: (lines, their end)."""
        rest, (right, right_dead) = rest
        test = self.test(handler, flag, count)
        around, self.taken = self.taken, [*self.taken, (handler, flag, count)]
        self.name(handler)
        body, left, left_dead = self.frame.branch(handler.node.body)
        self.taken = around
        kept = self.frame.state
        self.frame.statements.meet(left, left_dead, right, right_dead)
        end = self.frame.state, left_dead and right_dead
        self.frame.state, self.frame.dead = kept, False
        if not body and not rest:
            return [], end
        if not body:
            return [build.conditional(build.logical_not(test), rest)], end
        return [build.conditional(test, body, rest)], end

    def test(self, handler, flag, count):
        if count == 1:
            return build.name(flag)
        codes = [build.constant(site) for site, _ in handler.sites]
        tests = [build.compare(build.name(flag), gast.Eq(), code) for code in codes]
        return tests[0] if len(tests) == 1 else gast.BoolOp(gast.Or(), tests)

    def name(self, handler):
        """What was raised, by the name it has in the handler: a text at most."""
        if handler.node.name is not None:
            name = getattr(handler.node.name, "id", handler.node.name)
            self.frame.env[name] = Static(Unknown("..."))

    def again(self, node):
        """Emit what a bare raise, or `raise error`, of a handler raises."""
        handler, flag, count = self.taken[-1]
        for code, site in handler.sites[:-1]:
            test = build.compare(build.name(flag), gast.Eq(), build.constant(code))
            self.frame.emit(build.conditional(test, [gast.Raise(site.exc, None)]))
        self.frame.emit(gast.Raise(handler.sites[-1][1].exc, None))
        self.frame.dead = True

    def is_taken(self, name):
        """Whether a name stands for what a handler has taken."""
        if not self.taken or name is None:
            return False
        handler, _, _ = self.taken[-1]
        return getattr(handler.node.name, "id", handler.node.name) == name

    def mixed(self, start, after, node):
        """The names where the body failed: as they were, or as they became.

        What is bound several times may be what it was in between.
        """
        names = [n for line in node.body for n in walk(line) if is_bound(n)]
        counts = Counter(n.id for n in names)
        found = self.frame.statements.joined(start, after[0])
        for name in found.keys() & {n for n, count in counts.items() if count > 1}:
            value = found[name]
            if isinstance(value, Expression):
                found[name] = Expression(value.node, value.kind)
            elif not isinstance(value, Record):
                found[name] = None
        return found

    def fresh(self, flags):
        def made(wanted):
            name = self.frame.temporary(wanted)
            flags[name] = None
            return name

        return made

    def finish(self, node):
        """What runs in any case."""
        if not self.frame.dead:
            self.frame.take(self.frame.block(node.finalbody))

    def handler(self, node):
        if node.type is None:
            return Handler(node, (Exception,))
        names = node.type.elts if isinstance(node.type, gast.Tuple) else [node.type]
        if isinstance(node.type, gast.Name) or len(names) > 1:
            value = self.frame.expressions.value(node.type)
            found = getattr(value, "value", None)
            if isinstance(found, tuple):
                return Handler(node, found)
        classes = []
        for name in names:
            found = getattr(self.frame.expressions.value(name), "value", None)
            if not isinstance(found, type) or not issubclass(found, BaseException):
                raise self.frame.refuse(name, "what is caught is no exception class")
            classes.append(found)
        return Handler(node, tuple(classes))

    @contextlib.contextmanager
    def caught(self, handlers):
        """While a body is specialised, what its handlers take is looked out for."""
        unit = self.frame.unit
        around = unit.caught
        classes = {class_ for handler in handlers for class_ in handler.classes}
        unit.caught = frozenset(around | classes)
        try:
            yield
        finally:
            unit.caught = around

    def flagged(self, statements, handlers, flag):
        """The body, with a flag and an end where it raised what is taken."""
        result = []
        for node in statements:
            if isinstance(node, gast.Raise):
                node = self.site(node, handlers, flag)
                result.extend(node)
                continue
            if isinstance(node, gast.Assert):
                node = self.asserted(node, handlers)
            if build.has_blocks(node):
                node = build.with_blocks(
                    node, lambda b: self.flagged(b, handlers, flag)
                )
            result.append(node)
        return result

    def asserted(self, node, handlers):
        """An assert whose failure is taken is an if."""
        if not any(handler.takes(AssertionError) for handler in handlers):
            return node
        arguments = [node.msg] if node.msg is not None else []
        error = build.call("AssertionError", *arguments)
        failing = build.conditional(
            build.opposite(node.test), [gast.Raise(error, None)]
        )
        return build.located(failing, node)

    def site(self, node, handlers, flag):
        """What stands in the place of a raise: it goes to the handler that takes it."""
        class_ = self.class_of(node)
        if class_ is None or is_refusal(node):
            return [node]
        for handler in handlers:
            if handler.takes(class_):
                code = 1 + sum(len(other.sites) for other in handlers)
                handler.sites.append((code, node))
                made = build.located(build.assign(flag, build.constant(code)), node)
                self.flags.append(made)
                return [made, gast.copy_location(gast.Return(None), node)]
        return [node]

    def class_of(self, node):
        """The exception class that a raise of plain form names."""
        function = node.exc.func if isinstance(node.exc, gast.Call) else node.exc
        return self.frame.inert.class_named(function)


def is_refusal(node):
    """Whether a raise stands for what is not supported, which no handler takes."""
    arguments = getattr(node.exc, "args", ())
    text = getattr(arguments[0], "value", None) if arguments else None
    return isinstance(text, str) and text.startswith(REFUSED)
