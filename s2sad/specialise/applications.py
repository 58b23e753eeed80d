"""What a call stands for: of the user's functions, of the library, of methods."""

import gast

from s2sad.errors import RefusalError
from s2sad.facts import calls
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Scalar, Stack
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Method,
    Record,
    Static,
    static_node,
)
from s2sad.rules.table import find, rules_of, spellings
from s2sad.specialise import library
from s2sad.specialise.decided import decided
from s2sad.specialise.definitions import definition_of, method_definition
from s2sad.specialise.growing import is_growing
from s2sad.specialise.known import shown
from s2sad.specialise.parts import made
from s2sad.syntax import build


class Applications:
    """Applies whatever a call of one function calls."""

    def __init__(self, frame):
        self.frame = frame

    def call(self, node):
        """The value of a call expression."""
        function = self.frame.expressions.value(node.func)
        if isinstance(function, Static):
            value = self.frame.comprehensions.consumed(function.value, node)
            if value is not None:
                return value
        columns = self.columns(function, node)
        if columns is not None:
            return columns
        if any(isinstance(item, gast.Starred) for item in node.args):
            arguments = list(
                self.frame.expressions._Tuple(
                    gast.Tuple(node.args, gast.Load())
                ).items.values()
            )
        else:
            arguments = [self.frame.expressions.value(item) for item in node.args]
        keywords = {
            item.arg: self.frame.expressions.value(item.value) for item in node.keywords
        }
        if None in keywords:
            raise self.frame.refuse(
                node, "** in a call is not supported", "keyword arguments"
            )
        return self.apply(function, arguments, keywords, node)

    def columns(self, function, node):
        """`zip(*pairs)` of a list of tuples that lives in an array, or None."""
        if not isinstance(function, Static) or function.value is not zip:
            return None
        if len(node.args) != 1 or not isinstance(node.args[0], gast.Starred):
            return None
        pairs = self.frame.expressions.value(node.args[0].value)
        if not is_growing(pairs) or pairs.container.item.width is None:
            return None
        return self.frame.elements.columns(pairs)

    def apply(self, function, arguments, keywords, node):
        """The value of a call of anything."""
        if isinstance(function, Method):
            return self.method(function, arguments, keywords, node)
        if isinstance(function, Closure):
            return self.frame.calls.call_closure(function, arguments, keywords, node)
        if isinstance(function, Bound):
            return function.finish(self.frame, arguments, keywords, node)
        if not isinstance(function, Static):
            raise self.frame.refuse(node, f"{shown(function)} is called")
        target = function.value
        inside = getattr(target, "__s2sad__", None)
        if inside is not None and not isinstance(target, type):
            return inside(self.frame, arguments, keywords, node)
        answer = self.known_now(target, arguments, keywords, node)
        if answer is not None:
            return answer
        definition = definition_of(target)
        word = library.library_word(target)
        if definition is not None:
            native = word and self.native(word, arguments, keywords, node)
            return native or self.defined(definition, arguments, keywords, node)
        if word is not None:
            return self.library_call(word, arguments, keywords, node)
        if isinstance(target, type):
            return self.construct(target, arguments, keywords, node)
        return self.frame.calls.call_function(function, arguments, keywords, node)

    def known_now(self, target, arguments, keywords, node):
        """The value of a call that only asks for, or rearranges, what is known."""
        value = decided(self.frame, target, arguments, keywords, node)
        return value or made(self.frame, target, arguments, keywords, node)

    def native(self, word, arguments, keywords, node):
        """The value of a call that the text may hold as it is, or None."""
        try:
            value, before = self.frame.aside(
                lambda: self.library_call(word, arguments, keywords, node)
            )
        except (NoKind, RefusalError):
            return None
        if isinstance(value, Expression) and value.kind.is_float:
            kinds = self.frame.kinds()
            if rules_of(value.node) and not find(
                value.node, lambda item: kind_of(item, kinds)
            ):
                return None
        self.frame.emit(*before)
        return value

    def defined(self, definition, arguments, keywords, node):
        """The value of a call of a library function, by what it is defined as."""
        try:
            return self.frame.calls.call_function(
                Static(definition), arguments, keywords, node
            )
        except RefusalError as error:
            raise self.frame.refuse(node, error.what, error.instead) from None

    def library_call(self, word: str, arguments, keywords, node):
        word = library.COMPILED.get(word, word)
        if word in library.VIEWS:
            arguments = [self.frame.expressions.all_apart(value) for value in arguments]
        if word == "math.log" and len(arguments) == 2:
            parts = [self.library_call(word, [a], {}, node) for a in arguments]
            first, second = (
                self.frame.expressions.as_expression(p, node).node for p in parts
            )
            return self.frame.expressions.expression(build.binary(first, "/", second))
        if word in library.OF_NUMBERS and len(arguments) == 1:
            value = arguments[0]
            if isinstance(value, Expression) and isinstance(value.kind, Scalar):
                return value
        unknown = keywords.keys() - library.KEYWORDS.get(word, {"dtype"})
        if unknown:
            what = f"{sorted(unknown)[0]}= of {word} is not supported"
            raise self.frame.refuse(
                node, what, "the call without it, then what it does"
            )
        special = library.SPECIAL.get(word)
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
        if not (calls.is_known(word) or word in spellings()):
            raise self.frame.refuse(
                node, f"{word} is not supported", library.REWRITES.get(word)
            )
        found = self.frame.expressions.expression(gast.copy_location(call, node))
        return self.frame.careful.called(word, nodes, found, node)

    def argument(self, value, node):
        """The node of an argument of a library call."""
        if isinstance(value, Record) and not (
            is_growing(value) or value.container is range
        ):
            items = [self.argument(item, node) for item in value.items.values()]
            shape = gast.List if value.container is list else gast.Tuple
            return shape(items, gast.Load())
        if isinstance(value, Static):
            word = library.dtype_word(value.value)
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
        if isinstance(owner.kind, Stack):
            return self.frame.calls.stack_method(owner, name, arguments, node)
        if name == "copy" and not arguments:
            function = build.attribute(owner.node, "copy")
            return Expression(gast.Call(function, [], []), owner.kind)
        if name in ("item", "tolist") and isinstance(owner.kind, Scalar):
            return owner
        definition = method_definition(name)
        word = library.METHODS.get(name)
        given = [owner, *arguments]
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

    def construct(self, target, arguments, keywords, node):
        """A NamedTuple or dataclass made inside the function."""
        names = library.field_names(target)
        if names is None:
            raise self.frame.refuse(node, f"{target.__name__}(...) is not supported")
        items = dict(zip(names, arguments)) | keywords
        return Record({name: items[name] for name in names if name in items}, target)
