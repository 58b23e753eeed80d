"""Functions inside a function: what they hold by default, and what they capture.

Defaults are what they are when the def or lambda is reached; names from around mean
what they mean when it is called, or passed on.
"""

from dataclasses import replace

import gast

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Closure, Expression, Record
from s2sad.objects.identities import tokens_of
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, reads
from s2sad.syntax.walk import walk

_DEFAULT = "default of "


class Closures:
    """The defs and lambdas inside one function."""

    def __init__(self, frame):
        self.frame = frame
        self.carrying = []

    def enter(self):
        """What functions that were given have captured, and change, has names here."""
        changed = self.frame.unit.changed
        for value in self.captured():
            if (self.frame.key, value.token) in changed:
                self.name(value)

    def captured(self):
        """The lists, dicts and objects that given functions have captured."""
        found, waiting = {}, list(self.frame.entry.bindings.values())
        for value in waiting:
            if isinstance(value, Closure):
                waiting += (value.captured or {}).values()
                for item in (value.captured or {}).values():
                    if isinstance(item, Record) and item.token is not None:
                        found.setdefault(item.token, item)
        own = tokens_of(self.frame.entry.bindings.values())
        return [item for token, item in found.items() if token not in own]

    def settled(self, value):
        """What a call gave: what functions in it captured, and change, has a name.

        What a call of one of them changes is there at the next call.
        """
        waiting = [value]
        for item in waiting:
            if isinstance(item, Record):
                waiting += item.items.values()
            elif isinstance(item, Closure):
                captured = item.captured or {}
                waiting += captured.values()
                lent = _lent(item.node)
                for name, one in captured.items():
                    if name.removeprefix(_DEFAULT) in lent:
                        self.name(one)
        return value

    def name(self, value):
        """A name for a list or object that has none here."""
        if isinstance(value, Record) and value.token is not None:
            if not self.frame.identities.named(value.token):
                name = self.frame.temporary("held")
                self.frame.rebound.add(name)
                self.frame.assignments.assign_name(name, value, self.frame.node)

    def is_captured(self, token):
        return any(item.token == token for item in self.captured())

    def current(self, closure):
        """A closure with what it captured as that is now."""
        if closure.captured is None:
            return closure
        now = self.frame.identities.current
        found = {
            name: self.current(value) if isinstance(value, Closure) else now(value)
            for name, value in closure.captured.items()
        }
        return replace(closure, captured=found)

    def made(self, node):
        """A def or lambda, its defaults as they are now."""
        names = [a.id for a in (*node.args.posonlyargs, *node.args.args)]
        given = list(zip(names[::-1], node.args.defaults[::-1]))
        given += [
            (a.id, default)
            for a, default in zip(node.args.kwonlyargs, node.args.kw_defaults)
            if default is not None
        ]
        defaults = {
            name: self.kept(self.frame.expressions.value(item)) for name, item in given
        }
        place = build.origin(node)
        return Closure(node, self.frame.source, place, defaults=defaults or None)

    def kept(self, value):
        """A value that stays what it is when names are bound anew."""
        if isinstance(value, Record):
            value = value.map(self.kept)
            if value.token is not None:  # what is written into it is there next time
                name = self.frame.temporary("default")
                self.frame.assignments.assign_name(name, value, self.frame.node)
                return self.frame.env[name]
            return value
        if isinstance(value, Expression) and isinstance(value.kind, Scalar):
            if names_in(value.node):
                return self.frame.stored(value, "default")
        if isinstance(value, Expression) and isinstance(value.kind, Array):
            name = getattr(value.node, "id", None)
            if name is None or name in self.frame.rebound:
                return self.frame.stored(value, "default")
        return value

    def defaults(self, closure, define, arguments):
        """{parameter: default} of what a call of a closure leaves out."""
        known = {
            name.removeprefix(_DEFAULT): value
            for name, value in (closure.captured or {}).items()
            if name.startswith(_DEFAULT)
        }
        for name, value in (closure.defaults or {}).items():
            if name not in known:
                known[name] = self.default(name, value, define)
        names = [a.id for a in (*define.args.posonlyargs, *define.args.args)]
        return {k: v for k, v in known.items() if k not in names[: len(arguments)]}

    def default(self, name, value, define):
        """A default as it is now, if it is known."""
        identities = self.frame.identities
        if isinstance(value, Record) and value.token is not None:
            if not identities.named(value.token):
                what = f"the default of {name} is of one kind on one path only"
                raise self.frame.refuse(define, what, "all its parts from the start")
        return identities.current(value)

    def carried(self, closure):
        """A closure with what its free names are bound to now."""
        if closure.captured is not None:
            return closure
        if closure.node in self.carrying:
            what = "functions inside a function call each other"
            raise self.frame.refuse(closure.node, what, "functions of the module")
        self.carrying.append(closure.node)
        found, itself = {}, None
        for name in sorted(_free(closure.node) & self.frame.env.keys()):
            value = self.frame.env[name]
            if value is None:
                self.frame.alternatives.read(name)
            if isinstance(value, Closure) and value.node is closure.node:
                itself = name
            else:
                found[name] = self.passed(value)
        for name, value in (closure.defaults or {}).items():
            found[_DEFAULT + name] = self.passed(self.frame.identities.current(value))
        self.carrying.pop()
        return replace(closure, captured=found, itself=itself)

    def passed(self, value):
        """An argument as a callee sees it: closures bring what they captured."""
        if isinstance(value, Closure):
            return self.carried(value)
        if isinstance(value, Record):
            return value.map(self.passed)
        return value


def _lent(define):
    """The names of what a function may change: it does more than read their parts."""
    read = {
        id(node.value)
        for node in walk(define)
        if isinstance(node, gast.Subscript) and isinstance(node.ctx, gast.Load)
    }
    return {
        node.id
        for node in walk(define)
        if isinstance(node, gast.Name) and id(node) not in read
    }


def _free(define):
    """The names that a def or lambda reads and does not bind."""
    trees = define.body if isinstance(define.body, list) else [define.body]
    given = define.args
    parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    parameters += [given.vararg, given.kwarg]
    outer = {
        name
        for tree in trees
        for node in walk(tree)
        if isinstance(node, gast.Nonlocal)
        for name in node.names
    }
    own = {parameter.id for parameter in parameters if parameter is not None}
    return (reads(*trees) - bound(*trees) - own) | outer
