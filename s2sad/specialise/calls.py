"""Calls of the user's functions: arguments matched, callees specialised in turn."""

import inspect
import types
from dataclasses import replace

import gast

from s2sad.called.compiled import as_kind, converted
from s2sad.errors import SourceError
from s2sad.facts import effects
from s2sad.facts.kinds import Stack
from s2sad.facts.values import (
    Expression,
    Record,
    Rest,
    Static,
    join_values,
    tuple_record,
)
from s2sad.facts.written import written_parameters
from s2sad.known.comparable import Undetermined, decisive, name_of
from s2sad.known.constants import Needed, constant, known_inside
from s2sad.known.entry import Entry
from s2sad.known.functions import objects_held, unwrapped
from s2sad.known.growing import Outgrown
from s2sad.normalise.yields import yields_in
from s2sad.objects.identities import renewed
from s2sad.specialise.inert import may_raise
from s2sad.specialise.inlining import Inlining, is_straight, passes_on
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.source import plain_function, read


class Calls:
    """Specialises the calls of one function."""

    def __init__(self, frame):
        self.frame, self.inlining = frame, Inlining(frame)

    def stack_method(self, owner, name, arguments, node):
        """append and pop of a list that works as a stack."""
        stack = owner.node.id
        if name == "append":
            item = self.frame.expressions.as_expression(arguments[0], node)
            known = owner.kind.item
            kind = item.kind if known is None else join_values(known, item.kind)
            if kind is None:
                raise self.frame.refuse(node, "a list holds values of two kinds")
            call = build.call(f"{stack}.append", item.node)
            self.frame.emit(gast.Expr(call))
            self.frame.env[stack] = Expression(owner.node, Stack(kind))
            return Static(None)
        if name == "pop" and not arguments:
            if owner.kind.item is None:
                self.frame.undetermined = True
                raise Undetermined
            kind = owner.kind.item
            taken = self.frame.temporary("popped")
            self.frame.emit(build.assign(taken, build.call(f"{stack}.pop")))
            self.frame.bind(taken, kind)
            return self.frame.env[taken]
        raise self.frame.refuse(node, f".{name}(...) of a list is not supported")

    def call_closure(self, closure, arguments, keywords, node):
        """A def or lambda of this function, or one that was passed in."""
        closure = self.frame.closures.current(closure)
        define = closure.node
        self.frame.comprehensions.refuse_iterators(getattr(node, "args", ()))
        if isinstance(define, gast.Lambda):
            returned = gast.copy_location(gast.Return(define.body), define.body)
            define = gast.FunctionDef(
                "function", define.args, [returned], [], None, None, []
            )
            gast.copy_location(define, closure.node)
            define.origin = build.origin(closure.node)
        keywords = {
            **self.frame.closures.defaults(closure, define, arguments),
            **keywords,
        }
        values = self.matched(define, closure.source, arguments, keywords, node)
        is_own = closure.captured is None
        closure = self.frame.closures.carried(closure)
        return self.call(closure.source, define, values, closure, node, is_own)

    def call_function(self, function, arguments, keywords, node):
        """A call of a Python function of the user's."""
        target = plain_function(function.value)
        if not isinstance(target, types.FunctionType):
            name = name_of(function.value)
            module = getattr(function.value, "__module__", None) or ""
            what = f"{name} is called"
            if module.split(".")[0] in ("numpy", "scipy"):
                what = f"{module.replace('numpy', 'np')}.{name} is not supported"
            raise self.frame.refuse(
                node, what, "loops, a Python function of your own, or a rule for it"
            )
        try:
            source = read(target)
        except SourceError as error:
            what = f"{name_of(function.value)} is called: {error}"
            raise self.frame.refuse(node, what, "a rule for it") from None
        if not source.is_definition:
            self.frame.comprehensions.refuse_iterators(getattr(node, "args", ()))
        arguments = [*objects_held(function.value), *arguments]
        values = self.matched(source.node, source, arguments, keywords, node)
        values, kind = converted(self.frame, function.value, values, node)
        value = self.call(source, source.node, values, None, node)
        return value if kind is None else as_kind(self.frame, value, kind, node)

    def matched(self, define, source, arguments, keywords, node):
        """{parameter: value}, defaults filled in."""
        names = [a.id for a in (*define.args.posonlyargs, *define.args.args)]
        only = [a.id for a in define.args.kwonlyargs]
        more = self.more(define, names, only, arguments, keywords)
        if define.args.vararg is not None:
            arguments = arguments[: len(names)]
        if define.args.kwarg is not None:
            keywords = {k: v for k, v in keywords.items() if k in [*names, *only]}
        if len(arguments) > len(names):
            plural = "" if len(names) == 1 else "s"
            what = (
                f"{define.name} takes {len(names)} argument{plural}, "
                f"not {len(arguments)}"
            )
            raise self.frame.refuse(node, what)
        for name in keywords:
            if name not in [*names, *only]:
                raise self.frame.refuse(node, f"{define.name} has no argument {name}")
            if name in names[: len(arguments)]:
                what = f"{define.name} is given its argument {name} twice"
                raise self.frame.refuse(node, what)
        values = dict(zip(names, arguments)) | keywords
        defaults = dict(zip(reversed(names), reversed(define.args.defaults)))
        defaults |= {n: d for n, d in zip(only, define.args.kw_defaults) if d}
        for name in [*names, *only]:
            if name in values:
                continue
            if name not in defaults:
                what = f"{define.name} is called without its argument {name}"
                raise self.frame.refuse(node, what)
            values[name] = self.default(define, source, name, defaults[name])
        values |= more
        if source.is_definition:  # decides on what is known
            values = {n: _as_number(value) for n, value in values.items()}
            values |= {n: decisive(values[n]) for n in [*names[1:], *only, *more]}
        return {
            n: self.frame.closures.passed(values[n]) for n in [*names, *only, *more]
        }

    def more(self, define, names, only, arguments, keywords):
        """{parameter: value} of `*args`, a tuple, and of `**kwargs`, a dict."""
        found = {}
        if define.args.vararg is not None:
            rest = arguments[len(names) :]
            is_list = len(rest) == 1 and isinstance(rest[0], Rest)
            given = rest[0].values if is_list else tuple_record(rest)
            found[define.args.vararg.id] = given
        if define.args.kwarg is not None:
            others = {k: v for k, v in keywords.items() if k not in [*names, *only]}
            found[define.args.kwarg.id] = Record(others, dict, object())
        return found

    def default(self, define, source, name, node):
        """The value of a default: what it was when the def ran."""
        if source.is_definition:
            return self.frame.expressions.value(node)
        if source.node is define or source.node.name == define.name:
            signature = inspect.signature(source.function)
            if name in signature.parameters:
                value = signature.parameters[name].default
                if value is not inspect.Parameter.empty:
                    return self.frame.surroundings.found(
                        Static(
                            value, ("default", id(define), name), lambda: value, name
                        ),
                        node,
                    )
        return self.frame.expressions.value(node)

    def call(self, source, define, values, closure, node, is_own=False):
        name = define.name if define.name != "<lambda>" else "function"
        name = name.strip("_") if name.startswith("__") else name
        if yields_in(define.body):
            what = f"{name} yields: what it gives comes one by one"
            raise self.frame.refuse(node, what, f"a loop over it, or list({name}(...))")
        values = {k: self.frame.indexing.all_apart(v) for k, v in values.items()}
        values = self.frame.without_axes.passed(define, values)
        captured = None
        if closure is not None and closure.captured is not None:
            captured = self.frame.without_axes.passed(define, closure.captured)
        given = self.frame.attributes.given()
        self.frame.containers.keep_defaults(
            [*values.values(), *(captured or {}).values()]
        )
        self.frame.careful.calls(values)
        try:
            plain, leaves = self.specialised(
                source, define, name, values, captured, closure, given
            )
        except Needed as needed:
            changed = self.with_known(needed, define, values, closure, node)
            return self.call(source, define, *changed, node)
        except Outgrown as outgrown:
            self.frame.inside.regrown(
                outgrown, Entry(values, captured or {}, set()).outer
            )
            raise self.frame.refuse(node, "a list holds values of two kinds") from None
        self.check_outside(plain, leaves, node)
        tokens = Entry(values, captured or {}, set()).outer
        self.frame.inside.leave(plain, leaves, node)
        value = self.call_plain(plain, leaves, node)
        value = self.frame.closures.settled(renewed(value, tokens))
        if plain.places or plain.outside:
            value = self.apart(value, leaves)
        caller = tokens, is_own, dict(zip(plain.parameters, leaves))
        return self.frame.attributes.taken(plain, value, caller, node)

    def specialised(self, source, define, name, values, *rest):
        """(Plain, leaves) of a call; where it counts, arguments overlap inside as well.

        A line that works on whole arrays is another one then, and so are calls. What
        is written out in the place of its call decides on the numbers it is given.
        """
        function = self.frame.unit.function
        plain, leaves = function(source, define, name, values, *rest)
        if not self.inlining.must_inline(plain, leaves):
            return plain, leaves
        is_shared = self.inlining.writes_shared(plain, leaves)
        memory = self.inlining.memory_of if is_shared else None
        is_recursive = plain.name in self.frame.unit.recursive_names
        if not source.is_definition and not is_recursive:
            values = {n: _decided(value) for n, value in values.items()}
        return function(source, define, name, values, *rest, memory)

    def check_outside(self, plain, leaves, node):
        """Refuse to write what a function is given and has from outside as well."""
        written = set(written_parameters(plain)) if plain.hidden else ()
        if not written:
            return
        outside = [self.frame.surroundings.again(h).node for h in plain.hidden]
        bases = map(self.inlining.memory_of, [*leaves, *outside])
        places = dict(zip(plain.parameters, bases))
        for hidden in plain.hidden:
            base = places.get(hidden.name)
            alike = {p for p, other in places.items() if other == base}
            if base is not None and len(alike) > 1 and alike & written:
                what = (
                    f"{plain.name} is given {hidden.name}, has it from outside as well"
                )
                what += ", and writes it"
                raise self.frame.refuse(node, what, "one of the two")

    def apart(self, value, leaves):
        """A result under a name, if it reads what the call changes beside it."""
        if not isinstance(value, Record):
            return value
        changed, items = names_in(*leaves), value.items

        def settled(leaf):
            reads = isinstance(leaf, Expression) and names_in(leaf.node) & changed
            return self.frame.stored(leaf, "result") if reads else leaf

        own = tuple_record([items[0]]).map(settled).items[0]
        return Record({**items, 0: own}, value.container, value.token)

    def with_known(self, needed, define, values, closure, node):
        """(values, closure) of a call, what the callee needs to know being known."""
        refusal = self.frame.refuse(node, needed.refusal.what, needed.refusal.instead)
        if needed.define is define and needed.name in values:
            known = known_inside(self.frame, values[needed.name], refusal)
            return {**values, needed.name: known}, closure
        if needed.define is define and closure is not None and closure.captured:
            inner = dict(closure.captured)
            inner[needed.name] = constant(self.frame, inner[needed.name], refusal)
            return values, replace(closure, captured=inner)
        raise refusal

    def call_plain(self, plain, leaves, node):
        """The value of a call of a specialised function, its statement emitted."""
        value = self.result_of_call(plain, leaves, node)
        self.frame.lending.returned(plain, leaves, value)
        return unwrapped(self.frame.without_axes.returned(plain.result, value))

    def result_of_call(self, plain, leaves, node):
        """The value of a call of a specialised function, its statement emitted."""
        is_small = plain.source.is_definition and not plain.is_opaque
        whole = plain.whole or plain
        is_small |= plain.source.node.name == "__init__"
        if plain.name not in self.frame.unit.recursive_names:
            is_small |= passes_on(whole.node.body)
        # what it gives is nobody else's, as long as its names are not names here
        is_small &= not (self.frame.lending.owns and effects.lends(whole))
        if is_small and is_straight(whole.node.body):
            return self.inlining.inlined(whole, leaves)
        if self.frame.unit.caught and may_raise(plain):
            if plain.name in self.frame.unit.recursive_names:
                what = f"{plain.name} calls itself, and may raise what is caught"
                raise self.frame.refuse(node, what, "a check before the call")
            return self.inlining.inlined(plain, leaves)
        if self.inlining.must_inline(plain, leaves):
            if plain.name in self.frame.unit.recursive_names:
                what = f"{plain.name} calls itself with two names for one array"
                raise self.frame.refuse(node, what, "a copy of the array")
            return self.inlining.inlined(plain, leaves)
        hidden = [self.frame.surroundings.again(h).node for h in plain.hidden]
        self.frame.lending.passed(plain, [*leaves, *hidden])
        self.frame.callees[plain.name] = plain
        call = gast.Call(build.name(plain.name), [*leaves, *hidden], [])
        gast.copy_location(call, node)
        results = plain.result_kinds
        if not results:
            self.frame.emit(gast.copy_location(gast.Expr(call), node))
            return plain.result if isinstance(plain.result, Record) else Static(None)
        if isinstance(plain.result, Record):
            return self.call_record(plain, call)
        if written_parameters(plain):
            return self.frame.stored(
                Expression(call, results[0]), f"{plain.name}_result"
            )
        return Expression(call, results[0])

    def call_record(self, plain, call):
        """A call that gives a structure."""
        found = self.parts(plain.name, call, plain.result_kinds)
        parts = iter(found.items.values())
        return plain.result.map(lambda leaf: next(parts))

    def parts(self, word, call, kinds):
        """The results of a call that gives several, each in a name."""
        names = []
        for position, kind in enumerate(kinds):
            names.append(self.frame.temporary(f"{word}_{position}"))
            self.frame.bind(names[-1], kind)
        self.frame.emit(build.assign(names if len(names) > 1 else names[0], call))
        return tuple_record(self.frame.env[name] for name in names)


def _decided(value):
    """A whole number, as one that is known where it is."""
    known = decisive(value) if isinstance(value, Expression) else value
    return known if isinstance(getattr(known, "value", None), int) else value


def _as_number(value):
    """An array without axes as the number that it is."""
    is_array = isinstance(value, Expression) and value.is_array
    return replace(value, is_array=False) if is_array else value
