"""Whether the trips of a loop may change what it goes over.

A write, a method or a call of a function may change what it has a name of; of two
names it is known whether they may stand for one array or list (`frame.memory`).
"""

import contextlib

import gast

from s2sad.errors import RefusalError
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Closure, Expression, Record, Static
from s2sad.known.computing import only_returns
from s2sad.objects.identities import tokens_of
from s2sad.specialise.held import only_computes
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk

# What lists, dicts and sets do to themselves.
_METHODS = {"append", "extend", "insert", "pop", "remove", "clear", "reverse", "sort"}
_METHODS |= {"get", "items", "keys", "values", "update", "setdefault", "add", "copy"}
_METHODS |= {"index", "count"}


def may_change(frame, loop, value):
    """Whether the body of a loop may change an array, or what a list holds."""
    nodes = [node for line in loop.body for node in walk(line)]
    bases, tokens = set(), set(tokens_of([value]))
    for leaf in value.leaves() if isinstance(value, Record) else [value]:
        if isinstance(leaf, Expression) and (tokens or leaf.kind.rank):
            bases.add(shared_name(leaf.node, frame.kinds()) or base_name(leaf.node))
    bases -= {None}
    if not bases and not tokens:
        return False
    trips = _Trips(frame, bases, tokens, {n.id for n in nodes if _is_bound(n)})
    return any(map(trips.touch, nodes))


def bound_in(frame, loop):
    """The names that the trips of a loop bind anew, those of parts of lists too.

    A list may have several names: what is written into one that has any may be a part
    of each of them.
    """
    found = bound(loop.target, *loop.body)
    for name in sorted(found):
        found |= frame.assignments.names_of_parts(name)
    nodes = [node for line in loop.body for node in walk(line)]
    if any(_writes_parts(frame, node) for node in nodes):
        found |= set(frame.fresh.parts.values())
    return found


def _writes_parts(frame, node):
    """Whether a node may give parts of lists or of objects other values."""
    if isinstance(node, gast.Call):
        if only_computes(frame, node):
            return False
        given = [*node.args, *(item.value for item in node.keywords)]
        roots = [root_of(node.func), *names_in(*given)]
    elif isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
        roots = [node.target.id]
    elif isinstance(node, (gast.Subscript, gast.Attribute)):
        roots = [] if isinstance(node.ctx, gast.Load) else [root_of(node)]
    else:
        return False
    values = [frame.env.get(root) for root in roots if root in frame.locals]
    return None in roots or not all(map(_is_whole, values))


def _is_whole(value):
    """Whether a value is a number, an array or a function of a module."""
    return isinstance(value, (Expression, Static))


def _is_bound(node):
    return isinstance(node, gast.Name) and isinstance(node.ctx, gast.Store)


class _Trips:
    """What the trips of a loop do to arrays that have names, and to lists."""

    def __init__(self, frame, bases, tokens, names):
        self.frame, self.bases, self.tokens, self.bound = frame, bases, tokens, names

    def touch(self, node):
        """Whether a node may write into one of them."""
        if isinstance(node, gast.Call):
            return not only_computes(self.frame, node) and self.called(node)
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            return self.is_one(node.target.id)
        is_place = isinstance(node, (gast.Subscript, gast.Attribute))
        if not is_place or isinstance(node.ctx, gast.Load):
            return False
        return self.is_one(root_of(node))

    def called(self, node):
        """Whether a call may write there, of which it is not known what it does."""
        root = root_of(node.func)
        if root is None:
            return True
        value = self.frame.env.get(root)
        is_method = isinstance(node.func, gast.Attribute)
        if is_method and node.func.attr in _METHODS and isinstance(value, Record):
            return self.is_one(root)  # it writes into no array that it is given
        function = self.function(node.func) if value is None else value
        if isinstance(function, Static) and only_returns(function.value):
            return False
        if isinstance(value, Closure):
            # a function inside this one writes what it captured
            return any(map(_may_write, walk(value.node)))
        if root in self.frame.locals and not isinstance(value, Static):
            if not is_method or self.is_one(root):
                return True
        given = names_in(*node.args, *(item.value for item in node.keywords))
        return self.are_outside() or any(map(self.is_one, given))

    def function(self, node):
        """What a function from outside is, or None."""
        if root_of(node) in self.frame.locals:
            return None
        with contextlib.suppress(RefusalError, NoKind):
            return self.frame.expressions.value(node)
        return None

    def are_outside(self):
        """Whether one of them is from outside, where any function may find it."""
        return not self.bases <= self.frame.env.keys() | self.frame.locals

    def is_one(self, name):
        """Whether a name may stand for the array, or hold it."""
        if name is None or name in self.bases:
            return True
        value = self.frame.env.get(name)
        if _is_number(self.frame, name):
            return False
        if name in self.bound or value is None:
            return name in self.frame.locals
        if isinstance(value, Expression):
            return self.has(name)
        if isinstance(value, Record):
            if self.tokens.intersection(tokens_of([value])):
                return True
            nodes = [leaf.node for leaf in value.leaves() if hasattr(leaf, "node")]
            return any(self.has(n) for n in map(base_name, nodes) if n is not None)
        return not isinstance(value, Static)

    def has(self, name):
        memory = self.frame.memory
        return memory.of(name) in set(map(memory.of, self.bases))


def _may_write(node):
    """Whether a node of a function may write what there is outside of it."""
    if isinstance(node, (gast.Call, gast.Nonlocal, gast.AugAssign)):
        return True
    is_place = isinstance(node, (gast.Subscript, gast.Attribute))
    return is_place and not isinstance(node.ctx, gast.Load)


def root_of(node):
    while isinstance(node, (gast.Attribute, gast.Subscript)):
        node = node.value
    return node.id if isinstance(node, gast.Name) else None


def _is_number(frame, name):
    value = frame.env.get(name)
    if isinstance(value, Static):
        return isinstance(value.value, (bool, int, float, complex))
    return isinstance(value, Expression) and isinstance(value.kind, Scalar)
