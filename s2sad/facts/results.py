"""What a function returns: a structure of what it computes, around constants."""

from dataclasses import dataclass

from s2sad.facts.values import Expression, Record


@dataclass(frozen=True)
class Result(Record):
    """A structure that is returned; None and strings in it are no leaves of it."""

    def leaves(self):
        return [leaf for leaf in super().leaves() if isinstance(leaf, Expression)]

    def map(self, change):
        def leaf(item):
            return change(item) if isinstance(item, Expression) else item

        found = super().map(leaf)
        return Result(found.items, found.container)


def result_of(value):
    """A value as the result of a function."""
    if not isinstance(value, Record):
        return value
    items = {key: result_of(item) for key, item in value.items.items()}
    return Result(items, value.container)
