"""Comprehensions and generators: parts one by one where they are known, else loops.

y = np.array([v * v for v in x])        becomes     y = np.empty(len(x))
                                                    for k in range(len(x)):
                                                        y[k] = x[k] * x[k]
"""

from dataclasses import replace
from typing import Any

import gast
import numpy as np

from s2sad.called.library import library_word
from s2sad.called.order import as_they_are, in_order
from s2sad.called.parts import known_parts
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record, Static, list_record, tuple_record
from s2sad.known.comparable import comparable, truth
from s2sad.known.growing import filled, is_growing
from s2sad.known.trial import Trial, tried
from s2sad.specialise.endings import is_asked_at_once
from s2sad.specialise.first import first_of
from s2sad.specialise.held import held_items
from s2sad.specialise.keyed import by_key
from s2sad.specialise.loops import called_word
from s2sad.specialise.once import each_of, goes_through, is_iterator
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, renamed
from s2sad.syntax.walk import loops_in, walk

_CALLABLE = (type, type(sum), type(np.array))


class Unfold(Exception):
    """A comprehension has no parts that are known one by one."""


class Comprehensions:
    """Specialises the comprehensions of one function."""

    def __init__(self, frame):
        self.frame = frame
        self.turns = ()  # which of their items the comprehensions around are at

    def _ListComp(self, node):
        node = self.scoped(node)
        parts = self.parts(node, [node.elt])
        if parts is not None:
            return list_record(item for (item,) in parts)
        return self.looped(node)

    _GeneratorExp = _ListComp

    def _SetComp(self, node):
        node = self.scoped(node)
        parts = self.parts(node, [node.elt]) or [(None,)]
        known = [comparable(item) for (item,) in parts]
        if None in known:
            raise self.frame.refuse(node, "a set comprehension is not supported")
        return Static(frozenset(item.value for item in known))

    def _Set(self, node):
        known = [comparable(self.frame.expressions.value(n)) for n in node.elts]
        if None in known:
            what = "a set of what is not constant is not supported"
            raise self.frame.refuse(node, what, "a tuple")
        return Static(frozenset(item.value for item in known))

    def _DictComp(self, node):
        node = self.scoped(node)
        parts = self.parts(node, [node.key, node.value])
        known = [comparable(key) for key, _ in parts or ()]
        if parts is None or None in known:
            what = "a dict whose keys are not constants"
            raise self.frame.refuse(node, what, "an array")
        items = {k.value: v for k, (_, v) in zip(known, parts)}
        return Record(items, dict, object())

    def _NamedExpr(self, node):
        """`(t := e)`: what is read before it in the statement would change."""
        name, now = node.target.id, self.frame.statements.now
        for part in walk(now):
            if isinstance(part, gast.Name) and part.id == name:
                if isinstance(part.ctx, gast.Load) and _is_before(part, node):
                    what = f"{name} is assigned to inside an expression that reads it"
                    raise self.frame.refuse(node, what, "an assignment before it")
        value = self.frame.expressions.value(node.value)
        self.frame.assignments.assign_name(name, value, node)
        return self.frame.env[name]

    def scoped(self, node):
        """A comprehension whose variables are no other names of the function."""
        targets = bound(*(part.target for part in node.generators))
        taken = names_in(self.frame.node)
        new = {}
        for name in sorted(targets):
            uses = sum(n.id == name for n in walk(self.frame.node) if _is_name(n))
            own = sum(n.id == name for n in walk(node) if _is_name(n))
            is_free = uses == own and name in taken and name not in self.frame.env
            new[name] = name if is_free else self.frame.temporary(name)
        self.frame.rebound |= set(new.values())
        first = node.generators[0].iter
        made = renamed(node, new)
        made.generators[0].iter = first
        return made

    # parts that are known one by one

    def parts(self, node, results):
        """The results of a comprehension one by one, or None."""
        trial = Trial(self.frame)
        try:
            found, before = self.frame.aside(
                lambda: self.in_turn(node.generators, results)
            )
        except Unfold:
            trial.undo()
            return None
        self.frame.take(before)
        return found

    def in_turn(self, generators, results):
        """The results, each as it is when its turn comes."""
        turns = self.unfolded(generators, results)
        found: list[Any] = []
        while True:
            row, before = self.frame.aside(lambda: next(turns, None))
            found = as_they_are(self.frame, found, before)
            self.frame.take(before)
            if row is None:
                return [tuple(row.items.values()) for row in found]
            found.append(tuple_record(row))

    def unfolded(self, generators, results):
        if not generators:
            yield in_order(self.frame, results)
            return
        first, *others = generators
        around = self.turns
        try:
            trip = [first.target, *first.ifs, *results]
            trip += [part for other in others for part in (other.iter, *other.ifs)]
            iterator = held_items(self.frame, first.iter, trip)
            for turn, item in enumerate(self.items(iterator)):
                self.turns = (*around, turn)
                self.frame.unpacking.give(first.target, item, first.target)
                if all(map(self.holds, first.ifs)):
                    yield from self.unfolded(others, results)
        finally:
            self.turns = around

    def items(self, node):
        """What is looped over, if it is known one by one and not only of numbers."""
        try:
            value = self.frame.expressions.value(node)
        except (RefusalError, NoKind):
            if called_word(node, self.frame) is None:
                if self.frame.generators.called(node) is None:
                    raise
            raise Unfold from None
        parts = known_parts(self.frame, value, node)
        if parts is None:
            raise Unfold
        return parts

    def holds(self, test):
        known = truth(self.frame.choices.test(test))
        if known is None:
            raise Unfold
        return known

    # loops

    def looped(self, node):
        """The list that a loop fills."""
        frame, name = self.frame, self.list_name(node)
        frame.rebound.add(name)
        frame.grown.setdefault(name, None)
        append = build.attribute(build.name(name), "append")
        inner = [gast.Expr(gast.Call(append, [node.elt], []))]
        empty = build.assign(name, gast.List([], gast.Load()))
        self.run([empty, *self.nest(node, inner)], node)
        value = frame.env[name]
        is_whole = frame.fillings.is_whole(name)
        if is_growing(value) and is_whole:
            return filled(value.items["values"], value.container.item)
        return replace(value, token=object())

    def list_name(self, node):
        """A name for the list, and for its array: after what it is bound to."""
        place = (*build.origin(node), *self.turns)
        name = f"list@{'_'.join(map(str, place))}"
        names = self.frame.assignments.part_names
        self.frame.locals.add(name)
        if (name, "values") not in names:
            names[name, "values"] = self.array_name(node)
            names[name, "count"] = self.frame.temporary("count")
        return name

    def array_name(self, node):
        now = self.frame.statements.now
        if isinstance(now, gast.Assign) and isinstance(now.targets[0], gast.Name):
            target, value = now.targets[0].id, now.value
            if target not in names_in(value) and _is_at(value, node):
                return self.frame.assignments.part_name(target, "values")
            is_array = isinstance(value, gast.Call) and len(value.args) == 1
            if is_array and _is_at(value.args[0], node):
                word = library_word(
                    getattr(self.frame.expressions.value(value.func), "value", None)
                )
                if word in ("np.array", "np.asarray"):
                    if target not in names_in(value) and not value.keywords:
                        return target
        return self.frame.temporary("items")

    def nest(self, node, inner):
        """The loops and conditions of a comprehension around statements."""
        for part in reversed(node.generators):
            for test in reversed(part.ifs):
                inner = [build.conditional(test, inner)]
            inner = [gast.For(part.target, part.iter, inner, [], None)]
        return inner

    def run(self, statements, node):
        """Specialise statements that stand for an expression."""
        for statement in statements:
            for part in gast.walk(statement):
                if getattr(part, "lineno", None) is None:
                    gast.copy_location(part, node)
            self.frame.statements.statement(statement)

    def listed(self, function, node):
        """list, tuple, array and such of what can be gone through once, or None."""
        if not node.args or not (
            is_iterator(node.args[0], self.frame)
            or goes_through(node.args[0], self.frame)
            or self.frame.generators.of_object(node.args[0]) is not None
        ):
            return None
        if function not in (list, tuple, sorted, np.array, np.asarray, max, min):
            return None
        made = generator(node.args[0], self.frame) or self.gone_through(node.args[0])
        if made is None and function is not sorted:
            return None
        value = self.frame.expressions.value
        items = self._ListComp(made) if made else value(_listed(node.args[0]))
        named = self.frame.named(items, node, "mapped")
        again = gast.Call(node.func, [named, *node.args[1:]], node.keywords)
        return self.frame.applications.call(gast.copy_location(again, node))

    def of_each(self, node):
        """`[item for item in node]`, of an array that has a name."""
        return self._ListComp(each_of(node, self.frame))

    def refuse_iterators(self, nodes):
        """What can be gone through once is not kept: nobody counts how often it is."""
        for node in nodes:
            if is_iterator(node, self.frame):
                what = "what can be gone through once is kept, or passed on"
                raise self.frame.refuse(node, what, "a list of it")

    def gone_through(self, node):
        """`(item for item in zip(x, y))`; None if that is known part by part."""
        try:
            tried(self.frame, lambda: self.frame.expressions.value(node))
        except (RefusalError, NoKind):
            return each_of(node, self.frame)
        return None

    def total(self, node, start):
        """`sum(e for ...)`: a loop that adds."""
        node = self.scoped(node)
        if self.is_unfolded(node) or self.holds_arrays(node):
            return None
        name = self.total_name(node)
        self.frame.rebound.add(name)
        add = gast.AugAssign(build.target(name), gast.Add(), node.elt)
        first = build.assign(name, start or build.constant(0))
        self.run([first, *self.nest(node, [add])], node)
        return self.frame.env[name]

    def total_name(self, node):
        """The name that a sum is bound to, or a new one."""
        now = self.frame.statements.now
        if isinstance(now, gast.Assign) and isinstance(now.targets[0], gast.Name):
            target, value = now.targets[0].id, now.value
            is_all = isinstance(value, gast.Call) and len(value.args) == 1
            if is_all and _is_at(value.args[0], node):
                if target not in names_in(value):
                    return target
        return self.frame.temporary("total")

    def is_unfolded(self, node):
        """Whether a comprehension is written out, part by part."""
        return tried(self.frame, lambda: self.parts(node, [node.elt])) is not None

    def holds_arrays(self, node):
        """Whether a comprehension that is a loop gives arrays."""
        value = tried(self.frame, lambda: self.looped(node))
        return not is_growing(value) or value.container.item.kind.rank > 0

    def consumed(self, function, node):
        """sum, any, all and others of what is not known one by one, or None."""
        if not node.args or not isinstance(function, _CALLABLE):
            return None
        if function is next:
            return first_of(self, generator(node.args[0], self.frame), node)
        if function not in (sum, any, all):
            chosen = by_key(self.frame, function, node)
            return self.listed(function, node) if chosen is None else chosen
        given = generator(node.args[0], self.frame, arrays=function is not sum)
        if given is None:
            return None
        if function is sum:
            if len(node.args) + len(node.keywords) > 2:
                return None
            start = [*node.args[1:], *(item.value for item in node.keywords)]
            return self.total(given, start[0] if start else None)
        return self.found(given, function is all)

    def found(self, node, is_all):
        """any and all of what is not known: a loop that ends where it is decided."""
        node = self.scoped(node)
        if is_asked_at_once(self, node):
            return None
        flag = self.frame.temporary("holds" if is_all else "found")
        self.frame.rebound.add(flag)
        test = build.logical_not(node.elt) if is_all else node.elt
        decide = build.assign(flag, build.constant(not is_all))
        loops = self.nest(node, [build.conditional(test, [decide])])
        open_ = build.name(flag) if is_all else build.logical_not(build.name(flag))
        closed = build.opposite(open_)
        for loop in loops_in(loops):
            loop.body = [
                build.conditional(open_, loop.body),
                build.conditional(closed, [gast.Break()]),
            ]
        self.run([build.assign(flag, build.constant(is_all)), *loops], node)
        return self.frame.env[flag]


def generator(node, frame, arrays=False):
    """A node as a generator expression, if it stands for one: `map` is one too."""
    if isinstance(node, (gast.GeneratorExp, gast.ListComp)):
        return node
    if frame.generators.called(node) is not None or goes_through(node, frame):
        return each_of(node, frame)
    if called_word(node, frame) != "map":
        return _of_elements(node, frame) if arrays else None
    function, *others = node.args
    names = [frame.temporary("item") for _ in others]
    items = [build.name(name) for name in names]
    target, over = build.target(names[0]), others[0]
    if len(names) > 1:
        target = build.assign(names, build.constant(0)).targets[0]
        over = gast.Call(build.name("zip"), others, [])
    part = gast.comprehension(target, over, [], 0)
    made = gast.GeneratorExp(gast.Call(function, items, []), [part])
    for inner in gast.walk(made):
        if getattr(inner, "lineno", None) is None:
            gast.copy_location(inner, node)
    return made


def _of_elements(node, frame):
    """`(v for v in x)` of an array x, or of a list that lives in one; else None."""
    if isinstance(node, (gast.Name, gast.Compare, gast.BinOp, gast.UnaryOp)):
        try:
            value = tried(frame, lambda: frame.expressions.value(node))
        except (RefusalError, NoKind):
            return None
        is_array = isinstance(value, Expression) and isinstance(value.kind, Array)
        if is_array or is_growing(value):
            return each_of(node, frame)
    return None


def _is_at(node, other):
    """Whether two nodes stand at one place of the source."""
    return build.origin(node) == build.origin(other)


def _is_before(node, other):
    place = (node.lineno, node.col_offset)
    return place < (other.lineno, other.col_offset)


def _is_name(node):
    return isinstance(node, gast.Name)


def _listed(node):
    """`list(node)`."""
    return gast.fix_missing_locations(build.located(build.call("list", node), node))
