"""What the names of a function stand for, its own and those from around it."""

import types
from pathlib import Path

import numpy as np

from s2sad.facts import kinds
from s2sad.facts.kinds import Array, Scalar, kind_of_value
from s2sad.facts.plain import Hidden
from s2sad.facts.values import Expression, Record, Static
from s2sad.facts.written import written_parameters
from s2sad.known.comparable import Undetermined, name_of
from s2sad.known.entry import is_constant, same, snapshot
from s2sad.objects.attributes import Place
from s2sad.syntax import build
from s2sad.syntax.names import names_in


def _is_of_a_notebook(function):
    """Whether what a function reads by name was written in cells, not in a file."""
    return not Path(function.__code__.co_filename).exists()


def check_apart(plain):
    """Refuse to write what has two names outside: each has a shadow of its own."""
    arrays = {h.name: h.getter() for h in plain.hidden if isinstance(h.kind, Array)}
    for name in sorted(arrays.keys() & set(written_parameters(plain))):
        for other in sorted(arrays.keys() - {name}):
            if np.shares_memory(arrays[name], arrays[other]):
                what = f"{name} is written, and {other} is in the same memory"
                raise plain.source.refuse(plain.node, what, "one name for the array")


class Surroundings:
    """Looks up names; numbers and arrays from outside become hidden arguments."""

    def __init__(self, frame):
        self.frame = frame
        self.is_reading = True

    def look(self, node):
        """What a name stands for here."""
        if node.id in self.frame.env:
            value = self.frame.env[node.id]
            if value is None:
                self.frame.alternatives.read(node.id)
                if (what := self.frame.lists.copies.stale.get(node.id)) is not None:
                    raise self.frame.refuse(node, what, "a copy of it, taken before")
                part = self.frame.statements.unlike.get(node.id)
                if part is not None:
                    what = f"{node.id} has {part} on one path only"
                    raise self.frame.refuse(node, what, "a value for it at first")
                what = (
                    f"{node.id} is of one kind on one path and of another on the other"
                )
                raise self.frame.refuse(node, what, "two names")
            if isinstance(value, Static) and value.getter is not None:
                return self.found(value, node)
            return self.frame.seen(node.id, value)
        if node.id in self.frame.locals:
            self.frame.undetermined, self.frame.pending = True, node
            raise Undetermined
        try:
            key, getter = self.free(node.id)
            value = getter()
        except (KeyError, ValueError):
            raise self.frame.refuse(node, f"{node.id} is not defined") from None
        static = Static(value, key, getter, node.id)
        if callable(value) and _is_of_a_notebook(self.frame.source.function):
            self.guard(static)  # its cell may run again
        return self.found(static, node)

    def free(self, name):
        """(what identifies a name from outside, a function that gives its value)."""
        function = self.frame.source.function
        getter = self.frame.source.lookup(name)
        if name in function.__code__.co_freevars:
            return (id(getter.args[0]), name), getter
        return (id(function.__globals__), name), getter

    def attribute(self, base, node):
        """An attribute of a module or of another object that is known."""
        written = self.frame.attributes.read(Place(base.value, node.attr), node)
        if written is not None:
            return written
        try:
            value = getattr(base.value, node.attr)
        except AttributeError as error:
            what = f"{name_of(base.value)} has no attribute {node.attr}"
            raise self.frame.source.raising(node, error, what) from None
        word = _constant_word(base.value, node.attr)
        if word is not None and isinstance(value, float):
            return Expression(build.attribute(*word), kinds.FLOAT)
        owner = base.value
        key = (id(owner), node.attr)
        hint = f"{base.hint}_{node.attr}" if base.hint else node.attr

        def getter():
            return getattr(owner, node.attr)

        static = Static(value, key, getter, hint)
        if node.attr in getattr(owner, "__dict__", ()) and not isinstance(
            owner, (types.ModuleType, type)
        ):
            self.guard(static)
        return self.found(static, node)

    def guard(self, static):
        """Remember which object an attribute was, if it is no number and no array."""
        value = static.value
        if kind_of_value(value) is None and not isinstance(value, np.ndarray):
            key = ("object", static.key)
            getter = static.getter
            self.frame.unit.statics[key] = (
                lambda: same(getter()),
                snapshot(same(value)),
            )

    def guard_presence(self, owner, name):
        """Remember whether an object has an attribute."""
        key = ("presence", id(owner), name)
        static = (lambda: hasattr(owner, name), snapshot(hasattr(owner, name)))
        self.frame.unit.statics[key] = static

    def entry(self, base, key, node):
        """An entry of a list, tuple or dict from outside; constants are as they are."""
        table = base.value
        written = self.frame.attributes.read(Place(table, key, "entry"), node)
        if written is not None:
            return written
        if is_constant(table) and not isinstance(table[key], float):
            return self.found(Static(table[key]), node)
        if is_constant(table) and not isinstance(table, dict):
            return self.found(Static(table[key]), node)
        return self.held(table, table, key, node, base.hint)

    def held(self, holder, table, key, node, hint=""):
        """What an object holds in a table of its own, read at each call."""
        hint = f"{hint}_{key}" if isinstance(key, (str, int)) and hint else str(key)
        hint = hint if hint.isidentifier() else "held"
        place = ("entry", id(holder), key, type(table))
        static = Static(table[key], place, lambda: table[key], hint)
        self.guard(static)
        return self.found(static, node)

    def record(self, base, node):
        """A list, tuple or dict from outside as a Record of its entries."""
        table = base.value
        if not hasattr(table, "__len__"):
            error = TypeError(f"a {type(table).__name__} has no parts")
            raise self.frame.source.raising(node, error)
        self.frame.attributes.check_entries(table, node)
        keys = list(table) if isinstance(table, dict) else range(len(table))
        if not is_constant(table) and not isinstance(table, tuple):
            self.guard_entries(table)
        items = {key: self.entry(base, key, node) for key in keys}
        container = type(table)
        return Record(items, container if container in (list, dict) else tuple)

    def guard_entries(self, table):
        """Remember how long a list is, or the keys of a dict and what is constant."""
        key = ("entries", id(table))
        self.frame.unit.statics[key] = (lambda: _shape(table), snapshot(_shape(table)))

    def unread(self, node):
        """What a node stands for, where a list that it names is not read."""
        statics = dict(self.frame.unit.statics)
        self.is_reading = False
        try:
            value = self.frame.expressions.value(node)
        finally:
            self.is_reading = True
        if isinstance(value, Static) and isinstance(value.value, list):
            new = self.frame.unit.statics.keys() - statics.keys()
            for key in [k for k in new if k[0] != "object"]:
                del self.frame.unit.statics[key]
        return value

    def found(self, static, node):
        """A thing from the surroundings: numbers and arrays become hidden arguments."""
        value = static.value
        if isinstance(value, list) and id(value) in self.frame.unit.attributes.grown:
            if self.is_reading:
                what = "a list that was appended to is read"
                raise self.frame.refuse(node, what, "a list of the function's own")
        if isinstance(value, dict) and is_constant(value):
            self.guard_entries(value)
        elif static.getter is not None and is_constant(value):
            self.frame.unit.statics[static.key] = (static.getter, snapshot(value))
        if isinstance(value, (bool, np.bool_)):
            return Static(bool(value))
        kind = kind_of_value(value)
        if kind is None:
            if isinstance(value, np.ndarray):
                what, instead = kinds.described_array(value)
                raise self.frame.refuse(node, f"{what} is not supported", instead)
            return static
        if static.key is None:
            if isinstance(kind, Scalar):
                return Expression(build.constant(value), kind)
            array = value
            static = Static(value, ("table", id(value)), lambda: array, "table")
        return self.hide(static, kind)

    def hide(self, static, kind):
        """The hidden argument for a number or array from outside."""
        if static.key[0] == "place":
            return self.frame.attributes.supplied(static.key)
        if static.key in self.frame.unit.fixed:
            value = static.getter()
            self.frame.unit.statics[static.key] = (static.getter, snapshot(value))
            return Expression(build.constant(value), kind)
        if static.key not in self.frame.hidden:
            name = self.hidden_name(static)
            self.frame.fresh.taken.add(name)
            hidden = Hidden(static.key, name, static.getter, kind)
            self.frame.hidden[static.key] = hidden
        hidden = self.frame.hidden[static.key]
        return Expression(build.name(hidden.name), hidden.kind)

    def again(self, hidden):
        """What a function that is called takes from outside, here."""
        static = Static(None, hidden.key, hidden.getter, hidden.name)
        return self.hide(static, hidden.kind)

    def hidden_name(self, static):
        """The name that this function itself has for it, or a new one."""
        hint = static.hint.strip("_") or "captured"
        if hint in names_in(self.frame.node) and hint not in self.frame.locals:
            try:
                if self.free(hint)[0] == static.key:
                    return hint
            except KeyError:
                pass
        return self.frame.fresh(hint)

    def hidden_array(self, static, node):
        """A table of numbers as an array that is read when the derivative is called."""
        try:
            kind = kind_of_value(np.array(static.value))
        except ValueError:
            kind = None
        if kind is None:
            raise self.frame.refuse(
                node, "a table that is not of numbers is used as one"
            )
        table = static.value
        key = ("table", id(table))
        return self.hide(
            Static(table, key, lambda: np.array(table), static.hint or "table"), kind
        )


def _shape(table):
    """What the text depends on: the length of a list, all of a dict but its floats."""
    if not isinstance(table, dict):
        return len(table)
    return [(k, snapshot(v) if is_constant(v) else None) for k, v in table.items()]


def _constant_word(owner, name):
    modules = {"math": "math", "cmath": "math", "numpy": "np"}
    if isinstance(owner, types.ModuleType) and owner.__name__ in modules:
        if name in ("pi", "e", "inf", "nan", "tau", "euler_gamma"):
            return modules[owner.__name__], name
    return None
