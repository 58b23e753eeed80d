"""How the values of arguments become parameters: names, kinds, the key of the cache."""

import types
from dataclasses import replace

from s2sad.facts.values import Closure, Expression, Record, Static
from s2sad.syntax import build
from s2sad.syntax.names import Fresh


class Entry:
    """How argument values become parameters: names, kinds, and the key of the cache.

    `memory` says what memory an argument stands for, if it counts which ones overlap:
    `overlapping` are the places of parameters that may, in groups.
    """

    def __init__(self, values, captured, taken, closure=None, given=None, memory=None):
        # what is inside of others has no name that an argument, or a line, has
        own = set(values) | set(captured)
        self.own, self.inner = Fresh(taken - own), Fresh(taken | own)
        self.captured, self.tokens = captured, []
        self.outer = []
        self.parameters = []
        self.leaves = []
        self.structure = []
        key = []
        self.bindings = {}
        for name, value in [*values.items(), *captured.items()]:
            start = len(self.parameters)
            self.bindings[name] = self.binding(name, value, key, True)
            if name in values:
                self.structure.append((name, self.parameters[start:], value))
        self.overlapping = self.overlaps(memory) if memory is not None else ()
        key.append(self.overlapping)
        self.given, self.bare_key = given or {}, tuple(key)
        key.extend((place, kinds_of(value)) for place, value in self.given.items())
        self.key = tuple(key)
        if closure is not None and closure.itself is not None:
            own = {name: self.bindings[name] for name in captured}
            self.bindings[closure.itself] = replace(closure, captured=own)

    def binding(self, name, value, key, is_own=False):
        if isinstance(value, Expression):
            fresh, others = self.own, self.inner
            if not is_own:
                fresh, others = others, fresh
            name = fresh(name)
            others.taken.add(name)
            self.parameters.append((name, value.kind))
            self.leaves.append(value.node)
            key.append((name, value.kind, value.is_array))
            return Expression(build.name(name), value.kind, is_array=value.is_array)
        if isinstance(value, Record):
            key.append((name, value.container, tuple(value.items)))
            items = {
                k: self.binding(f"{name}_{k}", item, key)
                for k, item in value.items.items()
            }
            return Record(items, value.container, self.token(value, key))
        if isinstance(value, Closure):
            key.append((name, value.line, value.source.function.__code__))
            captured = {
                k: self.binding(k, item, key)
                for k, item in (value.captured or {}).items()
            }
            return replace(value, captured=captured)
        if isinstance(value, Static):
            key.append((name, identity(value.value)))
        else:
            key.append((name, _Same(value)))
        return value

    def overlaps(self, memory):
        """The places of parameters, in groups, that may have memory in common."""
        groups = {}
        for place, leaf in enumerate(self.leaves):
            found = memory(leaf)
            if found is not None:
                groups.setdefault(found, []).append(place)
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)

    def overlapping_names(self):
        return [[self.parameters[p][0] for p in group] for group in self.overlapping]

    def seen(self, looked):
        """{place: the kind of what was written there} of the places looked at."""
        return {place: kinds_of(self.given.get(place)) for place in looked}

    def sees(self, seen):
        """Whether these are the kinds of what was written."""
        return self.seen(seen) == seen

    def token(self, record, key):
        """What a list, dict or object that was given is known by in the function."""
        if record.token is None:
            return None
        if record.token not in self.outer:
            self.outer.append(record.token)
        token = ("argument", self.outer.index(record.token))
        key.append(token)
        if token not in self.tokens:
            self.tokens.append(token)
        return token


def kinds_of(value):
    """What of a value the text of a function depends on."""
    if isinstance(value, Expression):
        words = ("array",) * bool(value.is_array) + ("empty",) * value.is_empty
        return (value.kind, *words) if words else value.kind
    if isinstance(value, Record):
        return value.container, tuple((k, kinds_of(v)) for k, v in value.items.items())
    if value is None:
        return None
    return identity(value.value) if isinstance(value, Static) else _Same(value)


def identity(value):
    if isinstance(value, (bool, int, float, complex, str, bytes, type(None))):
        return (type(value), value)
    if isinstance(value, tuple):
        return tuple(map(identity, value))
    return _Same(value)


class _Same:
    """A key that equals itself only, and keeps its object alive."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self):
        return id(self.value)


def is_constant(value):
    """Whether a value is a constant of the specialisation that may be set anew."""
    if isinstance(value, (tuple, list)):
        return all(is_constant(item) or _is_number(item) for item in value)
    if isinstance(value, dict):
        return is_constant([*value.keys(), *value.values()])
    return isinstance(value, (bool, str, bytes, type(None)))


def _is_number(value):
    return isinstance(value, (int, float, complex))


def snapshot(value):
    """What a constant is now, to be compared with what it is later."""
    if isinstance(value, (tuple, list)):
        return (type(value), *map(snapshot, value))
    if isinstance(value, dict):
        return (dict, *((key, snapshot(item)) for key, item in value.items()))
    if isinstance(value, _Same):
        return value
    if isinstance(value, float):
        return (float, repr(value))  # 0.0 is not -0.0, and nan is what it was
    is_known = is_constant(value) or _is_number(value)
    return (type(value), value) if is_known else same(value)


def same(value):
    """What an object that is no constant is: itself, of methods their object."""
    if isinstance(value, types.MethodType):
        return (_Same(value.__func__), _Same(value.__self__))
    return _Same(value)
