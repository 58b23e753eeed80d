"""What a function returns: a structure of what it computes, around constants."""

import dataclasses
from typing import Any

import numpy as np

from s2sad.facts.kinds import dtype_word
from s2sad.facts.values import Expression, Record, Static


@dataclasses.dataclass(frozen=True)
class Result(Record):
    """A structure that is returned; None and strings in it are no leaves of it."""

    def leaves(self):
        return [leaf for leaf in super().leaves() if isinstance(leaf, Expression)]

    def map(self, change):
        def leaf(item):
            return change(item) if isinstance(item, Expression) else item

        found = super().map(leaf)
        return Result(found.items, found.container, found.token)


@dataclasses.dataclass(frozen=True)
class Listing:
    """The container of a list that is returned, and computed in an array.

    `item` is what it holds: numbers, arrays, or tuples or lists by its form.
    """

    item: Any

    @property
    def __name__(self):
        return "list"

    def of(self, items):
        """The list of what is in an array; of a number, which stands for all, that."""
        values = items["values"]
        if not isinstance(values, np.ndarray):
            return values
        form = self.item.form
        return [row if form is None else form(row) for row in values]

    def array(self, values):
        """The array of what is in a list."""
        kind = self.item.values
        found = np.array(values, np.dtype(dtype_word(kind.dtype)))
        return found if found.size else found.reshape((0,) * kind.rank)


def is_listing(value):
    """Whether a result is a list that is computed in an array."""
    return isinstance(value, Record) and isinstance(value.container, Listing)


def has_listing(value):
    """Whether there are such lists in a result."""
    if not isinstance(value, Record):
        return False
    return is_listing(value) or any(map(has_listing, value.items.values()))


def result_of(value):
    """A value as the result of a function."""
    if not isinstance(value, Record):
        return value
    items = {key: result_of(item) for key, item in value.items.items()}
    return Result(items, value.container, value.token)


def completed(value):
    """A structure made in a function, with the defaults of fields it left out."""
    if not isinstance(value, Record):
        return value
    items = {key: completed(item) for key, item in value.items.items()}
    for name, default in _defaults(value.container).items():
        if name not in items:
            items[name] = Static(default)
    order = list(getattr(value.container, "_fields", items))
    order = [name for name in order if name in items]
    items = {name: items[name] for name in order}
    return Record(items, value.container, value.token)


def _defaults(container):
    """{field: default} of a NamedTuple or dataclass."""
    found = dict(getattr(container, "_field_defaults", {}))
    if dataclasses.is_dataclass(container):
        for field in dataclasses.fields(container):
            if field.default is not dataclasses.MISSING:
                found[field.name] = field.default
            elif field.default_factory is not dataclasses.MISSING:
                found[field.name] = field.default_factory()
    return found
