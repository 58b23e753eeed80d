"""Statements whose results nobody reads go.

s += x[i] ** 2                  becomes     x_bar[i] += 2.0 * x[i]
x_bar[i] += 2.0 * x[i]
return x_bar                                return x_bar
"""

from collections import Counter

import gast

from s2sad.facts.bounds import is_own_index
from s2sad.facts.calls import is_pop
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Stack
from s2sad.facts.text import Families, contents, root
from s2sad.syntax import build
from s2sad.syntax.names import Once, bound, names_in
from s2sad.syntax.walk import walk


def drop(function, known):
    """The function without the statements that change nothing it returns or writes."""
    return _Dropper(function, known).function()


class _Dropper:
    def __init__(self, function, known):
        self.node, self.known = function, known
        self.families = Families(function, known)
        self.stacks = {
            name
            for name in bound(function)
            if isinstance(known.kinds.get(name, Stack(None)), Stack)
        }
        called = names_in(function)
        self.private = {self.contents(name) for name in known.private}
        self.around, self.own = [], {}
        # loops are gone through several times, and what stands in them stays
        self.own_reads, self.calls = Once(self.reads_of), Once(_calls)
        self.members = {}
        for name in known.arrays:
            self.members.setdefault(self.families.of(name), set()).add(name)
        self.heard = {n for n, others in known.speaking.items() if not others & called}
        self.heard.add("print")
        self.reads = _reads(function)

    def function(self):
        parameters = [argument.id for argument in self.node.args.args]
        visible = self.known.arrays - self.known.scratch
        live = {self.contents(p) for p in parameters if p in visible}
        self.node.body, _ = self.block(self.node.body, live)
        return self.node

    def contents(self, name):
        """What the arrays of a family hold, as something that is read or not."""
        return ("contents", self.families.of(name))

    def is_alone(self, name):
        """Whether no other array shares memory with a name, whatever it is bound to."""
        return self.members.get(self.families.of(name), set()) <= {name}

    def block(self, statements, live):
        """(what stays of a block, the names and contents that are read before it)."""
        live, kept = set(live), []
        for node in reversed(statements):
            new, live = self.statement(node, live)
            if new is not None:
                kept.append(new)
        return kept[::-1], live

    def statement(self, node, live):
        if isinstance(node, gast.If):
            return self.branching(node, live)
        if isinstance(node, (gast.For, gast.While)):
            return self.loop(node, live)
        if isinstance(node, gast.Assign):
            return self.assigned(node, live)
        if isinstance(node, gast.AugAssign):
            return self.augmented(node, live)
        if isinstance(node, gast.Expr):
            return self.effect(node, live)
        return node, live | self.read(node)

    def read(self, *nodes):
        """The names that kept code reads, and the arrays whose contents it reads."""
        return set().union(*map(self.own_reads, nodes))

    def reads_of(self, node):
        names, arrays = contents(node, self.known)
        return names | {self.contents(name) for name in arrays}

    def is_needed(self, name, live):
        """Whether what an array holds is read from here on."""
        return name is not None and self.contents(name) in live

    def is_read(self, stack, live):
        """Whether a list, by any of its names, is read from here on."""
        if self.is_only_a_stack(stack):
            return stack in live
        family = self.families.of(stack)
        return any(n in live for n in self.stacks if self.families.of(n) == family)

    def has_effect(self, node, live):
        """Whether an expression calls what changes what is needed, raises or prints."""
        for call in self.calls(node):
            written = map(root, self.known.written(call))
            if getattr(call.func, "attr", None) == "append":
                if self.is_read(call.func.value.id, live):
                    return True
            elif any(self.is_needed(name, live) for name in written):
                return True
            if getattr(call.func, "id", None) in self.heard:
                return True
        return False

    def assigned(self, node, live):
        node = _permuted(node, live)
        place = node.targets[0]
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        names = {item.id for item in items if isinstance(item, gast.Name)}
        parts = [item for item in items if isinstance(item, gast.Subscript)]
        if is_pop(node.value) and not parts and not names & live:
            if self.is_popped_once(node.value):
                return None, live
        wanted = (
            names & live
            or any(self.is_needed(root(p), live) for p in parts)
            or self.has_effect(node.value, live)
        )
        if not wanted or _is_same(node):
            return None, live
        if len(items) == 1 or isinstance(node.value, gast.Call):
            live = live - names - {self.contents(n) for n in names if self.is_alone(n)}
        return node, live | self.read(node.value, *parts) | self.bases(parts)

    def is_popped_once(self, call):
        """Whether one statement alone takes anything out of a list."""
        name = getattr(call.func.value, "id", None)
        return self.is_only_a_stack(name) and self.reads[name]["pop"] == 1

    def is_only_a_stack(self, name):
        """Whether a list grows and shrinks, and is never looked at or passed on."""
        return name in self.reads and not self.reads[name]["other"]

    def bases(self, parts):
        return {root(p) for p in parts}

    def augmented(self, node, live):
        if (
            isinstance(node.target, gast.Name)
            and node.target.id not in self.known.arrays
        ):
            dead = node.target.id not in live
            if dead and not self.has_effect(node.value, live):
                return None, live
            return node, live | self.read(node.value) | {node.target.id}
        dead = not self.is_needed(root(node.target), live)
        if dead and not self.has_effect(node.value, live):
            return None, live
        names = self.read(node.value) | {root(node.target)}
        if isinstance(node.target, gast.Subscript):
            names |= self.read(node.target.slice)
            inner = node.target.value
            while isinstance(inner, gast.Subscript):
                names |= self.read(inner.slice)
                inner = inner.value
        return node, live | names

    def effect(self, node, live):
        if build.is_comment(node) or isinstance(node.value, gast.Constant):
            return node, live
        call = node.value
        if isinstance(call, gast.Call) and not self.has_effect(call, live):
            return None, live
        return node, live | self.read(node.value)

    def branching(self, node, live):
        body, live_body = self.block(node.body, live)
        orelse, live_orelse = self.block(node.orelse, live)
        body = [n for n in body if not isinstance(n, gast.Pass)]
        is_silent = not self.has_effect(node.test, live)
        if _is_empty(body) and _is_empty(orelse) and is_silent:
            return None, live
        test = node.test
        if _is_empty(body) and not _is_empty(orelse):
            test, body, orelse = build.opposite(test), orelse, []
        body = body or [gast.Pass()]
        new = gast.copy_location(gast.If(test, body, orelse), node)
        return new, live_body | live_orelse | self.read(node.test)

    def loop(self, node, live):
        body, inner = self.settled(node, live)
        header = node.iter if isinstance(node, gast.For) else node.test
        own = {node.target.id} if isinstance(node, gast.For) else set()
        if all(_is_empty([n]) or _only_leaves(n) for n in body):
            if not own & live and not self.has_effect(header, live):
                return None, live
            body = body or [gast.Pass()]
        if isinstance(node, gast.While):
            body, inner = self.settled(node, live | self.read(header))
        # A loop of no trips leaves its variable what it was.
        live |= (inner - own) | self.read(header)
        if not self.around:
            live -= self.private
        return gast.copy_location(build.with_body(node, body), node), live

    def settled(self, loop, live):
        """A loop's body and what it reads, its trips following each other."""
        own = {self.contents(name) for name in self.own_elements(loop)}
        self.around.insert(0, loop)
        while True:
            body, inner = self.block(loop.body, live)
            carried = inner - own
            if carried <= live:
                del self.around[0]
                return body, inner
            live = live | carried

    def own_elements(self, loop):
        """The arrays of which each trip of a loop touches an element of its own."""
        key = (id(loop), *map(id, self.around))
        if key not in self.own:
            is_own = is_own_index(loop, self.around)
            self.own[key] = self.found_elements(loop) if is_own else set()
        return self.own[key]

    def found_elements(self, loop):
        variable, found, mixed = loop.target.id, {}, set()
        self.positions(loop.body, variable, found, mixed)
        families = [self.families.of(name) for name in [*found, *mixed]]
        return {
            name
            for name, positions in found.items()
            if positions
            and name not in mixed
            and families.count(self.families.of(name)) == 1
        }

    def positions(self, statements, variable, found, mixed):
        """{array: where the variable is an index each time}; those without one."""
        inside = set()
        nodes = [node for child in statements for node in walk(child)]
        for node in nodes:
            if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
                name, own = node.value.id, set()
                for k, item in enumerate(index_items(node)):
                    if isinstance(item, gast.Name) and item.id == variable:
                        own.add(k)
                found[name] = found.get(name, own) & own
                inside.add(id(node.value))
        for node in nodes:
            if isinstance(node, gast.Name) and id(node) not in inside:
                if node.id in self.known.arrays:
                    mixed.add(node.id)


def _reads(function):
    """{name: how often it is read}, by an append, by a pop, or in another way."""
    found, ends = {}, {}
    for call in _calls(function):
        word = getattr(call.func, "attr", None)
        if word in ("append", "pop"):
            ends[id(call.func.value)] = word
    for node in walk(function):
        if isinstance(node, gast.Name) and isinstance(node.ctx, gast.Load):
            found.setdefault(node.id, Counter())[ends.get(id(node), "other")] += 1
    return found


def _calls(node):
    return [n for n in walk(node) if isinstance(n, gast.Call)]


def _permuted(node, live):
    """`u, v = v, u` without the names that nobody reads any more."""
    place, value = node.targets[0], node.value
    if not isinstance(place, gast.Tuple) or not isinstance(value, gast.Tuple):
        return node
    kept = [(t.id, v) for t, v in zip(place.elts, value.elts) if t.id in live]
    if not kept or len(kept) == len(place.elts):
        return node
    names, values = zip(*kept)
    new = build.assign(names[0], values[0])
    if len(kept) > 1:
        new = build.assign(names, build.tuple_of(values))
    return gast.copy_location(new, node)


def _is_same(node):
    place = node.targets[0]
    return (
        isinstance(place, gast.Name)
        and isinstance(node.value, gast.Name)
        and (place.id == node.value.id)
    )


def _is_empty(statements):
    return all(isinstance(n, gast.Pass) or build.is_comment(n) for n in statements)


def _only_leaves(node):
    """Whether a statement does nothing but end its loop."""
    if isinstance(node, gast.Break):
        return True
    return isinstance(node, gast.If) and all(
        _only_leaves(child) for child in [*node.body, *node.orelse]
    )
