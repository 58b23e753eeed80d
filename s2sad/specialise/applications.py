"""What a call stands for: of the user's functions, of the library, of methods."""

import functools
from dataclasses import replace

import gast
import numpy as np

from s2sad.called import by_name, library
from s2sad.called.arity import check_call
from s2sad.called.array_likes import array_like, array_likes
from s2sad.called.arrays import shapes_as_tuples
from s2sad.called.compilable import is_compiled
from s2sad.called.elements import Elements, known_integer, places_of
from s2sad.called.now import known_now
from s2sad.called.order import in_order
from s2sad.called.parts import made
from s2sad.called.pointers import pointed
from s2sad.called.reals import check_real
from s2sad.called.said_again import definition_again
from s2sad.called.vectorized import is_of_parts, of_parts
from s2sad.errors import RefusalError
from s2sad.facts import calls
from s2sad.facts.effects import MAY_SHARE
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import FLOAT, Scalar, Stack
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Method,
    Record,
    Static,
    is_of,
    static_node,
)
from s2sad.known.comparable import shown
from s2sad.known.definitions import (
    definition_named,
    definition_of,
    is_elementwise_definition,
    method_definition,
)
from s2sad.known.functions import Applied, objects_held, parted
from s2sad.known.growing import container_of, is_growing
from s2sad.known.said import full_name
from s2sad.known.trial import Trial
from s2sad.objects.setting import updates
from s2sad.rules.table import spellings
from s2sad.specialise.spread import spread
from s2sad.syntax import build
from s2sad.syntax.marks import mark_of


class Applications:
    """Applies whatever a call of one function calls."""

    def __init__(self, frame):
        self.frame = frame
        self.elements = Elements(frame)

    def call(self, node):
        """The value of a call expression."""
        if self.frame.objects.appends(node) or updates(self.frame, node):
            return Static(None)
        function = self.frame.expressions.value(node.func)
        if isinstance(function, Static):
            value = self.frame.comprehensions.consumed(function.value, node)
            if value is not None:
                return value
        columns = self.frame.reading.unzipped(function, node)
        if columns is not None:
            return columns
        return self.apply(function, *self.arguments(node, function), node)

    def arguments(self, node, function=None):
        """(arguments, {name: keyword argument}) of a call, those of * taken apart."""
        items = [*node.args, *node.keywords]
        values = in_order(self.frame, items)
        count = len(node.args)
        keywords = self.keywords(zip(node.keywords, values[count:]), node)
        return spread(self.frame, function, node, values[:count], keywords), keywords

    def keywords(self, named, node):
        """{name: value} of the keyword arguments of a call, those of ** taken apart."""
        found = {}
        for item, value in named:
            if item.arg is not None:
                found[item.arg] = value
                continue
            if isinstance(value, Static) and isinstance(value.value, dict):
                value = self.frame.surroundings.record(value, node)
            if not is_of(value, dict):
                what = f"{shown(value)} is spread over keyword arguments"
                raise self.frame.refuse(node, what, "a dict of known keys")
            twice = sorted(map(str, found.keys() & value.items.keys()))
            if twice:
                raise self.frame.refuse(node, f"{twice[0]} is given twice")
            found |= value.items
        return found

    def apply(self, function, arguments, keywords, node):
        """The value of a call of anything."""
        if isinstance(function, Method):
            return self.method(function, arguments, keywords, node)
        if isinstance(function, Closure):
            return self.frame.calls.call_closure(function, arguments, keywords, node)
        if isinstance(function, Bound):
            return function.finish(self.frame, arguments, keywords, node)
        if is_of(function, Applied):
            function, given, named = parted(function)
            return self.apply(function, [*given, *arguments], named | keywords, node)
        called = self.frame.objects.called(function)
        if called is not None:
            arguments = [function, *arguments]
            return self.frame.objects.call(called, arguments, keywords, node)
        if not isinstance(function, Static):
            raise self.frame.refuse(node, f"{shown(function)} is called")
        if getattr(function.value, "__objclass__", None) is np.ndarray and arguments:
            method = Method(arguments[0], function.value.__name__)  # `np.ndarray.copy`
            return self.method(method, arguments[1:], keywords, node)
        arguments = self.frame.generators.gone_over(function.value, arguments)
        return self.known(function, arguments, keywords, node)

    def known(self, function, arguments, keywords, node):
        """The value of a call of an object that is known now."""
        function, arguments = pointed(self.frame, function, arguments, node)
        target = function.value
        check_call(self.frame, target, arguments, keywords, node)
        if target is not len and _is_of_arrays(target):
            self.refuse_lists([*arguments, *keywords.values()], node)
        if isinstance(target, np.ufunc):
            arguments, keywords, out, where = places_of(target, arguments, keywords)
            arguments = [array_like(self.frame, v, node) for v in arguments]
            if out is not None or where is not None:
                into = self.elements.into
                return into(target, arguments, keywords, out, where, node)
        if is_elementwise_definition(target):
            return self.elements.call(target, arguments, keywords, node)
        inside = mark_of(target)
        if inside is not None:
            arguments = [*objects_held(target), *arguments]
            return inside(self.frame, arguments, keywords, node)
        if is_of_parts(target):
            return of_parts(self.frame, target, arguments, keywords, node)
        answer = known_now(self.frame, target, arguments, keywords, node)
        if answer is None:
            answer = self.frame.operators.asked(target, arguments, keywords, node)
        if answer is not None:
            return answer
        answer = self.of_library(target, arguments, keywords, node)
        if answer is not None:
            return answer
        builtin = self.frame.objects.builtin(target, arguments, keywords, node)
        if builtin is not None:
            return builtin
        if isinstance(target, type):
            return self.frame.objects.construct(target, arguments, keywords, node)
        if isinstance(target, functools.partial):
            return self.partial(target, arguments, keywords, node)
        again = definition_again(self.frame, target, arguments, keywords, node)
        if again is not None:
            return again
        return self.frame.calls.call_function(function, arguments, keywords, node)

    def of_library(self, target, arguments, keywords, node):
        """The value of a call of a function of the libraries, or None."""
        definition = definition_of(target)
        word = library.library_word(target)
        if "out" in keywords and (definition or word):
            call = functools.partial(self.of_library, target)
            return self.elements.out_of(call, arguments, keywords, node)
        if definition is not None:
            given = array_likes(self.frame, definition, arguments, keywords, node)
            native = word and self.native(word, *given, node)
            return native or self.defined(definition, *given, node)
        if word is not None:
            return self.library_call(word, arguments, keywords, node)
        return None

    def refuse_lists(self, values, node):
        """Refuse a list that loops append to, which is no sequence of arrays."""
        for value in values:
            leaves = value.leaves() if isinstance(value, Record) else [value]
            for leaf in leaves:
                if isinstance(leaf, Expression) and isinstance(leaf.kind, Stack):
                    what = "a list that was appended to is used as an array"
                    instead = "an array that the loop fills: np.empty(n)"
                    raise self.frame.refuse(node, what, instead)

    def native(self, word, arguments, keywords, node):
        """The value of a call that the text may hold as it is, or None."""
        source = self.frame.source
        if calls.is_without_rule(word):
            if not (source.is_definition and source.is_opaque):
                return None
        self.frame.careful.refuse_caught(word, node)
        trial = Trial(self.frame)
        try:
            value, before = self.frame.aside(
                lambda: self.library_call(word, arguments, keywords, node)
            )
        except (NoKind, RefusalError):
            trial.undo()
            return None
        if isinstance(value, Expression) and not is_compiled(self.frame, word, value):
            trial.undo()
            return None
        self.frame.take(before)
        return value

    def defined(self, definition, arguments, keywords, node):
        """The value of a call of a library function, by what it is defined as."""
        arguments = [self.array_if_growing(value) for value in arguments]
        keywords = {k: self.array_if_growing(v) for k, v in keywords.items()}
        check_real(self.frame, definition, [*arguments, *keywords.values()], node)
        self.frame.careful.defined(definition, node)
        apply = self.apply_definition
        if is_elementwise_definition(definition):
            apply = self.elements.call
        self.frame.unit.asked.append(full_name(definition))
        try:
            value = apply(definition, arguments, keywords, node)
        except RefusalError as error:
            raise self.frame.refuse(node, error.what, error.instead) from None
        finally:
            self.frame.unit.asked.pop()
        if isinstance(value, Expression):
            self.frame.lending.borrowed(value, definition, arguments)
        return value

    def array_if_growing(self, value):
        """What a function of NumPy takes for a list that lives in an array."""
        return self.frame.reading.array(value) if is_growing(value) else value

    def apply_definition(self, definition, arguments, keywords, node):
        """The value of a call of a function that s2sad has, by its rule if any."""
        given = mark_of(definition)
        if given is not None:
            if not is_elementwise_definition(definition):
                # an axis is known while the function is specialised
                arguments = [known_integer(value) for value in arguments]
                keywords = {k: known_integer(v) for k, v in keywords.items()}
            return given(self.frame, arguments, keywords, node)
        function = Static(definition)
        return self.frame.calls.call_function(function, arguments, keywords, node)

    def nonzero(self, array):
        """The places where an array is not 0: an index array for each axis."""
        return self.defined(definition_named("numpy.nonzero"), [array], {}, array.node)

    def library_call(self, word: str, arguments, keywords, node):
        word = library.COMPILED.get(word, word)
        if word in MAY_SHARE:
            arguments = [self.frame.indexing.all_apart(value) for value in arguments]
        if word == "math.log" and len(arguments) == 2:
            return self.logarithm(arguments, node)
        given = by_name.placed(self.frame, word, arguments, keywords, node)
        arguments, keywords = given
        given = shapes_as_tuples(self.frame, word, arguments, keywords)
        arguments, keywords = given
        if "dtype" in keywords:
            keywords = {**keywords, "dtype": library.dtype_of(keywords["dtype"])}
        if word in ("np.zeros", "np.empty", "np.ones"):
            arguments = [*arguments[:1], *map(library.dtype_of, arguments[1:])]
        first = arguments[0] if arguments else None
        if word in library.OF_ARRAYS and isinstance(first, Record):
            arguments = [self.array_of(first, node), *arguments[1:]]
        if word in library.OF_NUMBERS and len(arguments) == 1:
            value = arguments[0]
            if isinstance(value, Expression) and isinstance(value.kind, Scalar):
                return value
        special = library.SPECIAL.get(word)
        if special is None and not (calls.is_known(word) or word in spellings()):
            what = f"{word} is not supported"
            raise self.frame.refuse(node, what, library.REWRITES.get(word))
        by_name.check(self.frame, word, keywords, node)
        if special is not None:
            result = special(self.frame, arguments, keywords, node)
            if result is not None:
                return result
        nodes = [self.argument(value, node) for value in arguments]
        named = [
            gast.keyword(key, self.argument(value, node))
            for key, value in keywords.items()
            if not (isinstance(value, Static) and value.value is None)
        ]
        call = gast.Call(build.attribute(*word.split(".")), nodes, named)
        found = self.result(word, gast.copy_location(call, node))
        return self.frame.careful.called(word, nodes, found)

    def is_sequence(self, value):
        """Whether a structure is a list or a tuple, whose items are told apart."""
        class_ = container_of(value)
        is_one = isinstance(class_, type) and issubclass(class_, (tuple, list))
        return is_one and not is_growing(value)

    def result(self, word, call):
        """What a call of NumPy gives: an expression, or several in names."""
        kinds = self.frame.kinds()
        parts = calls.part_kinds(call, lambda item: kind_of(item, kinds))
        if parts is not None:
            return self.frame.calls.parts(word.rsplit(".", 1)[-1], call, parts)
        return self.frame.expressions.expression(call)

    def array_of(self, record, node):
        """The array that a list or a tuple of numbers, or of lists, becomes."""
        return self.frame.expressions.as_expression(record, node)

    def logarithm(self, arguments, node):
        """math.log to a base: the quotient of two logarithms."""
        parts = [self.library_call("math.log", [a], {}, node) for a in arguments]
        first, second = (
            self.frame.expressions.as_expression(p, node).node for p in parts
        )
        return self.frame.expressions.expression(build.binary(first, "/", second))

    def argument(self, value, node):
        """The node of an argument of a library call."""
        if isinstance(value, Static) and _are_integers(value.value):
            value = self.frame.surroundings.record(value, node)
        if isinstance(value, Record) and self.is_sequence(value):
            items = [self.argument(item, node) for item in value.items.values()]
            shape = gast.List if value.container is list else gast.Tuple
            return shape(items, gast.Load())
        if isinstance(value, Static):
            word = library.text_of_dtype(value.value)
            if word is not None:
                return build.attribute(*word.split("."))
            literal = static_node(value.value)
            if literal is not None:
                return literal
        return self.frame.expressions.as_expression(value, node).node

    def method(self, method, arguments, keywords, node):
        owner, name = method.owner, method.name
        if is_growing(owner):
            return self.frame.growth.method(owner, name, arguments, node)
        if isinstance(owner, Record):
            return self.frame.containers.method(owner, name, arguments, keywords, node)
        if not isinstance(owner, Expression):
            raise self.frame.refuse(node, f".{name}(...) of {shown(owner)}")
        if isinstance(owner.kind, Stack):
            return self.frame.calls.stack_method(owner, name, arguments, node)
        if name == "copy" and isinstance(owner.kind, Scalar):
            if not owner.is_array or owner.kind != FLOAT:
                return owner
            return replace(owner, node=build.call("float", owner.node))
        if name == "copy" and not arguments:
            function = build.attribute(owner.node, "copy")
            return Expression(gast.Call(function, [], []), owner.kind)
        if name in ("item", "tolist") and isinstance(owner.kind, Scalar):
            return owner
        definition = method_definition(name)
        word = library.METHODS.get(name)
        given = [owner, *arguments]
        if "out" in keywords and (definition or word):
            call = functools.partial(self.method, method)
            return self.elements.out_of(call, arguments, keywords, node)
        if definition is not None:
            native = word and self.native(word, given, keywords, node)
            return native or self.defined(definition, given, keywords, node)
        if word is not None:
            return self.library_call(word, given, keywords, node)
        if name == "tolist" and owner.kind.rank == 1:
            return made(self.frame, list, [owner], {}, node)
        raise self.frame.refuse(
            node, f".{name}(...) of a {owner.kind} is not supported"
        )

    def partial(self, target, arguments, keywords, node):
        """A call of a functools.partial: what it holds is read at each call."""
        held = self.frame.surroundings.held
        given = [
            held(target, target.args, place, node) for place in range(len(target.args))
        ]
        named = {
            key: held(target, target.keywords, key, node) for key in target.keywords
        }
        return self.apply(
            Static(target.func), [*given, *arguments], named | keywords, node
        )


def _are_integers(table):
    """Whether an object is a tuple or a list of integers, such as a shape."""
    is_table = isinstance(table, (tuple, list)) and len(table) > 0
    return is_table and all(type(item) is int for item in table)


def _is_of_arrays(target):
    """Whether an object is a function of the libraries, which may take arrays."""
    if isinstance(target, np.ufunc) or is_elementwise_definition(target):
        return True
    return definition_of(target) is not None or library.library_word(target) is not None
