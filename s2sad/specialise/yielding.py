"""What yields: the functions that loops go over, and those of itertools.

`enumerate`, `map` and `zip` of what a generator yields are generators as well.
"""

import builtins
import contextlib
import inspect
import itertools
import types
from dataclasses import dataclass, field
from typing import Any

import gast

from s2sad.errors import RefusalError, SourceError
from s2sad.facts.infer import NoKind
from s2sad.facts.values import Closure, Record, Static, is_of
from s2sad.known.comparable import Undetermined
from s2sad.known.definitions import definition_named, definition_of
from s2sad.known.functions import Applied, objects_held, parted
from s2sad.known.trial import tried
from s2sad.normalise.yields import yields_in
from s2sad.specialise.once import is_iterator, is_read_once
from s2sad.syntax import build
from s2sad.syntax.names import copied, names_in, renamed
from s2sad.syntax.source import plain_function, read
from s2sad.syntax.walk import walk

# What has no end has one beside what does.
ENDLESS = (itertools.count, itertools.cycle, itertools.repeat)
# What goes over an object that it is given.
_GOING_OVER = (sum, max, min, any, all, list, tuple, set, sorted)
_AROUND = {"enumerated": enumerate, "mapped": map, "zipped": zip, "filtered": filter}


@dataclass
class Generator:
    """A function that yields, and what a call of it is given besides its arguments."""

    define: Any
    source: Any
    closure: Any = None
    held: list = field(default_factory=list)
    named: dict = field(default_factory=dict)
    call: Any = None

    @property
    def parameters(self):
        """The names that arguments are given to by place."""
        given = self.define.args
        return [a.id for a in (*given.posonlyargs, *given.args)]

    @property
    def key(self):
        """What tells the generators of one function from those of others."""
        return self.source.function.__code__, build.origin(self.define)

    @property
    def tested(self):
        """The parameters that decide which way it goes."""
        nodes = [node for line in self.define.body for node in walk(line)]
        tests = [n.test for n in nodes if isinstance(n, (gast.If, gast.IfExp))]
        return names_in(*tests).intersection(self.parameters)

    def only_computes(self, node):
        """Whether a node of it changes nothing, and is surely done at some time."""
        if isinstance(node, (gast.While, gast.Nonlocal)):
            return False
        if isinstance(node, (gast.Subscript, gast.Attribute)):
            return isinstance(node.ctx, gast.Load)
        if not isinstance(node, gast.Call) or self.source.is_definition:
            return True
        try:
            called = self.source.lookup(getattr(node.func, "id", ""))()
        except (KeyError, ValueError):
            return False
        return hasattr(builtins, called.__name__)

    def is_lazy(self, place):
        """Whether what it is given there is gone through once, by a loop."""
        names, body = self.parameters[len(self.held) :], self.define.body
        if place >= len(names) or not is_read_once(names[place], body):
            return False
        nodes = [node for line in body for node in walk(line)]
        return names[place] in set().union(*map(_gone_over, nodes))


class Yielding:
    """Tells what the calls of one function yield."""

    def __init__(self, frame):
        self.frame = frame

    def called(self, node):
        """The Generator that a node calls, or that an object there is; or None."""
        if not isinstance(node, gast.Call):
            return self.of_object(node)
        if not isinstance(node.func, (gast.Name, gast.Attribute)):
            return None
        with contextlib.suppress(RefusalError, NoKind, Undetermined):
            evaluate = self.frame.expressions.value
            function = tried(self.frame, lambda: evaluate(node.func))
            found = self.around_one(function, node) or self.generator(function)
            return self.for_iterators(found, node)
        return None

    def of_object(self, node):
        """The Generator that an object with a name gives, or None."""
        value = self.frame.env.get(getattr(node, "id", None))
        class_ = value.container if isinstance(value, Record) else None
        method = getattr(class_, "__iter__", None)
        if not isinstance(method, types.FunctionType):
            return None
        define = None if inspect.isgeneratorfunction(method) else _yielding(method)
        if define is None and not inspect.isgeneratorfunction(method):
            return None
        place = build.located(build.attribute(copied(node), "__iter__"), node)
        found = self.generator(self.frame.expressions.value(place), define)
        if found is not None:
            found.call = build.located(gast.Call(place, [], []), node)
        return found

    def sequence(self, value):
        """What an object goes through when it is gone over; another value itself.

        In words of the object alone: what its class has around it is not seen here.
        """
        class_ = value.container if isinstance(value, Record) else None
        method = getattr(class_, "__iter__", None)
        if not isinstance(method, types.FunctionType):
            return value
        found = _gone_through(method)
        if found is None:
            return value
        define, node = found
        (own, *more) = define.args.args
        others = names_in(node) - {own.id}
        if more or not all(hasattr(builtins, name) for name in others):
            return value
        name = self.frame.temporary(own.id)
        self.frame.env[name] = value
        inside = renamed(node, {own.id: name})
        try:
            tried(self.frame, lambda: self.frame.expressions.value(inside))
        except (RefusalError, NoKind):
            return value  # a loop goes over it
        return self.frame.expressions.value(inside)

    def gone_over(self, function, arguments):
        """The arguments of a call: of what goes over them, what it then finds."""
        if not any(function is one for one in _GOING_OVER):
            return arguments
        return [self.sequence(value) for value in arguments]

    def around_one(self, function, node):
        """The Generator for `enumerate`, `map` or `zip` of what a generator yields."""
        target = getattr(function, "value", None)
        word = next((w for w, one in _AROUND.items() if one is target), None)
        if word is None or any(isinstance(n, gast.Starred) for n in node.args):
            return None
        if word == "filtered":
            return self.generator(Static(definition_named(f"itertools._{word}")))
        places = [
            place
            for place, item in enumerate(node.args)
            if self.is_one_by_one(item, word != "zipped")
        ]
        first = 1 if word == "mapped" else 0
        if len(places) != 1 or word != "zipped" and places != [first]:
            return None
        found = self.generator(Static(definition_named(f"itertools._{word}")))
        others = list(node.args)
        if word == "zipped":
            if len(others) < 2 or node.keywords:
                return None
            one = others.pop(places[0])
            others = [build.constant(places[0]), one, *others]
        elif word == "mapped" and len(others) > 2:
            return None
        found.call = build.located(gast.Call(node.func, others, node.keywords), node)
        return found

    def is_one_by_one(self, node, is_alone):
        """Whether a node is of what comes one by one, without places."""
        if isinstance(node, gast.GeneratorExp):
            return True
        if self.called(node) is None or is_alone or isinstance(node, gast.Name):
            return self.called(node) is not None
        function = getattr(self.frame.expressions.value(node.func), "value", None)
        return not any(function is endless for endless in ENDLESS)

    def for_iterators(self, generator, node):
        """The Generator, or that for what is gone through once, if there is another."""
        other = generator and getattr(generator.source.function, "of_iterators", None)
        if other is not None and any(map(self.is_without_places, node.args)):
            return self.generator(Static(other))
        return generator

    def is_without_places(self, node):
        """Whether what a node gives has no length, and no items at places."""
        return is_iterator(node, self.frame) or self.called(node) is not None

    def generator(self, function, define=None):
        """The Generator that a function is, `define` in place of its def; or None."""
        if isinstance(function, Closure):
            define = function.node
            if not isinstance(define, gast.FunctionDef) or not yields_in(define.body):
                return None
            return Generator(define, function.source, function)
        if is_of(function, Applied):
            function, held, named = parted(function)
            found = self.generator(function, define)
            if found is not None:
                found.held, found.named = [*found.held, *held], found.named | named
            return found
        if not isinstance(function, Static):
            return None
        target = definition_of(function.value) or function.value
        plain = plain_function(target)
        if not isinstance(plain, types.FunctionType):
            return None
        if define is None and not inspect.isgeneratorfunction(plain):
            return None
        try:
            source = read(plain)
        except SourceError:
            return None
        return Generator(define or source.node, source, held=objects_held(target))

    def surely_ends(self, node):
        """Whether a list of what a node gives has an end, and may be made at once."""
        generator = self.called(node)
        if generator is None:
            return True
        if not all(map(generator.only_computes, walk(generator.define))):
            return False
        return all(map(self.surely_ends, node.args))


def _yielding(method):
    """The def that yields what a method's `return iter(...)` gives, or None."""
    found = _gone_through(method)
    if found is None:
        return None
    define, value = found
    item = build.name("item")
    lines = [gast.Expr(gast.Yield(item))]
    define.body = [gast.For(build.target(item.id), value, lines, [], None)]
    for node in walk(define):
        gast.copy_location(node, value)
    return gast.fix_missing_locations(define)


def _gone_through(method):
    """(the def of a method, what it goes through), or None if that is not one thing.

    `return iter(items)` goes through items, and `yield x; yield y` through x and y.
    """
    try:
        define = copied(read(method).node)
    except SourceError:
        return None
    lines = [node for node in define.body if not _is_docstring(node)]
    value = lines[-1].value if isinstance(lines[-1], gast.Return) else None
    if isinstance(value, gast.Call) and len(lines) == 1:
        is_iter = getattr(value.func, "id", None) == "iter" and len(value.args) == 1
        return define, value.args[0] if is_iter else value
    yields = [getattr(node, "value", None) for node in lines]
    if not all(isinstance(n, gast.Yield) and n.value for n in yields):
        return None
    if any(isinstance(n, gast.Call) for line in lines for n in walk(line)):
        return None  # a call may change what is seen between one yield and the next
    items = gast.Tuple([n.value for n in yields], gast.Load())
    return define, gast.copy_location(items, lines[0])


def _is_docstring(node):
    return isinstance(node, gast.Expr) and isinstance(node.value, gast.Constant)


def _gone_over(node):
    """The names of what a loop or a `yield from` goes over."""
    if isinstance(node, (gast.For, gast.comprehension)):
        return _over(node.iter)
    return _over(node.value) if isinstance(node, gast.YieldFrom) else set()


def _over(node):
    """The names in what is gone over: one, or several side by side."""
    word = getattr(getattr(node, "func", None), "id", None)
    if word in ("enumerate", "zip", "map"):
        return set().union(*map(_over, node.args))
    return {node.id} if isinstance(node, gast.Name) else set()
