"""Names split into webs: the definitions and uses that must share a name.

A name that means a number first and an array later has two webs; each gets a name and a
kind of its own.
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts import kinds
from s2sad.facts.calls import part_kinds
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import INT, Array, Stack
from s2sad.facts.reaching import Reaching
from s2sad.syntax.names import Fresh, copied, names_in
from s2sad.syntax.walk import in_order, statements, walk


def webs_of(function):
    """{name: [web]}, a web being the list of its Name nodes, in order of the text."""
    reaching, groups = Reaching(function), {}
    for node in in_order(function):
        if isinstance(node, gast.Name):
            meaning = reaching.meaning(node)
            if meaning is not None:
                webs = groups.setdefault(node.id, {})
                webs.setdefault(meaning, []).append(node)
    return {name: list(webs.values()) for name, webs in groups.items()}


def separated(function, given, results, callees):
    """(function, kinds, spread): webs of one name but different kinds get two names.

    `spread` are the names of webs that hold arrays with an axis of length 1 and others
    without.
    """
    unique = copied(function)
    groups = webs_of(unique)
    fresh = Fresh(names_in(unique))
    names, web_kinds = {}, {}
    for name, webs in groups.items():
        for number, web in enumerate(webs):
            key = f"{name}@{number}"
            for node in web:
                names[id(node)] = key
    webs_kinds = _Kinds(unique, names, given, results, callees)
    inferred = webs_kinds.settled()
    found = {}
    for name, webs in groups.items():
        by_kind = {}
        for number, web in enumerate(webs):
            kind = inferred.get(f"{name}@{number}")
            if kind is None:
                continue
            group = _kind_group(kind)
            if group not in by_kind:
                by_kind[group] = name if not by_kind else fresh(name)
            new = by_kind[group]
            found[new] = kinds.join(found[new], kind) if new in found else kind
            for node in web:
                node.id = new
        web_kinds[name] = by_kind
    spread = {key.rpartition("@")[0] for key in webs_kinds.spread}
    return unique, {**given, **found}, spread


def apart(plain):
    """(the function with a name for each meaning, {such a name: the name it had})."""
    unique = copied(plain.node)
    found, origins = dict(plain.kinds), {}
    for name, webs in webs_of(unique).items():
        for number, web in enumerate(webs[1:], 1):
            new = f"{name}@{number}"
            origins[new], found[new] = name, found[name]
            for node in web:
                node.id = new
    return replace(plain, node=unique, kinds=found), origins


def _kind_group(kind):
    if isinstance(kind, Array):
        return (kind.dtype, kind.rank, kind.ones)
    if isinstance(kind, Stack):
        return "list"
    return kind.dtype


class _Kinds:
    """The kind of every web, found by going over the definitions until they settle."""

    def __init__(self, function, names, given, results, callees):
        self.function, self.names = function, names
        self.results, self.callees = results, callees
        self.found, self.spread = {}, set()
        for argument in function.args.args:
            self.found[names.get(id(argument), argument.id)] = given[argument.id]

    def settled(self):
        """{web: kind}."""
        nodes = list(statements(self.function))
        while any([self.step(node) for node in nodes]):
            pass
        return self.found

    def step(self, node):
        """Take in what a statement defines; whether that was new."""
        if isinstance(node, gast.Assign):
            return self.assigned(node.targets[0], node.value)
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            return self.augmented(node)
        if isinstance(node, gast.For):
            return self.update(node.target, INT)
        if isinstance(node, gast.Expr) and _is_append(node.value):
            kind = self.kind(node.value.args[0])
            return kind is not None and self.update(node.value.func.value, Stack(kind))
        return False

    def assigned(self, target, value):
        if isinstance(target, gast.Name):
            kind = self.kind(value)
            return kind is not None and self.update(target, kind)
        if not isinstance(target, gast.Tuple):
            return False
        if isinstance(value, gast.Tuple):
            parts = [self.kind_of_name(item) for item in value.elts]
        else:
            parts = self.part_kinds(value)
        pairs = [(t, kind) for t, kind in zip(target.elts, parts) if kind is not None]
        return any([self.update(item, kind) for item, kind in pairs])

    def part_kinds(self, call):
        """The kinds of the several results of a call."""
        callee = self.callees.get(getattr(call.func, "id", None))
        if callee is not None:
            return callee.result_kinds
        if any(self.kind(item) is None for item in call.args):
            return []
        return part_kinds(call, self.kind) or []

    def augmented(self, node):
        old = self.kind_of_name(node.target)
        left = gast.Name(node.target.id, gast.Load(), None, None)
        kind = self.kind(gast.BinOp(left, node.op, node.value), {node.target.id: old})
        return kind is not None and self.update(node.target, kind)

    def kind_of_name(self, node):
        return self.found.get(self.names.get(id(node)))

    def kind(self, node, more=()):
        """The kind of an expression, if its names have kinds by now; else None."""
        view = dict(self.results)
        for child in walk(node):
            if isinstance(child, gast.Name) and id(child) in self.names:
                view[child.id] = self.kind_of_name(child)
        view.update(more)
        view = {name: kind for name, kind in view.items() if kind is not None}

        def is_known(side):
            own = [n.id for n in walk(side) if id(n) in self.names]
            return all(name in view for name in own)

        try:
            return kind_of(_begun(node, is_known), view)
        except NoKind:
            return None

    def update(self, target, kind):
        key = self.names.get(id(target))
        before = self.found.get(key)
        after = kind if before is None else kinds.join(before, kind)
        if getattr(before, "ones", None) != getattr(kind, "ones", None):
            self.spread |= {key} if before is not None else set()
        if after is None or after == before:
            return False
        self.found[key] = after
        return True


def _begun(node, is_known):
    """An expression without the choices of what has no kind yet.

    `kept if i > 0 else x[i]` may take the name itself, of an earlier trip.
    """
    if not any(isinstance(n, gast.IfExp) for n in walk(node)):
        return node
    if isinstance(node, gast.IfExp):
        if not is_known(node.body):
            return _begun(node.orelse, is_known)
        if not is_known(node.orelse):
            return _begun(node.body, is_known)
    made = copy.copy(node)
    for field, value in gast.iter_fields(node):
        if isinstance(value, list):
            setattr(made, field, [_begun(item, is_known) for item in value])
        elif isinstance(value, gast.AST):
            setattr(made, field, _begun(value, is_known))
    return made


def _is_append(node):
    return (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Attribute)
        and node.func.attr == "append"
    )
