"""One function as it is specialised: its names, and the statements that are written."""

from typing import Any

import gast

from s2sad.called.lending import Lending
from s2sad.called.operators import Operators
from s2sad.errors import RefusalError
from s2sad.facts import webs
from s2sad.facts.effects import shared_name
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import FLOAT, Array, Stack, array_kind
from s2sad.facts.plain import Plain
from s2sad.facts.values import Expression, Record, tuple_record
from s2sad.known.comparable import Undetermined
from s2sad.known.memory import Memory
from s2sad.known.shapes import Shapes
from s2sad.known.stacks import stacks
from s2sad.objects.attributes import Attributes
from s2sad.objects.closures import Closures
from s2sad.objects.containers import Containers
from s2sad.objects.fillings import Fillings
from s2sad.objects.growth import Growth
from s2sad.objects.identities import Identities
from s2sad.objects.inside import Inside, in_place
from s2sad.objects.lists import Lists
from s2sad.objects.objects import Objects
from s2sad.objects.reading import Reading
from s2sad.objects.surroundings import Surroundings
from s2sad.objects.writing import Writing
from s2sad.specialise.alternatives import Alternatives
from s2sad.specialise.applications import Applications
from s2sad.specialise.assignments import Assignments
from s2sad.specialise.calls import Calls
from s2sad.specialise.careful import Careful
from s2sad.specialise.choices import Choices
from s2sad.specialise.comparisons import Comparisons
from s2sad.specialise.comprehensions import Comprehensions
from s2sad.specialise.contexts import Contexts
from s2sad.specialise.expressions import Expressions
from s2sad.specialise.forks import Forks
from s2sad.specialise.generators import Generators
from s2sad.specialise.indexing import Indexing
from s2sad.specialise.inert import Inert
from s2sad.specialise.iterables import Iterables
from s2sad.specialise.loops import Loops
from s2sad.specialise.returns import Returns
from s2sad.specialise.statements import Statements
from s2sad.specialise.trials import Trials
from s2sad.specialise.unpacking import Unpacking
from s2sad.specialise.without_axes import WithoutAxes
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, names_in
from s2sad.syntax.rebound import rebound
from s2sad.syntax.walk import walk


class Spread(Exception):
    """Names hold arrays whose axes have length 1 on one path and not on another."""

    def __init__(self, names):
        super().__init__()
        self.names = names


class Frame:
    """Specialises one function; each family of constructs has an object of its own.

    `grown` are the names of lists that live in arrays, `spread` those of which it does
    not count that an axis has length 1.
    """

    def __init__(self, unit, source, node, name, entry, key, found):
        grown, spread, options = found
        self.unit, self.source, self.node, self.name = unit, source, node, name
        self.entry, self.key, self.spread = entry, key, set(spread)
        self.fresh = Fresh(names_in(node) | {p for p, _ in entry.parameters})
        self.env = dict(entry.bindings)
        for parameter, kind in entry.parameters:
            self.env.setdefault(parameter, Expression(build.name(parameter), kind))
        self.locals = bound(*node.body) | set(entry.bindings)
        unit.locals |= self.locals
        self.rebound = rebound(node)
        self.hidden, self.callees = {}, {}
        self.decided, self.inlined = set(), set()
        self.filled, self.items = set(), set()
        self.memory, self.shapes = Memory(entry.overlapping_names()), Shapes(self)
        self.bounds, self.buffers, self.conditional = [], [], 0
        self.result, self.undetermined, self.dead = None, False, False
        self.pending: Any = None
        self.refusals, self.lost, self.nonlocals = [], {}, {}
        self.grown, self.counters = dict(grown), frozenset()
        self.lent, self.arrays_of_rows = set(), set()
        self.given = set(entry.bindings) - _collected(node)
        self.stacks = stacks(node)
        self.lending, self.alternatives = Lending(self), Alternatives(self, options)
        self.is_from_numpy = unit.is_from_numpy and bool(unit.caught)
        self.forks = Forks(self)
        self.families()

    def families(self):
        """An object for each family of constructs."""
        self.returns, self.closures = Returns(self), Closures(self)
        self.surroundings, self.indexing = Surroundings(self), Indexing(self)
        self.expressions = Expressions(self)
        self.choices, self.comparisons = Choices(self), Comparisons(self)
        self.comprehensions = Comprehensions(self)
        self.applications, self.calls = Applications(self), Calls(self)
        self.objects, self.operators = Objects(self), Operators(self)
        self.attributes, self.identities = Attributes(self), Identities(self)
        self.assignments, self.unpacking = Assignments(self), Unpacking(self)
        self.loops, self.iterables = Loops(self), Iterables(self)
        self.generators = Generators(self)
        self.containers, self.lists = Containers(self), Lists(self)
        self.reading, self.growth = Reading(self), Growth(self)
        self.writing, self.fillings = Writing(self), Fillings(self)
        self.inside = Inside(self)
        self.inert, self.trials = Inert(self), Trials(self)
        self.careful, self.contexts = Careful(self), Contexts(self)
        self.statements, self.without_axes = Statements(self), WithoutAxes(self)

    def refuse(self, node, what, instead=None):
        """A refusal that shows where in this function the node stands."""
        return self.source.refuse(node, what, instead)

    def plain(self):
        """The function in plain form."""
        _, before = self.aside(self.begin)
        body = [*self.located(before, self.node), *self.block(self.node.body)]
        body, result = self.attributes.finished(body)
        body = self.returns.at_once(body)
        result = self.ended(body, result)
        unread = self.decided - names_in(*body)
        hidden = [h for h in self.hidden.values() if h.name not in unread]
        parameters = [p for p, _ in self.entry.parameters] + [h.name for h in hidden]
        node = build.function(self.name, parameters, body or [gast.Pass()])
        gast.copy_location(node, self.node)
        given = dict(self.entry.parameters) | {h.name: h.kind for h in hidden}
        node, found, spread = webs.separated(node, given, self.results(), self.callees)
        if not spread <= self.spread:
            raise Spread(spread)
        return Plain(
            self.name,
            node,
            self.source,
            found,
            hidden,
            result,
            dict(self.callees),
            self.entry.structure,
            refusals=self.refusals,
            places=list(self.attributes.places.values()),
            outside=self.changes_outside(),
            looked=self.attributes.looked,
            filled=frozenset(self.filled),
            items=frozenset(self.items),
            in_place=in_place(self, node),
            rows_written=frozenset(self.lists.rows_written),
            changed=dict(self.lists.copies.changed),
            lent=self.lending.lent(result),
            overlapping=self.entry.overlapping,
        )

    def ended(self, body, result):
        """What a function gives, also where its end is not reached or not known."""
        if self.undetermined:
            self.refuse_unwritten()
            if self.result is None and self.dead:
                self.refuse_endless()
                raise Undetermined
        elif self.dead and self.result is None and len(self.unit.active) == 1:
            # what always raises is differentiated, to raise when it is called
            result = Expression(build.constant(0.0), FLOAT)
            body.append(build.returned(result.node))
        return result

    def begin(self):
        """What stands before the first statement."""
        self.closures.enter()
        self.inside.enter()
        self.attributes.begin()
        self.alternatives.start()

    def refuse_unwritten(self):
        """Refuse a name without value, unless what is around it may tell more."""
        if self.pending is not None and self.pending.id in self.lost:
            raise self.lost[self.pending.id]
        can_settle = len(self.unit.active) > 1 and self.unit.recursive
        if self.pending is not None and not can_settle:
            what = f"{self.pending.id} is read before it is written"
            raise self.refuse(self.pending, what, "a value for it at first")

    def refuse_endless(self):
        """Refuse a recursion whose result can't be found."""
        nodes = walk(self.node)
        gives = any(isinstance(n, gast.Return) and n.value is not None for n in nodes)
        if self.name in self.unit.recursive_names and not gives:
            what = f"{self.node.name} calls itself and returns nothing"
            raise self.refuse(self.node, what, "a number that is returned")
        if len(self.unit.active) == 1:
            what = f"every path of {self.node.name} ends in a recursion"
            raise self.refuse(self.node, what, "a path that returns a number")

    def kinds(self):
        """{name: kind} of the numbers and arrays that have names here."""
        found = {}
        for name, value in self.env.items():
            if isinstance(value, Expression):
                found[name] = self.seen(name, value).kind
            elif isinstance(value, Record):
                for leaf in value.leaves():
                    if isinstance(leaf, Expression) and isinstance(
                        leaf.node, gast.Name
                    ):
                        found[leaf.node.id] = leaf.kind
        for hidden in self.hidden.values():
            found[hidden.name] = hidden.kind
        return found | self.results()

    def seen(self, name, value):
        """What a name holds, without lengths that another path does not know."""
        kind = getattr(value, "kind", None)
        if name not in self.spread or not isinstance(kind, Array):
            return value
        return Expression(value.node, array_kind(kind.dtype, kind.rank))

    def results(self):
        """{function: the kind of its one result} of the functions that are called."""
        return {
            name: callee.result_kinds[0]
            for name, callee in self.callees.items()
            if len(callee.result_kinds) == 1
        }

    def temporary(self, wanted):
        self.fresh.taken |= set(self.unit.names.values())
        name = self.fresh(wanted)
        self.unit.locals.add(name)
        self.locals.add(name)
        return name

    def named(self, value, node, wanted="parts"):
        """A name that stands for a value, or for values, that is known here."""
        if isinstance(value, list):
            value = tuple_record(value)
        name = self.temporary(wanted)
        self.identities.name_too(name, value)
        self.env[name] = value
        return gast.copy_location(build.name(name), node)

    def vary(self, statements):
        """Numbers that are known here, and set anew in statements that may run."""
        for name in sorted(bound(*statements)):
            number = getattr(self.env.get(name), "value", None)
            if isinstance(number, (bool, int, float)):
                self.assignments.assign_name(name, self.env[name])

    def bind(self, name, kind):
        self.env[name] = Expression(build.name(name), kind)

    def emit(self, *statements):
        self.buffers[-1].extend(statements)
        for node in statements:
            self.lists.check(node)
            self.careful.note(node)
            self.remember(node)

    def take(self, statements):
        """Emit what a block became, whose names were bound as it was specialised."""
        self.buffers[-1].extend(statements)

    def remember(self, node):
        """Take in which names an assignment makes share memory."""
        self.lending.written(node)
        if not isinstance(node, gast.Assign):
            return
        (place,) = node.targets
        if isinstance(place, gast.Name):
            self.shapes.bind(place.id, node.value)
            kinds = self.kinds()
            if isinstance(kind_of(node.value, kinds), (Array, Stack)):
                self.memory.bind(place.id, shared_name(node.value, kinds))
                self.lending.bound(place.id, node.value)
        elif isinstance(place, gast.Tuple) and isinstance(node.value, gast.Tuple):
            names, bases = place.elts, node.value.elts
            self.memory.permute([n.id for n in names], [b.id for b in bases])
            self.shapes.permute([n.id for n in names], bases)

    def aside(self, evaluate):
        """(value, the statements it needs first) of what `evaluate` gives."""
        self.buffers.append([])
        try:
            value = evaluate()
            self.inert.spell_out(0)
        finally:
            before = self.buffers.pop()
        return value, before

    def block(self, statements):
        """The residual statements; a raise or an undetermined value ends them."""
        self.buffers.append([])
        self.dead = False
        try:
            for node in statements:
                start = len(self.buffers[-1])
                self.statements.statement(node)
                self.inert.spell_out(start)
                self.located(self.buffers[-1][start:], node)
                if self.dead:
                    break
        except Undetermined:
            self.undetermined = True
            self.dead = True
        finally:
            out = self.buffers.pop()
        return out

    def names_outside(self):
        """What the names hold in the end that belong to a function around this."""
        return [self.env[name] for name in self.nonlocals]

    def changes_outside(self):
        """How a caller takes over what is returned behind the places."""
        return [*self.identities.changes(), *map(_named_anew, self.nonlocals)]

    def located(self, statements, node):
        """New statements with the place of one of the user's."""
        for new in statements:
            build.located(new, node)
        return statements

    @property
    def state(self):
        """What is known where specialising has arrived: names, memory, shapes."""
        return self.env, self.memory.cells, self.shapes.state

    @state.setter
    def state(self, state):
        self.env, self.memory.cells, self.shapes.state = state

    def copied(self):
        """A state of its own for a path that is taken or not."""
        return dict(self.env), dict(self.memory.cells), self.shapes.copied()

    def branch(self, statements, test=None):
        """(residual statements, the state afterwards, whether the end is dead).

        The state before is that again. `test` holds where the statements run.
        """
        before, self.state = self.state, self.copied()
        self.returns.entered(test)
        self.conditional += 1
        try:
            out = self.block(statements)
        except RefusalError as error:
            out = [self.reached(error)]
            self.dead = True
        finally:
            self.conditional -= 1
        after, dead = self.state, self.dead
        self.state, self.dead = before, False
        return out, after, dead

    def reached(self, error):
        """What stands in a branch instead of what is not supported there."""
        self.refusals.append(error)
        message = build.constant(error.when_reached(self.unit.asked))
        return gast.Raise(build.call("NotImplementedError", message), None)

    def stored(self, value, wanted):
        """A value in a new name."""
        name = self.temporary(wanted)
        self.emit(build.assign(name, value.node))
        self.bind(name, value.kind)
        return self.env[name]

    def stored_if_compound(self, value):
        if isinstance(value.node, gast.Name):
            return value
        return self.stored(value, "row")


def _named_anew(name):
    """How a caller takes over what a name of its own holds after a call."""

    def change(frame, tokens, is_own, given, value, node):
        if not is_own or name not in frame.env:
            what = f"nonlocal {name} is written where {name} can't be seen"
            raise frame.refuse(node, what, "a value that is returned")
        frame.assignments.assign_name(name, value, node)
        if name in frame.entry.captured:
            frame.nonlocals[name] = None

    return change


def _collected(node):
    """The parameters that a call makes anew: `*args` and `**kwargs`."""
    return {a.id for a in (node.args.vararg, node.args.kwarg) if a is not None}
