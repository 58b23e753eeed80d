"""Functions with a derivative of their own, where others call them.

A call of one is opaque: nothing is known of its result but its kind, its lengths where
it is a library's, and that it depends on all its arguments. Its tangent and its adjoint
are plain functions that call what the user gave.

What the user gave may read numbers and arrays from its surroundings. A call passes
those along with what the function itself reads, so they are looked for when the call
is met.
"""

import copy
import weakref
from dataclasses import dataclass, field, replace
from typing import Any

import gast

from s2sad.custom.answers import mapped, met
from s2sad.custom.written import is_text_of
from s2sad.facts.effects import returns_shared, shared_name
from s2sad.facts.extents import lengths_of_result
from s2sad.facts.kinds import Array
from s2sad.facts.plain import Hidden, Plain, is_differentiable
from s2sad.facts.values import Closure, Expression, Record
from s2sad.facts.written import written_parameters
from s2sad.known.entry import Entry
from s2sad.pipeline import specialised
from s2sad.specialise.unit import Unit
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in
from s2sad.syntax.source import read


@dataclass
class Given(Plain):
    """A function as its callers see it: its text is not looked into."""

    custom: Any = field(default=None, repr=False)

    is_opaque = True

    @property
    def own(self):
        """The leaf parameters that are arguments, not captured."""
        return self.parameters[: len(self.parameters) - len(self.hidden)]

    @property
    def floats(self):
        return [p for p in self.own if is_differentiable(self.kinds[p])]


class Again:
    """Marks the function of a generated text that has a derivative of its own.

    The next order, which reads that text, so takes the same derivative for it. Of a vjp
    it takes, as JAX does, the forward function instead: that can be differentiated
    forward as well.
    """

    def __init__(self, given):
        self.given = given

    def __s2sad__(self, frame, arguments, keywords, node):
        opaque = self.given.custom.opaque
        return opaque.call_again(self.given, frame, arguments, node)


def marks(unit):
    """{name of a function: what marks it in the text of a unit}."""
    callees = [c for plain in unit.functions.values() for c in plain.callees.values()]
    return {c.name: Again(c) for c in callees if isinstance(c, Given)}


class Opaque:
    """Makes the Given of one function for the kinds of its arguments."""

    def __init__(self, custom):
        self.custom = custom
        self.known = weakref.WeakKeyDictionary()
        self.texts = weakref.WeakKeyDictionary()
        self.is_busy = False

    def call(self, frame, arguments, keywords, node):
        """The value of a call of the function in another one."""
        source = read(self.custom.function)
        values = frame.calls.matched(source.node, source, arguments, keywords, node)
        if self.is_busy:  # in its own body, or in its own derivative
            return frame.calls.call(source, source.node, values, None, node)
        given, leaves = self.met(frame, source, values)
        return frame.calls.call_plain(given, leaves, node)

    def met(self, frame, source, values):
        """(Given, leaves) of a call with these values."""
        name = self.custom.name
        with _Busy(self):
            plain, leaves = frame.unit.function(source, source.node, name, values)
        known = self.known.setdefault(frame.unit, {})
        if plain.name not in known:
            known[plain.name] = self.given(plain, values)
        return known[plain.name], leaves

    def is_text(self, source, values):
        """Whether a function that was read is what a text has of this one for values.

        Somebody may have changed it since: then its lines count.
        """
        known = self.texts.setdefault(source.function, {})
        key = Entry(values, {}, set()).key
        if key not in known:
            styles = ("loops", "arrays")
            known[key] = any(self.writes(source, values, style) for style in styles)
        return known[key]

    def writes(self, source, values, style):
        unit, own = Unit(style=style), read(self.custom.function)
        with _Busy(self):
            plain, _ = unit.function(own, own.node, self.custom.name, values)
        return is_text_of(source, plain, unit.functions.values())

    def call_again(self, before, frame, arguments, node):
        """The value of a call in generated text, which passes what is captured too."""
        parts = iter(arguments)
        values = {
            name: mapped(value, lambda v: next(parts) if _is_leaf(v) else v)
            for name, _, value in before.structure
        }
        passed = dict(zip((item.key for item in before.hidden), parts))
        if self.custom.vjp is None or self.custom.rule is not None:
            given, leaves = self.met(frame, read(self.custom.function), values)
            return _call_with(frame, given, leaves, passed, node)
        forward, _ = self.custom.vjp
        name = f"{self.custom.name}_forward"
        plain, leaves = met(frame, node, forward, name, values.values())
        return _call_with(frame, plain, leaves, passed, node).items[0]

    def given(self, plain, values):
        """The opaque function; the plain one gets the parameters that it needs more."""
        self.check(plain, values)
        given = self.opaque(plain, plain.hidden)
        hidden = {item.key: item for item in plain.hidden}
        for item in self.captured(given):
            hidden.setdefault(item.key, item)
        _take(plain, list(hidden.values()))
        if returns_shared(plain):
            _return_copies(plain)
        return self.opaque(plain, plain.hidden)

    def check(self, plain, values):
        refuse = self.custom.refuse
        written = written_parameters(plain)
        if written:
            raise refuse(f"writes its argument {written[0]}", "a result")
        if not plain.result_kinds:
            raise refuse("returns nothing", "a value that it returns")
        if any(map(_captures, values.values())):
            raise refuse(
                "is called with a function that captures values", "its values as well"
            )

    def opaque(self, plain, hidden):
        parameters = plain.parameters
        call = build.call("_given", *map(build.name, parameters))
        results = [call] * len(plain.result_kinds)
        value = build.tuple_of(results) if len(results) > 1 else call
        node = build.function(plain.name, parameters, [gast.Return(value)])
        given = Given(
            plain.name,
            gast.copy_location(node, plain.node),
            plain.source,
            {p: plain.kinds[p] for p in parameters},
            hidden,
            plain.result,
            {},
            plain.structure,
            custom=self.custom,
        )
        # a derivative that a user gives may come with a value of its own
        lengths = lengths_of_result(plain) if plain.source.is_definition else None
        given.lengths = lengths or ()
        return given

    def captured(self, given):
        """What the derivatives read from their surroundings.

        Those of definitions read nothing: to look would take long, as they call others.
        """
        found = []
        if given.source.is_definition:
            return found
        for driver, values in self.custom.drivers(given):
            with _Busy(self):
                plain, _ = specialised(Unit(), driver, values)
            found += plain.hidden
        return found


class _Busy:
    """Marks a function as being looked into."""

    def __init__(self, opaque):
        self.opaque = opaque

    def __enter__(self):
        self.opaque.is_busy = True

    def __exit__(self, *error):
        self.opaque.is_busy = False


def _captures(value):
    if isinstance(value, Record):
        return any(map(_captures, value.items.values()))
    return isinstance(value, Closure) and bool(value.captured)


def _is_leaf(value):
    return isinstance(value, Expression)


def _call_with(frame, plain, leaves, passed, node):
    """A call in which what the function captures is passed: {key: its Expression}."""
    leaves = [*leaves, *(passed[item.key].node for item in plain.hidden)]
    value = frame.calls.call_plain(replace(plain, hidden=[]), leaves, node)
    if plain.name in frame.callees:
        frame.callees[plain.name] = plain
    return value


def _take(plain, hidden):
    """Give a plain function parameters for these, after its own arguments."""
    own = plain.parameters[: len(plain.parameters) - len(plain.hidden)]
    names = {item.key: item.name for item in plain.hidden}
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    for item in hidden:
        if item.key not in names:
            names[item.key] = fresh(item.name)
            plain.kinds[names[item.key]] = item.kind
    plain.hidden = [
        Hidden(item.key, names[item.key], item.getter, item.kind) for item in hidden
    ]
    _rename_parameters(plain, [*own, *(item.name for item in plain.hidden)])


def _rename_parameters(plain, names):
    plain.node = copy.copy(plain.node)
    plain.node.args = build.function("_", names, []).args


def _return_copies(plain):
    """Let a function return arrays of its own: an argument has another adjoint."""
    last = copy.copy(plain.node.body[-1])
    several = isinstance(last.value, gast.Tuple)
    values = last.value.elts if several else [last.value]
    copies = [
        gast.Call(build.attribute(value, "copy"), [], [])
        if isinstance(kind, Array) and shared_name(value, plain.kinds) is not None
        else value
        for value, kind in zip(values, plain.result_kinds)
    ]
    last.value = build.tuple_of(copies) if several else copies[0]
    plain.node.body = [*plain.node.body[:-1], last]


def driven(unit, given, driver, values):
    """The Plain of a driver, which takes what a call of the function passes.

    It takes the arguments, what the function captures, and then all that it takes more.
    """
    plain, _ = specialised(unit, driver, values)
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    names = plain.parameters[: len(plain.parameters) - len(plain.hidden)]
    found = {item.key: item.name for item in plain.hidden}
    hidden = [found.pop(h.key, None) or fresh(h.name) for h in given.hidden]
    if found:
        what = f"captures {', '.join(found.values())} for these arguments only"
        raise given.custom.refuse(what, "an argument")
    plain.kinds.update(zip(hidden, (h.kind for h in given.hidden)))
    count = len(given.own)
    _rename_parameters(plain, [*names[:count], *hidden, *names[count:]])
    plain.hidden = []
    return plain
