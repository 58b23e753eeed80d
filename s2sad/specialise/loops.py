"""Loops as a function is specialised: all count, or run while a test holds."""

from functools import partial
from typing import Any

import gast

from s2sad.called.library import library_word
from s2sad.called.parts import FEW, known_parts, static
from s2sad.called.ranges import range_bounds
from s2sad.checkpoints import checkpoint
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import INT, Scalar
from s2sad.facts.values import Expression, Static, is_of
from s2sad.known.comparable import truth
from s2sad.known.sharing import Sharing
from s2sad.known.trial import Trial, at_once
from s2sad.objects.fillings import is_steady
from s2sad.specialise.checkpointed import checkpointed, checkpointed_while
from s2sad.specialise.held import held
from s2sad.specialise.powers import is_natural
from s2sad.specialise.sums_of_arrays import Summed, SumsOfArrays
from s2sad.specialise.tabled import is_of_numbers, tabled
from s2sad.specialise.uneven import counts_through
from s2sad.specialise.written_out import Trips, counted_trips
from s2sad.specialise.yielding import ENDLESS
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import bound

_ROUNDS = 20
# What is gone over by numbers of places, besides what the library has words for.
_WORDS = (reversed, map, *ENDLESS)


class Loops:
    """Specialises the loops of one function."""

    def __init__(self, frame):
        self.frame, self.trips = frame, Trips(frame)
        self.naturals, self.sums = set(), SumsOfArrays(frame)

    def loop_body(self, statements, runs=False):
        """The residual body of a loop: one that may not run forbids nothing."""
        self.frame.vary(statements)
        before = self.frame.copied()
        refusals = len(self.frame.refusals)
        undetermined, bounds = self.frame.undetermined, self.frame.bounds
        try:
            return self.stable_body(statements, runs)
        except RefusalError as error:
            if runs or error.place is None:
                raise
            self.frame.state = before
            self.frame.undetermined, self.frame.bounds = undetermined, bounds
            del self.frame.refusals[refusals:]
            self.frame.dead = False
            self.frame.lost |= dict.fromkeys(bound(*statements), error)
            return [self.frame.reached(error)]

    def stable_body(self, statements, runs):
        """The residual body of a loop, its names stable from trip to trip."""
        memory, shapes = self.frame.memory, self.frame.shapes
        forgotten = set()
        for _ in range(_ROUNDS):
            before, refusals = dict(self.frame.env), len(self.frame.refusals)
            lent = self.frame.lent
            cells, shared = dict(memory.cells), memory.groups([*before, *lent])
            known, shapes.state = shapes.state, shapes.copied()
            out, pending = self.trip(before, statements, runs)
            if out is None:
                continue
            self.frame.lists.check_counts(before)
            changed = shapes.changed(known) - forgotten
            forgotten |= changed
            shapes.state = known
            shapes.forget(forgotten)
            after = self.frame.statements.joined(before, self.frame.env)
            stable = all(after[name] == before[name] for name in before)
            stable &= Sharing(before, {n: after[n] for n in before}).is_same()
            memory.merge(cells, memory.cells)
            stable &= memory.groups([*before, *lent]) == shared and not changed
            # names of s2sad's own are others each time
            new = (after.keys() ^ before.keys()) & bound(*statements)
            if stable and not (pending and new):
                self.frame.undetermined |= pending
                self.frame.env = after
                self.frame.dead = False
                return _ended(out)
            del self.frame.refusals[refusals:]
            self.frame.env = (
                after if pending else {name: after[name] for name in before}
            )
            if stable and not pending:
                self.frame.env = after
        raise RefusalError("the kinds of the names in this loop do not settle")

    def trip(self, before, statements, runs):
        """(the body as it is after `before`, or None; whether a value is not known).

        There is none where a number is an array from here on.
        """
        state, refusals = self.frame.copied(), len(self.frame.refusals)
        undetermined, self.frame.undetermined = self.frame.undetermined, False
        self.frame.conditional += 1
        try:
            out = self.frame.block(statements)
        except Summed as found:
            out, sums = None, self.sums.made(found, before, runs)
        else:
            sums = self.sums.found(before, statements, runs)
        finally:
            self.frame.conditional -= 1
        pending, self.frame.undetermined = self.frame.undetermined, undetermined
        if out is not None and not sums:
            return out, pending
        self.frame.state = state
        del self.frame.refusals[refusals:]
        for line in sums:
            self.frame.statements.statement(line)
        return None, pending

    def _While(self, node):
        if called_word(node.test, self.frame) == "checkpoint":
            for statement in checkpointed_while(self.frame, node):
                self.frame.statements.statement(statement)
            return
        self.frame.lists.settle([node])
        trial = Trial(self.frame)
        test, before = self.frame.aside(lambda: self.frame.choices.test(node.test))
        if truth(test) is False:
            return
        if before:
            trial.undo()
            self.waiting(node)
            return
        refusals = len(self.frame.refusals)
        body = self.loop_body(node.body, runs=truth(test) is True)
        test, before = self.frame.aside(lambda: self.condition(node.test))
        if before:  # what was a number in the first trip is none in the others
            del self.frame.refusals[refusals:]
            trial.undo()
            self.waiting(node)
            return
        self.frame.emit(gast.While(test, body or [gast.Pass()], []))

    def condition(self, test):
        """The node of the test of a while loop."""
        return self.frame.statements.condition(self.frame.choices.test(test), test)

    def waiting(self, node):
        """A while whose test needs statements: they run before each test."""
        flag = self.frame.temporary("going")
        self.frame.rebound.add(flag)
        again = build.assign(flag, build.logical_not(build.logical_not(node.test)))
        self.frame.statements.statement(gast.copy_location(again, node))
        body = [*node.body, gast.copy_location(again, node)]
        body = self.loop_body(body)
        self.frame.emit(gast.While(build.name(flag), body, []))

    def _For(self, node):
        iterator = node.iter
        word = called_word(iterator, self.frame)
        if word == "range":
            self.counted_loop(node)
        elif word == "checkpoint":
            for statement in checkpointed(self.frame, node):
                self.frame.statements.statement(statement)
        else:
            self.frame.iterables.refuse_changing(node)
            node = held(self.frame, self.frame.iterables.lists.as_it_was(node))
            generator = self.frame.generators.called(node.iter)
            if isinstance(node.iter, gast.GeneratorExp):
                self.frame.generators.over_expression(node)
            elif not self.unrolls(node):
                trips = self.parts(node)
                loop = partial(self.frame.iterables.loop, node, word)
                if generator is not None:
                    loop = partial(self.frame.generators.loop, node, generator)
                unrolled = partial(self.unrolled, node, trips)
                self.trips.specialise(node, trips, loop, unrolled)

    def counted_loop(self, node):
        values = [self.frame.expressions.number(item) for item in node.iter.args]
        bounds = [value.node for value in values]
        for item in bounds:
            if kind_of(item, self.frame.kinds()) != INT:
                raise self.frame.refuse(
                    node, "a bound of range is not an integer", "int(...) of it"
                )
        trips = counted_trips(self.frame, values)

        def unrolled():
            known = [static(self.frame, trip, node) for trip in trips or ()]
            self.unrolled(node, known)

        if trips is not None and counts_through(self.frame, node, trips):
            unrolled()
        else:
            loop = partial(self.over_range, node, bounds)
            self.trips.specialise(node, trips, loop, unrolled)

    def over_range(self, node, bounds):
        """`for i in range(*bounds)`, whose target must be a name."""
        if not isinstance(node.target, gast.Name):
            raise self.frame.refuse(node, "a range gives one number at a time")
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
        return build.located(build.assign(target, build.name(counter)), node)

    def loop(self, counter, bounds, body):
        if len(bounds) == 2 and number_of(bounds[0]) == 0:
            bounds = bounds[1:]
        around, naturals = self.frame.bounds, self.naturals
        above = [n for n in _above(bounds, naturals) if is_steady(n, body)]
        self.frame.bounds = [*around, *map(gast.dump, above)]
        self.frame.bind(counter, INT)
        lists, counters = self.frame.fillings, self.frame.counters
        bounds = lists.held(bounds, body)
        kept, plans = lists.begin(counter, bounds, body)
        self.frame.counters = counters | {counter} - bound(*body)
        if _is_from_zero_on(bounds, naturals) and counter not in bound(*body):
            self.naturals = naturals | {counter}
        body = self.loop_body(body, _runs(bounds))
        self.frame.bounds, self.frame.counters = around, counters
        self.naturals = naturals
        loop = build.counted(counter, bounds, body or [gast.Pass()])
        lists.end(plans, loop, kept)

    def parts(self, node):
        """What is looped over, one by one, if that is known and takes no statements."""
        value = at_once(self.frame, lambda: self.frame.expressions.value(node.iter))
        return None if value is None else known_parts(self.frame, value, node)

    def unrolls(self, node):
        """Whether a loop over parts that are known one by one was written out."""
        trial = Trial(self.frame)
        try:
            value, before = self.frame.aside(
                lambda: self.frame.expressions.value(node.iter)
            )
        except (RefusalError, NoKind):
            trial.undo()
            return False
        if is_of(value, range):
            self.frame.take(before)
            self.over_range(node, range_bounds(value))
            return True
        parts = known_parts(self.frame, value, node)
        if parts is None or _is_counted(node.iter) and all(map(is_of_numbers, parts)):
            trial.undo()
            return False
        self.frame.take(before)
        if not (len(parts) > FEW and tabled(self.frame, node, parts)):
            self.unrolled(node, parts)
        return True

    def unrolled(self, node, items):
        """A loop over a few values that are known one by one."""
        if not items:
            return
        first, *others = items
        *body, last = node.body
        leaves = _is_break(last)
        self.frame.assignments.assign(node.target, first, node)
        self.frame.take(self.frame.block(body if leaves else node.body))
        if self.frame.dead or not others:
            return
        if not leaves:
            self.unrolled(node, others)
            return
        rest = gast.copy_location(self.frame.named(others, node), node)
        again = build.with_body(node, node.body)
        again.iter = rest
        test = build.logical_not(last.test)
        guarded = build.located(build.conditional(test, [again]), last)
        self.frame.statements.statement(guarded)


def _is_from_zero_on(bounds, naturals):
    """Whether a range surely holds no negative numbers."""
    step = number_of(bounds[2]) if bounds[2:] else 1
    if step is not None and step < 0:
        stop = number_of(bounds[1])
        return stop is not None and stop >= -1
    return step is not None and (len(bounds) == 1 or is_natural(bounds[0], naturals))


def _above(bounds, naturals):
    """What is more than all numbers of a range, and thus more than 0 in its loop."""
    if not _is_from_zero_on(bounds, naturals):
        return []
    step = number_of(bounds[2]) if bounds[2:] else 1
    if step == -1:
        return [shifted(bounds[0], 1)]
    return [bounds[:2][-1]] if step and step > 0 else []


def _ended(body):
    """A body that always ends in a break, with a test before that, as others have it.

    Who asks how often a loop runs, or what it must run again, looks for the test.
    """
    if not body or not isinstance(body[-1], gast.Break):
        return body
    always = build.located(gast.Constant(True, None), body[-1])
    ended = gast.copy_location(gast.If(always, body[-1:], []), body[-1])
    return [*body[:-1], ended]


def _runs(bounds):
    """Whether a range is known to give a number."""
    numbers: Any = [number_of(item) for item in bounds]
    return None not in numbers and 0 not in numbers[2:] and len(range(*numbers)) > 0


def _is_break(node):
    """Whether a statement is the only place where a loop is left: its last line."""
    return isinstance(node, gast.If) and isinstance(node.body[-1], gast.Break)


def _is_counted(node):
    """Whether a node makes what is looped over of ranges, or of other such calls."""
    is_call = isinstance(node, gast.Call)
    return is_call and any(isinstance(item, gast.Call) for item in node.args)


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
            if any(value.value is one for one in _WORDS):
                return value.value.__name__
            return library_word(value.value)
    return None
