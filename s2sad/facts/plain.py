"""A function in plain form: specialised on the kinds of its arguments, still Python."""

from dataclasses import dataclass, field
from typing import Any

import gast

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Expression, Record
from s2sad.syntax.names import names_in, parameters


@dataclass(frozen=True)
class Hidden:
    """A captured number or array: read when the derivative is called, passed along."""

    key: tuple
    name: str
    getter: object = field(compare=False)
    kind: object


@dataclass
class Plain:
    """One function of a unit, and all that later stages ask about it.

    `filled` are the arrays that specialising makes and fills, one element at a time;
    `items` are names that only loops over elements give a value; `in_place` are the
    arguments, of lists, that are returned as what the caller has in their place, and
    `rows_written` those with arrays in them that are written; `changed` says of lists
    that are changed whether their parts move;
    `overlapping` are groups of places of parameters that may have memory in common;
    `lent` are, for each result, the parameters of which NumPy may give a view there;
    `whole` is the function as it was before its arrays were worked on like that, if
    they are.
    """

    name: str
    node: gast.FunctionDef
    source: object
    kinds: dict
    hidden: list
    result: object
    callees: dict
    structure: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    places: list = field(default_factory=list)
    outside: list = field(default_factory=list)
    looked: set = field(default_factory=set)
    filled: frozenset = frozenset()
    items: frozenset = frozenset()
    in_place: frozenset = frozenset()
    rows_written: frozenset = frozenset()
    changed: dict = field(default_factory=dict)
    lent: tuple = ()
    overlapping: tuple = ()
    whole: Any = field(default=None, repr=False)
    seen: dict = field(default_factory=dict, init=False, repr=False)
    written: list | None = field(default=None, init=False, repr=False)
    lengths: tuple | None = field(default=None, init=False, repr=False)
    is_heard: bool | None = field(default=None, init=False, repr=False)

    # Whether its text is not looked into.
    is_opaque = False

    @property
    def users(self):
        """The names that are the user's; what a loop goes over has no statement."""
        return (names_in(self.node) | set(self.kinds)) - self.items

    @property
    def parameters(self):
        return parameters(self.node)

    @property
    def result_kinds(self):
        """The kinds of the values returned, in order."""
        if self.result is None:
            return []
        if isinstance(self.result, Record):
            return [leaf.kind for leaf in self.result.leaves()]
        return [
            self.result.kind if isinstance(self.result, Expression) else self.result
        ]

    def call_kinds(self):
        """The kinds of the names of this function, and of the results of its calls."""
        found = dict(self.kinds)
        for name, callee in self.callees.items():
            results = callee.result_kinds
            if len(results) == 1:
                found[name] = results[0]
        return found

    def counting(self):
        """The names of the functions that are called and give integers, or truths."""
        return {
            name
            for name, callee in self.callees.items()
            if len(callee.result_kinds) == 1 and is_counted(callee.result_kinds[0])
        }


def is_counted(kind):
    """Whether a kind is of integers or of truths."""
    return isinstance(kind, (Scalar, Array)) and not kind.is_float


def is_differentiable(kind):
    """Whether values of this kind have derivatives."""
    return isinstance(kind, (Scalar, Array)) and kind.is_float
