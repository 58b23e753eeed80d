"""What an expression stands for while a function is specialised."""

from dataclasses import dataclass, field
from typing import Any, TypeGuard

import gast

from s2sad.facts.kinds import Array, Scalar, Stack, join
from s2sad.syntax import build


@dataclass(frozen=True)
class Expression:
    """A value that is known when the function runs: an expression and its kind.

    `number` is the integer that a name is known to hold where it stands. A number that
    `is_array` is an array without axes, which only its type tells from a number; None
    where that is not known. An array that `is_empty` is an argument without elements.
    """

    node: gast.AST = field(compare=False)
    kind: Any
    number: int | None = None
    is_array: bool | None = False
    is_empty: bool = False


@dataclass(frozen=True)
class Record:
    """A tuple, list, dict or object whose parts are known one by one.

    Records with one `token` are one object, so that what is written into one of them
    is written into all; one that may be any of several has none.
    """

    items: dict
    container: Any = tuple
    token: Any = field(default=None, compare=False)

    def leaves(self):
        """The expressions at the ends of this structure, in order."""
        found = []
        for value in self.items.values():
            found.extend(value.leaves() if isinstance(value, Record) else [value])
        return found

    def map(self, change):
        """The same structure with each leaf changed."""
        items = {
            key: v.map(change) if isinstance(v, Record) else change(v)
            for key, v in self.items.items()
        }
        return Record(items, self.container, self.token)


@dataclass(frozen=True)
class Static:
    """An object known while the function is specialised, and where it was found."""

    value: Any
    key: Any = field(default=None, compare=False)
    getter: Any = field(default=None, compare=False)
    hint: str = field(default="", compare=False)


@dataclass(frozen=True)
class Closure:
    """A def or lambda inside a function, and what its free names are bound to.

    `captured` is None in the function where it stands: there the names mean what they
    mean when it is called. Where it was passed to, they are parameters. `itself` is the
    name by which it calls itself. `defaults` are what its parameters are by default.
    """

    node: gast.AST = field(compare=False)
    source: Any = field(compare=False)
    line: tuple
    captured: dict | None = field(default=None, compare=False)
    itself: str | None = None
    defaults: dict | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Bound:
    """A callable that remembers arguments, such as the pullback of a vjp."""

    finish: Any = field(compare=False)


@dataclass(frozen=True)
class Method:
    """A method of a value, before it is called."""

    owner: Any
    name: str


@dataclass(frozen=True)
class Rest:
    """All arguments that `*more` of a function takes, as a list."""

    values: Any


def is_of(value, *containers) -> TypeGuard[Record]:
    """Whether a value is a record of a kind: a tuple, say, or a range."""
    return isinstance(value, Record) and any(value.container is c for c in containers)


def tuple_record(values):
    return Record(dict(enumerate(values)), tuple)


def list_record(values):
    """A new list."""
    return Record(dict(enumerate(values)), list, object())


def record_like(value, parts):
    """A new list where a value is one, else a tuple."""
    return list_record(parts) if value.container is list else tuple_record(parts)


def join_values(first, second):
    """The value of a name that has one of two values; None if there is none."""
    if first == second:
        return first
    if isinstance(first, (Scalar, Array, Stack)):
        if isinstance(second, (Scalar, Array, Stack)):
            return join(first, second)
        return None
    if isinstance(first, Record) and isinstance(second, Record):
        same = first.items.keys() == second.items.keys()
        if same and first.container == second.container:
            return first
    return None


def static_node(value):
    """The literal of a static number, string or None; None if it has no literal."""
    if value is None or isinstance(value, (bool, int, float, complex, str)):
        return build.constant(value)
    return None
