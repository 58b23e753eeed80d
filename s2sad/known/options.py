"""What a name holds that holds one of several things: constants, kinds of numbers."""

from dataclasses import dataclass, field, replace
from typing import Any

import gast

from s2sad.facts.kinds import BOOL, Array, Scalar, array_kind, join
from s2sad.facts.values import Record, Static
from s2sad.known.comparable import shown
from s2sad.known.entry import identity
from s2sad.syntax import build

_FEW = 6
_NUMERIC = (Scalar, Array)


@dataclass(frozen=True)
class Form:
    """The kind of a tuple: the kinds of its parts."""

    container: Any
    parts: tuple


@dataclass(frozen=True)
class Fixed:
    """The kind of a part of a tuple that is a constant: None, or a text."""

    key: Any
    static: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class Option:
    """What a name may hold: a constant, or (by `kind`) numbers and arrays."""

    key: Any
    static: Any = field(default=None, compare=False)
    kind: Any = None


@dataclass(frozen=True)
class OneOf:
    """The container of what a name holds: options, and the places of possible ones."""

    options: tuple
    possible: tuple

    @property
    def __name__(self):
        return "value of one of several kinds"

    def of(self, items):
        """What is held, of the values of `items`."""
        place = int(items["case"])
        if is_truth(self.options):
            is_kind = [option.kind is not None for option in self.options]
            place = is_kind.index(bool(place))
        option = self.options[place]
        return items[place] if option.kind is not None else option.static.value


def is_truth(options):
    """Whether a truth value says which of two options it is: a kind or not."""
    return [o.kind is None for o in options] in ([True, False], [False, True])


def is_one_of(value):
    return isinstance(value, Record) and isinstance(value.container, OneOf)


def one_ofs(value):
    """What may be several things in a value: itself, or its parts."""
    if is_one_of(value):
        return [value]
    parts = value.items.values() if isinstance(value, Record) else ()
    return [found for part in parts for found in one_ofs(part)]


def flag_of(value):
    """The name that says which option a value is."""
    return value.items["case"].node.id


def narrowed(value, flag, possible):
    """A value in which fewer options are possible of what a flag tells."""
    if not isinstance(value, Record):
        return value
    if is_one_of(value):
        if flag_of(value) != flag:
            return value
        return Record(value.items, OneOf(value.container.options, tuple(possible)))
    items = {key: narrowed(item, flag, possible) for key, item in value.items.items()}
    return replace(value, items=items)


def option_of(value):
    """The Option that a value is, or None."""
    if isinstance(value, Static) and not isinstance(value.value, (int, float, complex)):
        return Option(identity(value.value), value)
    kind = _kind_of(value)
    return None if kind is None else Option(kind, kind=kind)


def options_of(value):
    """The options that a value may be, or None."""
    if is_one_of(value):
        return [value.container.options[place] for place in value.container.possible]
    option = option_of(value)
    return None if option is None else [option]


def same_option(known, option):
    """Whether a value is one that a name is known to hold, or fits its kind."""
    return _joint(known, option) == known


def merged(options, more):
    """Options of both, kinds that are one for a name taken together; None if many."""
    found = list(options)
    for option in more:
        for place, known in enumerate(found):
            joint = _joint(known, option)
            if joint is not None:
                found[place] = joint
                break
        else:
            found.append(option)
    return tuple(found) if len(found) <= _FEW else None


def _kind_of(value):
    """The kind of numbers, of an array, or of a tuple of such; else None."""
    if isinstance(value, Record) and issubclass(_class_of(value), tuple):
        parts = tuple((key, _kind_of(item)) for key, item in value.items.items())
        return None if None in dict(parts).values() else Form(value.container, parts)
    if isinstance(value, Static) and isinstance(value.value, (int, float, complex)):
        return _number_kind(value.value)
    if isinstance(value, Static):
        return Fixed(identity(value.value), value)
    kind = getattr(value, "kind", None)
    if isinstance(kind, (Scalar, Array)):
        return array_kind(kind.dtype, kind.rank)
    return None


def _class_of(record):
    return record.container if isinstance(record.container, type) else object


def _joint(first, second):
    """The option that two are, if one name may hold either; else None."""
    if first == second:
        return first
    kind = first.kind and second.kind and _joint_kind(first.kind, second.kind)
    return kind and Option(kind, kind=kind)


def _joint_kind(first, second):
    if not isinstance(first, Form) or not isinstance(second, Form):
        kinds = isinstance(first, _NUMERIC) and isinstance(second, _NUMERIC)
        return join(first, second) if kinds else first if first == second else None
    if first.container != second.container or len(first.parts) != len(second.parts):
        return None
    parts = tuple(
        (key, _joint_kind(kind, other))
        for (key, kind), (_, other) in zip(first.parts, second.parts)
    )
    return None if None in dict(parts).values() else Form(first.container, parts)


def _number_kind(number):
    kinds = {bool: "bool", int: "int", float: "float64", complex: "complex128"}
    return Scalar(kinds[type(number)])


def joint(first, second):
    """What holds one of several things on two paths, behind both."""
    mine, other = first.container, second.container
    if mine.options != other.options:
        return None
    possible = tuple(sorted({*mine.possible, *other.possible}))
    return Record(first.items, OneOf(mine.options, possible))


def shown_option(option):
    """An option in the words of a message."""
    if option.kind is None:
        return shown(option.static)
    return "a tuple" if isinstance(option.kind, Form) else f"a {option.kind}"


def test_of(value, places):
    """The node of a test that a value is one of its options in some places."""
    options, possible = value.container.options, value.container.possible
    flag = value.items["case"]
    if flag.kind == BOOL:
        is_held = options[places[0]].kind is not None
        return flag.node if is_held else build.logical_not(flag.node)
    others = [place for place in possible if place not in places]
    if len(others) == 1 < len(places):
        return build.compare(flag.node, gast.NotEq(), build.constant(others[0]))
    tests = [
        build.compare(flag.node, gast.Eq(), build.constant(place)) for place in places
    ]
    return tests[0] if len(tests) == 1 else gast.BoolOp(gast.Or(), tests)
