"""Operators and comparisons that the class of an object defines."""

import types

import gast

from s2sad.facts.values import Record, Static
from s2sad.known.definitions import definition_of
from s2sad.syntax import build

_CONTAINERS = (tuple, list, dict, range, slice, set)
_OPERATORS = {
    gast.Add: "add",
    gast.Sub: "sub",
    gast.Mult: "mul",
    gast.Div: "truediv",
    gast.Pow: "pow",
    gast.MatMult: "matmul",
}
_COMPARISONS = {
    gast.NotEq: "__ne__",
    gast.Eq: "__eq__",
    gast.Lt: "__lt__",
    gast.LtE: "__le__",
    gast.Gt: "__gt__",
    gast.GtE: "__ge__",
}


class Operators:
    """Applies the operators that classes define, in one function."""

    def __init__(self, frame):
        self.frame = frame

    def operated(self, op, left, right, node):
        """What a class of the user's gives for an operator, or None."""
        word = _OPERATORS.get(type(op))
        if word is None:
            return None
        made = self.by_class(left, f"__{word}__", [right], node)
        return made or self.by_class(right, f"__r{word}__", [left], node)

    def compared(self, node, operands):
        """What a comparison of two objects gives, or None for other values."""
        (op, *more), (left, right, *_) = node.ops, operands
        for value in operands:
            if isinstance(value, Static):
                self.frame.attributes.check_entries(value.value, node)
        if more:
            return None
        if isinstance(op, (gast.Is, gast.IsNot)):
            return self.one_object(op, left, right)
        if isinstance(op, gast.NotEq) and class_of_user(left):
            if not self.defines(left, "__ne__"):
                return self.unequal(node, operands)
        word = _COMPARISONS.get(type(op))
        raw = word and raw_member(class_of_user(left) or object, word)
        if isinstance(raw, types.FunctionType) and not is_made(raw):
            return self.frame.objects.call(raw, [left, right], {}, node)
        if class_of_user(left) and word == "__eq__" and raw is object.__eq__:
            return self.one_object(op, left, right)
        return None

    def unequal(self, node, operands):
        """What `!=` gives where a class says what `==` is, or None."""
        equal = gast.Compare(node.left, [gast.Eq()], node.comparators)
        made = self.compared(gast.copy_location(equal, node), operands)
        if made is None or isinstance(made, Static):
            return made and Static(not made.value)
        made = self.frame.expressions.as_expression(made, node)
        return self.frame.expressions.expression(build.logical_not(made.node))

    def one_object(self, op, left, right):
        """Whether two objects that were made, or given, are one; else None."""
        if not (isinstance(left, Record) and isinstance(right, Record)):
            return None
        if left.token is None or right.token is None:
            return None
        is_one = left.token == right.token
        return Static(is_one == isinstance(op, (gast.Is, gast.Eq)))

    def by_class(self, owner, word, others, node):
        """What the class of an object gives for an operator, or None."""
        if not self.defines(owner, word):
            return None
        member = getattr(getattr(owner, "value", None), word, None)
        if definition_of(member) is not None:  # of an object of the libraries
            return self.frame.applications.apply(Static(member), others, {}, node)
        raw = raw_member(class_of_user(owner), word)
        return self.frame.objects.call(raw, [owner, *others], {}, node)

    def defines(self, owner, word):
        """Whether a class of the user's says what an operator does."""
        class_ = class_of_user(owner)
        raw = class_ and word and raw_member(class_, word)
        return isinstance(raw, types.FunctionType)


def raw_member(class_, name):
    """What a class defines under a name, as it stands there; None for nothing."""
    for above in class_.__mro__:
        if name in vars(above):
            return vars(above)[name]
    return None


def is_made(init):
    """Whether an __init__ was made for a dataclass, and so has no text."""
    return isinstance(init, types.FunctionType) and init.__code__.co_filename == (
        "<string>"
    )


def class_of_user(value):
    if isinstance(value, Record):
        container = value.container
        is_class = isinstance(container, type) and container not in _CONTAINERS
        return container if is_class else None
    if isinstance(value, Static) and not isinstance(value.value, type):
        class_ = type(value.value)
        own = class_.__module__.split(".")[0]
        return None if own in ("builtins", "s2sad") else class_
    return None
