"""Arguments and results as trees: tuples, lists, dicts, NamedTuples and dataclasses.

A structure is taken apart into its numbers and arrays before a derivative is called,
and put together again around what the derivative returns.
"""

import dataclasses
import itertools

import numpy as np

from s2sad.errors import UsageError
from s2sad.facts.kinds import kind_of_value
from s2sad.facts.values import Expression, Record, Static
from s2sad.syntax import build

_BUILTIN = (tuple, list, dict)


def parts_of(value):
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
        leaves.append(value)
        return Expression(build.name(name), kind)
    if isinstance(value, np.ndarray):
        raise UsageError(
            f"argument {name} is an array of {value.dtype}; "
            "s2sad takes float64, float32, integer and bool arrays"
        )
    parts = parts_of(value)
    if parts is None:
        return Static(value)
    items = {
        key: described(f"{name}_{key}", part, leaves) for key, part in parts.items()
    }
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
    """An object of a container type with these parts."""
    if container is dict:
        return dict(items)
    if container in _BUILTIN:
        return container(items.values())
    if hasattr(container, "_fields"):
        return container(*items.values())
    return container(**items)


def is_flat(template):
    """Whether a tuple of numbers and arrays is already what a template describes."""
    return not isinstance(template, (Record, Static)) or (
        isinstance(template, Record)
        and template.container is tuple
        and len(template.items) > 1
        and not any(isinstance(v, (Record, Static)) for v in template.items.values())
    )


def packed(template, result):
    """The structure around what a generated function returned."""
    if is_flat(template):
        return result
    leaves = template.leaves() if isinstance(template, Record) else []
    count = sum(isinstance(leaf, Expression) for leaf in leaves)
    values = result if count > 1 else (result,)
    return rebuilt(template, iter(values))


def same_shape(first, second):
    """Whether two structures have the same parts, whatever their numbers."""
    a, b = parts_of(first), parts_of(second)
    if a is None or b is None:
        return (a is None) == (b is None)
    return list(a) == list(b) and all(
        same_shape(x, y) for x, y in itertools.zip_longest(a.values(), b.values())
    )
