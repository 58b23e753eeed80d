"""Lists whose length is known only when the function runs: they live in an array.

out = []                            becomes     out = np.empty(len(x))
for v in x:                                     count = 0
    if v > 0.0:                                 for k in range(len(x)):
        out.append(v * v)                           if x[k] > 0.0:
                                                        out[count] = x[k] * x[k]
                                                        count += 1

A list is taken for one of known length first. Where paths meet that disagree, the
function is specialised anew, and the list lives in an array from its birth.
"""

from dataclasses import dataclass
from typing import Any

import gast

from s2sad.facts.kinds import FLOAT, Array, Scalar, array_kind, join, wider
from s2sad.facts.values import Expression, Record, Static
from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk


@dataclass(frozen=True)
class Item:
    """What a list holds: numbers, arrays, or (by `form`) tuples or lists of numbers.

    `whole` are the places of integers in tuples or lists that hold other numbers too.
    """

    kind: Any = FLOAT
    form: type | None = None
    width: int | None = None
    whole: frozenset = frozenset()

    @property
    def is_row(self):
        """Whether it is a tuple or list of so many numbers, not of arrays."""
        return self.width is not None and self.kind.rank == 1

    @property
    def values(self):
        """The kind of the array that holds the list."""
        return array_kind(self.kind.dtype, self.kind.rank + 1)


@dataclass(frozen=True)
class Grown:
    """The container of a record of `values` and `count`, or of `values` alone.

    Without a count the list is the whole array.
    """

    item: Item

    @property
    def __name__(self):
        return "list"


class Regrown(Exception):
    """A name's list is one of a length, or of items, that was not foreseen."""

    def __init__(self, name, item=None):
        super().__init__(name)
        self.name, self.item = name, item


class Outgrown(Exception):
    """A list that a caller gave is to hold what it can't, as it was given.

    `token` is what the callee knows it by, and `item` what it is to hold.
    """

    def __init__(self, token, item):
        super().__init__(token)
        self.token, self.item = token, item


def is_growing(value):
    return isinstance(value, Record) and isinstance(value.container, Grown)


def holds_rows(value):
    """Whether a list lives in an array with lists in it that are not told apart."""
    return is_growing(value) and value.container.item.kind.rank > 0


def container_of(record):
    """The class of what a Record stands for."""
    return list if is_growing(record) else record.container


def held(values):
    """What stands for the memory of the arrays that a list was given."""
    return f"held in {values}"


def may_grow(value):
    """Whether a structure may live in an array: a list of numbers or of arrays."""
    if is_growing(value):
        return True
    return value.container is list and all(map(is_numeric, value.items.values()))


def is_numeric(value):
    if value == Static(None):
        return True  # in a list that is to be filled
    if isinstance(value, Record):
        if is_growing(value):
            return True
        return value.container in (tuple, list) and all(
            isinstance(item, Expression) and isinstance(item.kind, Scalar)
            for item in value.items.values()
        )
    return isinstance(value, Expression) and isinstance(value.kind, (Scalar, Array))


def filled(values: Expression, item):
    """The new list that an array is."""
    return Record({"values": values}, Grown(item), object())


def both(first, second):
    """What a list holds that holds two kinds of items, or None."""
    kind = join(first.kind, second.kind)
    if kind is None and first.kind.rank == second.kind.rank:
        dtype = wider("float64", first.kind.dtype, second.kind.dtype)
        kind = array_kind(dtype, first.kind.rank)
    if kind is None or first.form is not second.form:
        return None
    if first.width == second.width:
        return Item(kind, first.form, first.width, first.whole & second.whole)
    return Item(kind, first.form) if first.form is list else None


def changes_length(name, statements):
    """Whether statements may do more to a list than read it and write its elements."""
    if name in bound(*statements):
        return True
    for node in (part for statement in statements for part in walk(statement)):
        place = node.value if isinstance(node, gast.Attribute) else None
        if isinstance(node, gast.Subscript) and isinstance(node.ctx, gast.Del):
            place = node.value
        if getattr(place, "id", None) == name:
            return True
    return False


def depth(value):
    """How many lists and arrays are in one another: as many axes as they would have."""
    if isinstance(value, Record):
        if is_growing(value):
            return value.items["values"].kind.rank
        return 1 + max(map(depth, value.items.values()), default=0)
    return getattr(getattr(value, "kind", None), "rank", 0)


def holds_growing(value, least):
    """Whether a value is, or holds, a list that lives in an array, as deep as that."""
    if not isinstance(value, Record):
        return False
    if is_growing(value):
        return depth(value) >= least
    return any(holds_growing(item, least) for item in value.items.values())
