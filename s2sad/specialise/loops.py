"""Loops as a function is specialised: all count, or run while a test holds."""

from typing import Any

import gast

from s2sad.checkpoints import checkpoint
from s2sad.errors import RefusalError
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import INT, Array, Scalar
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.specialise.checkpointed import checkpointed, checkpointed_while
from s2sad.specialise.known import truth
from s2sad.specialise.library import library_word
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk

_ROUNDS = 20


class Loops:
    """Specialises the loops of one function."""

    def __init__(self, frame):
        self.frame = frame

    def loop_body(self, statements, runs=False):
        """The residual body of a loop: one that may not run forbids nothing."""
        before = self.frame.copied()
        refusals = len(self.frame.refusals)
        undetermined, bounds = self.frame.undetermined, self.frame.bounds
        try:
            return self.stable_body(statements)
        except RefusalError as error:
            if runs or error.place is None:
                raise
            self.frame.state = before
            self.frame.undetermined, self.frame.bounds = undetermined, bounds
            del self.frame.refusals[refusals:]
            self.frame.dead = False
            self.frame.lost |= dict.fromkeys(bound(*statements), error)
            return [self.frame.reached(error)]

    def stable_body(self, statements):
        """The residual body of a loop, its names stable from trip to trip."""
        memory, shapes = self.frame.memory, self.frame.shapes
        forgotten = set()
        for _ in range(_ROUNDS):
            before = dict(self.frame.env)
            undetermined, self.frame.undetermined = self.frame.undetermined, False
            refusals = len(self.frame.refusals)
            cells, shared = dict(memory.cells), memory.groups(before)
            known, shapes.state = shapes.state, shapes.copied()
            self.frame.conditional += 1
            try:
                out = self.frame.block(statements)
            finally:
                self.frame.conditional -= 1
            changed = shapes.changed(known) - forgotten
            forgotten |= changed
            shapes.state = known
            shapes.forget(forgotten)
            pending, self.frame.undetermined = self.frame.undetermined, undetermined
            after = self.frame.statements.joined(before, self.frame.env)
            stable = all(after[name] == before[name] for name in before)
            memory.merge(cells, memory.cells)
            stable &= memory.groups(before) == shared and not changed
            if stable and (not pending or after.keys() == before.keys()):
                self.frame.undetermined |= pending
                self.frame.env = after
                self.frame.dead = False
                return out
            del self.frame.refusals[refusals:]
            self.frame.env = (
                after if pending else {name: after[name] for name in before}
            )
            if stable and not pending:
                self.frame.env = after
        raise RefusalError("the kinds of the names in this loop do not settle")

    def _While(self, node):
        if called_word(node.test, self.frame) == "checkpoint":
            for statement in checkpointed_while(self.frame, node):
                self.frame.statements.statement(statement)
            return
        test, before = self.frame.aside(lambda: self.frame.choices.test(node.test))
        if truth(test) is False:
            return
        if before:
            self.waiting(node)
            return
        body = self.loop_body(node.body, runs=truth(test) is True)
        test = self.frame.statements.condition(
            self.frame.choices.test(node.test), node.test
        )
        self.frame.emit(gast.While(test, body or [gast.Pass()], []))

    def waiting(self, node):
        """A while whose test needs statements: they run before each test."""
        flag = self.frame.temporary("going")
        again = build.assign(flag, node.test)
        self.frame.statements.statement(gast.copy_location(again, node))
        body = [*node.body, gast.copy_location(again, node)]
        body = self.loop_body(body)
        self.frame.emit(gast.While(build.name(flag), body, []))

    def _For(self, node):
        iterator = node.iter
        word = called_word(iterator, self.frame)
        items = self.paired(word, node)
        if items is not None:
            self.unrolled(node, items)
        elif word == "range":
            self.counted_loop(node)
        elif word == "enumerate":
            self.enumerated(node)
        elif word == "zip":
            self.zipped(node)
        elif word == "checkpoint":
            for statement in checkpointed(self.frame, node):
                self.frame.statements.statement(statement)
        else:
            self.over_values(node)

    def paired(self, word, node):
        """What enumerate or zip give of values known one by one; None for others."""
        if word not in ("enumerate", "zip") or not node.iter.args:
            return None
        given = [self.known_items(item) for item in node.iter.args]
        if given[0] is None or word == "zip" and None in given:
            return None
        if word == "zip":
            return [tuple_record(pair) for pair in zip(*given)]
        start = [*node.iter.args[1:], *(item.value for item in node.iter.keywords)]
        begun = self.frame.expressions.number(start[0]).node if start else None
        first: Any = 0 if begun is None else number_of(begun)
        if first is None:
            raise self.frame.refuse(start[0], "enumerate from a number not known yet")
        counts = range(first, first + len(given[0]))
        numbers = [self.frame.expressions.expression(build.constant(n)) for n in counts]
        return [tuple_record(pair) for pair in zip(numbers, given[0])]

    def known_items(self, node):
        """The values of a tuple or list that are known one by one, or None."""
        if called_word(node, self.frame) is not None or not isinstance(
            node, (gast.Name, gast.Attribute, gast.Tuple, gast.List)
        ):
            return None
        value = self.frame.expressions.value(node)
        if isinstance(value, Static) and isinstance(value.value, (tuple, list)):
            value = self.frame.surroundings.record(value, node)
        if isinstance(value, Record) and value.container is not dict:
            return list(value.items.values())
        return None

    def counted_loop(self, node):
        if not isinstance(node.target, gast.Name):
            raise self.frame.refuse(node, "a range gives one number at a time")
        bounds = [self.frame.expressions.number(item).node for item in node.iter.args]
        for item in bounds:
            if kind_of(item, self.frame.kinds()) != INT:
                raise self.frame.refuse(
                    node, "a bound of range is not an integer", "int(...) of it"
                )
        counter, body = node.target.id, node.body
        if self.was_float(counter):
            counter = self.frame.temporary("k")
            body = [self.given(node.target, counter, node), *body]
        self.loop(counter, bounds, body)

    def was_float(self, name):
        """Whether a name was a float before: what it is after no trips, or in them."""
        old = self.frame.env.get(name)
        if isinstance(old, Static):
            return isinstance(old.value, float)
        is_number = isinstance(old, Expression) and isinstance(old.kind, Scalar)
        return is_number and old.kind.is_float

    def given(self, target, counter, node):
        """`i = k`: the user's variable of a loop that has one of its own to count."""
        made = gast.copy_location(build.assign(target, build.name(counter)), node)
        return gast.fix_missing_locations(made)

    def loop(self, counter, bounds, body):
        stop = bounds[0] if len(bounds) == 1 else bounds[1]
        around = self.frame.bounds
        above = [stop]
        if len(bounds) == 3 and number_of(bounds[2]) == -1:
            above.append(shifted(bounds[0], 1))
        kept = [item for item in above if not names_in(item) & bound(*body)]
        self.frame.bounds = [*around, *map(gast.dump, kept)]
        self.frame.bind(counter, INT)
        body = self.loop_body(body, _runs(bounds))
        self.frame.bounds = around
        self.frame.emit(build.counted(counter, bounds, body or [gast.Pass()]))

    def enumerated(self, node):
        """`for i, v in enumerate(a, start)`: a loop over the indices of a."""
        if not isinstance(node.target, gast.Tuple) or len(node.target.elts) != 2:
            raise self.frame.refuse(node, "enumerate gives pairs", "for i, v in ...")
        index, item = node.target.elts
        iterable, *start = node.iter.args
        items, iterables = [item], [iterable]
        if called_word(iterable, self.frame) == "zip":
            items, iterables = item.elts, iterable.args
        start = start[0] if start else None
        for given in node.iter.keywords:
            start = given.value
        is_own = isinstance(index, gast.Name) and index.id not in bound(*node.body)
        counts = is_own and not start and not self.was_float(index.id)
        counter, sources = self.sources(iterables, node, index if counts else None)
        first = []
        if start:
            shifted = build.binary(build.name(counter), "+", start)
            first.append(build.assign(index, shifted))
        elif not counts:
            first.append(self.given(index, counter, node))
        self.over(node, counter, items, sources, first)

    def zipped(self, node):
        targets = getattr(node.target, "elts", None)
        if targets is None or len(targets) != len(node.iter.args):
            raise self.frame.refuse(node, "zip gives one value for each argument")
        counter, sources = self.sources(node.iter.args, node)
        self.over(node, counter, targets, sources)

    def over_values(self, node):
        value = self.frame.expressions.value(node.iter)
        if isinstance(value, Record):
            self.unrolled(node, list(value.items.values()))
            return
        if isinstance(value, Static) and isinstance(value.value, (tuple, list, range)):
            items = self.frame.surroundings.record(value, node).items
            self.unrolled(node, list(items.values()))
            return
        counter, sources = self.sources([node.iter], node)
        self.over(node, counter, [node.target], sources)

    def unrolled(self, node, items):
        """A loop over a few values that are known one by one."""
        if _breaks(node.body):
            raise self.frame.refuse(
                node, "break out of a loop over a tuple is not supported", "range(n)"
            )
        for item in items:
            self.frame.assignments.assign(node.target, item, node)
            self.frame.emit(*self.frame.block(node.body))
            if self.frame.dead:
                return

    def sources(self, iterables, node, index=None):
        """(counter, [(expression of the k-th item, its length)]) of some iterables."""
        counter = index.id if index is not None else self.frame.temporary("k")
        found = []
        for iterable in iterables:
            word = called_word(iterable, self.frame)
            if word == "range":
                found.append(self.range_items(iterable, counter))
                continue
            value = self.frame.expressions.number(iterable)
            if not isinstance(value.kind, Array):
                raise self.frame.refuse(
                    iterable, f"a loop over a {value.kind}", "range(n)"
                )
            value = self.frame.stored_if_compound(value)
            self.frame.bind(counter, INT)
            item = build.subscript(value.node, build.name(counter))
            found.append((item, build.call("len", value.node)))
        return counter, found

    def range_items(self, node, counter):
        bounds = [self.frame.expressions.number(item).node for item in node.args]
        start, step = build.constant(0), None
        stop = bounds[0]
        if len(bounds) > 1:
            start, stop = bounds[:2]
        step = bounds[2] if len(bounds) > 2 else None
        item = build.name(counter)
        if step is not None:
            item = build.binary(item, "*", step)
        if build.number_of(start) != 0:
            item = build.binary(start, "+", item)
        if len(bounds) == 1:
            return item, stop
        return item, build.call("len", build.call("range", *bounds))

    def over(self, node, counter, targets, sources, first=()):
        lengths = [length for _, length in sources]
        stop = lengths[0]
        for length in lengths[1:]:
            if gast.dump(length) != gast.dump(stop):
                stop = build.call("min", stop, length)
        assigns = [
            build.assign(target, item) for target, (item, _) in zip(targets, sources)
        ]
        body = [*first, *assigns]
        for new in body:
            gast.copy_location(new, node)
            gast.fix_missing_locations(new)
        self.loop(counter, [stop], [*body, *node.body])


def _runs(bounds):
    """Whether a range is known to give a number."""
    numbers: Any = [number_of(item) for item in bounds]
    return None not in numbers and 0 not in numbers[2:] and len(range(*numbers)) > 0


def _breaks(statements):
    return any(isinstance(n, gast.Break) for s in statements for n in walk(s))


def called_word(node, frame):
    """Which builtin an iterator calls: range, enumerate or zip."""
    if isinstance(node, gast.Call) and isinstance(
        node.func, (gast.Name, gast.Attribute)
    ):
        if isinstance(node.func, gast.Name) and node.func.id in frame.locals:
            return None
        value = frame.expressions.value(node.func)
        if isinstance(value, Static):
            if getattr(value.value, "__name__", "") == "prange":
                frame.unit.parallel.add(frame.name)
                return "range"
            if value.value is checkpoint:
                return "checkpoint"
            return library_word(value.value)
    return None
