"""Arguments and results as trees: tuples, lists, dicts, NamedTuples and dataclasses.

A structure is taken apart into its numbers and arrays before a derivative is called,
and put together again around what the derivative returns.
"""

import dataclasses
from typing import Any

import numpy as np

from s2sad.errors import UsageError
from s2sad.facts.kinds import described_array, kind_of_value
from s2sad.facts.results import is_listing
from s2sad.facts.values import Expression, Record, Static
from s2sad.syntax import build

_LEAST, _MOST = -(2**63), 2**64 - 1


def parts_of(value) -> dict | None:
    """{key: part} of a structure, or None if the value is not one."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise UsageError("a dict argument must have string keys")
        return value
    fields = getattr(value, "_fields", None)
    if fields is not None and isinstance(value, tuple):
        return {name: getattr(value, name) for name in fields}
    if isinstance(value, (tuple, list)):
        return dict(enumerate(value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: getattr(value, name) for name in names}
    return None


def described(name, value, leaves):
    """The value of a parameter as a function is specialised; `leaves` gets its numbers.

    Flags, strings, None, functions and other objects are constants.
    """
    if isinstance(value, (bool, np.bool_)):
        return Static(bool(value))
    kind = kind_of_value(value)
    if kind is not None:
        if isinstance(value, int) and not _LEAST <= value <= _MOST:
            raise UsageError(f"argument {name} is {value}, an integer beyond 64 bits")
        # an array without axes is a number here, which no `+=` changes in place
        if isinstance(value, np.ndarray) and not value.ndim:
            leaves.append(value[()])
            return Expression(build.name(name), kind, is_array=True)
        leaves.append(value)
        return Expression(build.name(name), kind, is_empty=_is_empty(value))
    if isinstance(value, np.ndarray):
        what, _ = described_array(value)
        raise UsageError(
            f"argument {name} is {what}; "
            "s2sad takes float64, float32, complex128, integer and bool arrays"
        )
    parts = parts_of(value)
    if parts is None:
        return Static(value)
    items = {
        key: described(f"{name}_{key}", part, leaves) for key, part in parts.items()
    }
    return Record(items, type(value), ("given", name))


def taken_apart(arguments, fixed):
    """({parameter: value}, the numbers) of arguments; integers of `fixed` are known."""
    values, leaves = {}, []
    for name, value in arguments.items():
        if name in fixed and are_integers(value):
            values[name] = _constants(value)
        else:
            values[name] = described(name, value, leaves)
    return values, leaves


def has_known_length(leaves):
    """Whether more is known of an argument than its type tells: a length of 1 or 0."""
    return any(isinstance(v, np.ndarray) and {0, 1} & {*v.shape} for v in leaves)


def _is_empty(value):
    return isinstance(value, np.ndarray) and not value.size


def are_integers(value):
    """Whether an argument is an integer, or a tuple or a list of them."""
    if type(value) in (tuple, list):
        return bool(value) and all(map(are_integers, value))
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool)


def _constants(value):
    """Integers as constants of the text."""
    if not isinstance(value, (tuple, list)):
        return Static(int(value))
    items = dict(enumerate(map(_constants, value)))
    return Record(items, type(value))


def rebuilt(template, values):
    """The structure of a template around values, taken in order from an iterator."""
    if isinstance(template, Record):
        items = {key: rebuilt(item, values) for key, item in template.items.items()}
        return assembled(template.container, items)
    if isinstance(template, Static):
        return template.value
    return next(values)


def assembled(container, items):
    """An object of a container type with these parts.

    Its __init__ does not run: it may compute or refuse what a gradient holds.
    """
    made: Any
    if not isinstance(container, type):
        return container.of(items)
    if issubclass(container, tuple):
        return tuple.__new__(container, items.values())
    if issubclass(container, list):
        made = list.__new__(container)
        made.extend(items.values())
        return made
    if issubclass(container, dict):
        made = dict.__new__(container)
        made.update(items)
        return made
    made = object.__new__(container)
    for name, part in items.items():
        object.__setattr__(made, name, part)
    return made


def copied(value):
    """A structure whose arrays and containers are its own."""
    if isinstance(value, np.ndarray):
        return value.copy()
    parts = parts_of(value)
    if parts is None:
        return value
    return assembled(type(value), {key: copied(part) for key, part in parts.items()})


def unlisted(template, value):
    """A structure as it is computed: in arrays what a template says are lists."""
    if value is None or not isinstance(template, Record):
        return value
    if is_listing(template):
        try:
            return template.container.array(value)
        except ValueError:
            raise UsageError(f"{value!r} is no list of numbers") from None
    parts = parts_of(value)
    if parts is None or parts.keys() != template.items.keys():
        return value
    items = {k: unlisted(template.items[k], part) for k, part in parts.items()}
    return assembled(type(value), items)


def is_flat(template):
    """Whether a tuple of numbers and arrays is already what a template describes."""
    return not isinstance(template, (Record, Static)) or (
        isinstance(template, Record)
        and template.container is tuple
        and len(template.items) > 1
        and not any(isinstance(v, (Record, Static)) for v in template.items.values())
    )


def is_nested(template):
    """Whether a template is of tuples of numbers, arrays and such tuples alone."""
    if not isinstance(template, Record):
        return isinstance(template, Expression)
    is_tuple = template.container is tuple and bool(template.items)
    return is_tuple and all(map(is_nested, template.items.values()))


def nesting(template):
    """The nested tuples of a template, with None for each number and array."""
    if not isinstance(template, Record):
        return None
    return tuple(nesting(part) for part in template.items.values())


def packed(template, result):
    """The structure around what a generated function returned."""
    if is_flat(template):
        return result
    leaves = template.leaves() if isinstance(template, Record) else []
    count = sum(isinstance(leaf, Expression) for leaf in leaves)
    values = result if count > 1 else (result,)
    return rebuilt(template, iter(values))


def numbers_of(value):
    """The numbers and arrays in a structure, in order."""
    if kind_of_value(value) is not None:
        return [value]
    return [
        leaf for part in (parts_of(value) or {}).values() for leaf in numbers_of(part)
    ]
