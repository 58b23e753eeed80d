"""Loops over what a function yields: its statements, with those of the loop inside.

def halving(n):                                 width = 1.0
    width = 1.0                                 for k in range(n):
    for k in range(n):                              i, w = k, width
        yield k, width              becomes         total += w * x[i]
        width *= 0.5                                width *= 0.5

for i, w in halving(len(x)):
    total += w * x[i]

What itertools has are such functions, which `s2sad.library` defines.
"""

import contextlib

import gast

from s2sad.facts.kinds import BOOL, INT
from s2sad.facts.values import Closure, Expression, Record, Static
from s2sad.known.comparable import comparable
from s2sad.known.constants import constant
from s2sad.known.options import is_one_of
from s2sad.normalise.desugar import desugar
from s2sad.normalise.yields import with_loop
from s2sad.specialise.once import is_iterator
from s2sad.specialise.unchanged import bound_in, may_change
from s2sad.specialise.yielding import Yielding
from s2sad.syntax import build
from s2sad.syntax.names import bound, copied, names_in, reads, renamed
from s2sad.syntax.source import Source

# A generator that goes over itself deeper, or more often, is not known to end.
_DEEPEST = 24
_MOST = 64


class Generators(Yielding):
    """Specialises the loops of one function over what others yield."""

    def __init__(self, frame):
        super().__init__(frame)
        self.path: tuple = ()
        self.count = 0
        self.bodies, self.active, self.written = [], [], set()

    def changes(self, value):
        """Whether the trips of a loop over a generator may change a value."""
        return any(may_change(self.frame, loop, value) for loop in self.bodies)

    # loops

    def loop(self, node, generator):
        """Specialise a loop over what a generator yields."""
        node, generator = self.owned(node, generator)
        number, self.count = self.count, 0
        around = self.path, number + 1
        place = (node.iter.lineno, node.iter.col_offset, number)
        self.path = (*self.path, place if self.path else (*place[:2], 0))
        self.check_depth(node, generator)
        self.bodies.append(node)
        self.active.append(generator.key)
        try:
            self.run(self.lines(node, generator), node)
        finally:
            self.bodies.pop()
            self.active.pop()
            self.path, self.count = around

    def check_depth(self, node, generator):
        """Refuse a generator that goes over itself, without an end as it seems."""
        if generator.key not in self.active:
            return
        self.written.add(self.path)
        among = [path for path in self.written if path[0] == self.path[0]]
        if len(self.path) > _DEEPEST or len(among) > _MOST:
            what = f"{generator.define.name} goes over what it yields itself"
            raise self.frame.refuse(node, f"{what}, again and again", "a list")

    def over_expression(self, node):
        """`for v in (2.0 * a for a in x)`: each item is made when its turn comes."""
        made = self.frame.comprehensions.scoped(node.iter)
        inner = [gast.Expr(gast.Yield(made.elt))]
        loops = self.frame.comprehensions.nest(made, inner)
        self.path = (*self.path, build.origin(node.iter))
        lines = with_loop(loops, node, self.fresh())
        self.path = self.path[:-1]
        self.frame.rebound |= bound(*lines)
        self.frame.lending.again |= bound(*lines)
        self.run(lines, node)

    def run(self, lines, node):
        """Specialise the statements that a loop stands for."""
        for line in lines:
            build.located(line, node)
            self.frame.statements.statement(line)
            if self.frame.dead:
                break

    def owned(self, node, generator):
        """(a loop, its generator), what the generator is a method of having a name."""
        call, again = generator.call or node.iter, build.with_body(node, node.body)
        again.iter = call
        function = call.func
        if generator.call is None and isinstance(function, gast.Attribute):
            if not isinstance(function.value, gast.Name):
                value = self.frame.expressions.value(function.value)
                owner = self.frame.named(value, function.value, "owner")
                method = build.attribute(owner, function.attr)
                method = gast.copy_location(method, function)
                again.iter = gast.Call(method, call.args, call.keywords)
                gast.copy_location(again.iter, call)
                generator = self.called(again.iter)
        return again, generator

    def lines(self, node, generator):
        """The statements that a loop over a generator stands for."""
        source, define = generator.source, generator.define
        prepared = Source(define, source.file, source.lines, source.function)
        body = [self.placed(line, node) for line in desugar(prepared).body]
        fresh = self.fresh()
        shared = {n for line in body for n in getattr(line, "names", ())}
        if shared and (generator.closure is None or generator.closure.captured):
            what = f"{define.name} yields, and writes names of another function"
            raise self.frame.refuse(node, what, "values that are yielded")
        body = [line for line in body if not isinstance(line, gast.Nonlocal)]
        new = {name: fresh(name) for name in sorted(bound(*body) - shared)}
        new |= self.given(node, generator, new, fresh)
        if generator.closure is None or generator.closure.captured is not None:
            new |= self.around(generator, body, new, fresh)
        body = [renamed(line, new) for line in body]
        own = {name for name in new.values() if isinstance(name, str)}
        made = with_loop(body, node, fresh)
        stored = own | bound(*made)
        self.frame.rebound |= stored
        self.frame.lending.again |= stored
        return made

    def placed(self, line, node):
        """A line of a generator, at the place of the loop over it."""
        for part in gast.walk(line):
            if getattr(part, "lineno", None) is not None:
                part.origin = (*self.path, *build.origin(part))
                gast.copy_location(part, node.iter)
        return line

    def fresh(self):
        """Gives names, the same ones whenever this loop is specialised."""
        path, counts = (*self.path, len(self.bodies)), {}

        def name(wanted):
            number = counts[wanted] = counts.get(wanted, 0) + 1
            key = (path, wanted, number)
            kept = self.frame.fresh.kept
            if key not in kept:
                kept[key] = self.frame.temporary(wanted)
            return kept[key]

        return name

    # arguments

    def given(self, node, generator, own, fresh):
        """{parameter: what stands for it} in the statements of a generator."""
        call, lazy = self.prepared(node, generator)
        arguments, keywords = self.frame.applications.arguments(call)
        arguments = [*generator.held, *arguments]
        keywords = generator.named | keywords
        matched = self.frame.calls.matched
        values = matched(generator.define, generator.source, arguments, keywords, node)
        new, nodes = {}, self.nodes(call, generator)
        if generator.key in self.active[:-1]:
            known = self.known(generator, values, node)
            values |= known
            nodes = {key: nodes[key] for key in nodes.keys() - known.keys()}
        for name, value in values.items():
            item = lazy.get(name) or nodes.get(name)
            if name in lazy:
                new[name] = item
            elif name not in own and self.is_steady_name(item, node):
                new[name] = item.id
            else:
                new[name] = own.get(name) or fresh(name)
                self.bind(new[name], value, node, name in own)
        return new

    def known(self, generator, values, node):
        """The integers that a generator gives itself; those that it tests must be."""
        found, tests = {}, generator.tested
        for key, value in values.items():
            if getattr(value, "kind", None) not in (INT, BOOL):
                continue
            what = f"how often {generator.define.name} goes over itself"
            what += " is known only when it runs"
            refusal = self.frame.refuse(node, what, "a while loop, with a list")
            number = comparable(value)
            if number is None and key in tests:
                number = constant(self.frame, value, refusal)
            if number is not None:
                found[key] = number
        return found

    def prepared(self, node, generator):
        """(the call with lists of what is gone through once, what is not listed)."""
        call, lazy = copied(node.iter), {}
        is_plain = not any(isinstance(item, gast.Starred) for item in call.args)
        names = generator.parameters[len(generator.held) :]
        for place, item in enumerate(call.args):
            if not is_iterator(item, self.frame):
                continue
            if is_plain and generator.is_lazy(place):
                lazy[names[place]] = item
                is_expression = isinstance(item, gast.GeneratorExp)
                first = item.generators[0].iter if is_expression else item
                if names_in(first) & bound(node.target, *node.body):
                    what = "what is gone through is bound anew in the loop"
                    raise self.frame.refuse(item, what, "a list of it, before the loop")
                call.args[place] = gast.copy_location(build.constant(None), item)
            else:
                self.check_listed(item, node)
                listed = build.call("list", item)
                call.args[place] = build.located(listed, item)
        return call, lazy

    def check_listed(self, item, node):
        """Refuse to list what may have no end, or what the trips of a loop change."""
        if not self.surely_ends(item):
            what = "what may have no end is listed"
            raise self.frame.refuse(item, what, "a loop over it alone")
        for name in sorted(names_in(item)):
            value = self.frame.env.get(name)
            if value is not None and may_change(self.frame, node, value):
                what = f"{name} is changed in a loop over it"
                raise self.frame.refuse(item, what, "a list of it, before the loop")

    def nodes(self, call, generator):
        """{parameter: the node of its argument} where a call tells it."""
        names = generator.parameters[len(generator.held) :]
        given = {item.arg: item.value for item in call.keywords}
        if any(isinstance(item, gast.Starred) for item in call.args):
            return given
        return dict(zip(names, call.args)) | given

    def is_steady_name(self, item, node):
        """Whether an argument is a name that the loop does not bind anew."""
        if not isinstance(item, gast.Name):
            return False
        return item.id not in bound(node.target, *node.body)

    def bind(self, name, value, node, is_written):
        """Give a parameter its value: as it is, if nothing binds what it reads."""
        is_held = isinstance(value, (Static, Closure))
        if isinstance(value, (Expression, Record)):
            leaves = value.leaves() if isinstance(value, Record) else [value]
            changing = bound_in(self.frame, node)
            is_held = all(_is_fixed(leaf, changing) for leaf in leaves)
            is_held &= not is_one_of(value)
        if is_held and not is_written:
            self.frame.env[name] = value
        else:
            self.frame.rebound.add(name)
            self.frame.assignments.assign_name(name, value, node)

    # what is around a generator

    def around(self, generator, body, new, fresh):
        """{name: the name here} of what the statements of a generator find outside."""
        found, closure = {}, generator.closure
        captured = closure.captured if closure is not None else {}
        for name in sorted(reads(*body) - new.keys()):
            if name in captured:
                found[name] = fresh(name)
                self.frame.env[found[name]] = captured[name]
                continue
            with contextlib.suppress(KeyError, ValueError):
                static = self.outside(generator.source, name)
                if not self.is_same_here(name, static):
                    found[name] = self.hidden_name(name, static)
        return found

    def outside(self, source, name):
        """What a name from outside stands for in a function."""
        getter, function = source.lookup(name), source.function
        is_cell = name in function.__code__.co_freevars
        owner = getter.args[0] if is_cell else function.__globals__
        return Static(getter(), (id(owner), name), getter, name)

    def is_same_here(self, name, static):
        """Whether a name means the same in the function where the loop stands."""
        if name in self.frame.env or name in self.frame.locals:
            return False
        try:
            return self.frame.surroundings.free(name)[1]() is static.value
        except (KeyError, ValueError):
            return False

    def hidden_name(self, name, static):
        """A name for what is outside of a generator, that is none of the text."""
        key, kept = ("outside", id(static.value), name), self.frame.fresh.kept
        if key not in kept:
            kept[key] = self.frame.fresh(name)
        self.frame.env[kept[key]] = static
        return kept[key]


def _is_fixed(leaf, changing):
    """Whether a part of an argument stays what it is while names are bound anew."""
    if not isinstance(leaf, Expression):
        return True
    is_plain = isinstance(leaf.node, (gast.Name, gast.Constant))
    is_plain |= leaf.kind == INT and _is_counted(leaf.node)
    return is_plain and not names_in(leaf.node) & changing


def _is_counted(node):
    """Whether a node is an integer that costs nothing: `k + 1`, `len(x) - 1`."""
    if isinstance(node, gast.BinOp):
        is_sum = isinstance(node.op, (gast.Add, gast.Sub))
        return is_sum and _is_counted(node.left) and _is_counted(node.right)
    if isinstance(node, gast.Call):
        is_length = getattr(node.func, "id", None) == "len"
        return is_length and isinstance(node.args[0], gast.Name)
    if isinstance(node, gast.Subscript):
        is_shape = getattr(node.value, "attr", None) == "shape"
        return is_shape and isinstance(node.value.value, gast.Name)
    return isinstance(node, gast.Name) or build.number_of(node) is not None
