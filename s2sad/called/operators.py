"""Operators and comparisons that the class of an object defines."""

import types

import gast

from s2sad.facts.values import Record, Static
from s2sad.known.definitions import definition_of
from s2sad.known.growing import container_of
from s2sad.syntax import build

_CONTAINERS = (tuple, list, dict, range, slice, set)
_OPERATORS = {
    gast.Add: "add",
    gast.Sub: "sub",
    gast.Mult: "mul",
    gast.Div: "truediv",
    gast.Pow: "pow",
    gast.MatMult: "matmul",
    gast.FloorDiv: "floordiv",
    gast.Mod: "mod",
    gast.BitOr: "or",
    gast.BitAnd: "and",
    gast.BitXor: "xor",
    gast.LShift: "lshift",
    gast.RShift: "rshift",
}
_COMPARISONS = {
    gast.NotEq: "__ne__",
    gast.Eq: "__eq__",
    gast.Lt: "__lt__",
    gast.LtE: "__le__",
    gast.Gt: "__gt__",
    gast.GtE: "__ge__",
}
_SIGNS = {gast.USub: "__neg__", gast.UAdd: "__pos__", gast.Invert: "__invert__"}
_ASKED = {abs: "__abs__", float: "__float__", int: "__int__", round: "__round__"}
# what a comparison is when its operands change places
_TURNED = {
    "__lt__": "__gt__",
    "__le__": "__ge__",
    "__gt__": "__lt__",
    "__ge__": "__le__",
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
        ways = [(left, f"__{word}__", right), (right, f"__r{word}__", left)]
        if _goes_first(right, left, f"__r{word}__"):
            ways.reverse()
        for owner, name, other in ways:
            made = self.by_class(owner, name, [other], node)
            if made is not None and getattr(made, "value", 0) is not NotImplemented:
                return made
        return None

    def signed(self, op, operand, node):
        """What a class of the user's gives for a sign, or None."""
        return self.by_class(operand, _SIGNS.get(type(op)), [], node)

    def asked(self, function, arguments, keywords, node):
        """What a class of the user's gives for `abs(a)` and the like, or None."""
        if not arguments or not isinstance(function, (type, types.BuiltinFunctionType)):
            return None
        owner, *others = arguments
        others = [*others, *keywords.values()]
        return self.by_class(owner, _ASKED.get(function), others, node)

    def in_place(self, old, node):
        """The statement that `old += value` is of a value that changes, or None.

        A list is extended; a class may say what it does, and what the name is then.
        """
        load = build.loaded(node.target)
        if isinstance(old, Record) and container_of(old) in (list, dict):
            if not isinstance(node.op, gast.Add) or old.container is dict:
                what = "an operation that changes a list"
                raise self.frame.refuse(node, what, "append")
            call = build.call(build.attribute(load, "extend"), node.value)
            return build.located(gast.Expr(call), node)
        word = _OPERATORS.get(type(node.op))
        if not self.defines(old, word and f"__i{word}__"):
            return None
        call = build.call(build.attribute(load, f"__i{word}__"), node.value)
        return build.located(gast.Assign([node.target], call, None), node)

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
        turned = _TURNED.get(word or "", word)
        ways = [(left, word, right), (right, turned, left)]
        if word is not None and _goes_first(right, left, turned):
            ways.reverse()
        for owner, name, other in ways:
            raw = name and raw_member(class_of_user(owner) or object, name)
            if isinstance(raw, types.FunctionType) and not is_made(raw):
                made = self.frame.objects.call(raw, [owner, other], {}, node)
                if getattr(made, "value", 0) is not NotImplemented:
                    return made
        raw = word and raw_member(class_of_user(left) or object, word)
        if class_of_user(left) and word == "__eq__" and raw is object.__eq__:
            return self.one_object(op, left, right)
        return None

    def truth(self, value):
        """What the class of an object says of its truth: a truth, or a length."""
        made = (
            self.by_class(value, word, [], self.frame.statements.now)
            for word in ("__bool__", "__len__")
        )
        return next((found for found in made if found is not None), None)

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


def _goes_first(right, left, word):
    """Whether the right operand is asked first: its class makes more of the left's."""
    own, other = class_of_user(right), class_of_user(left)
    if own is None or other is None or own is other or not issubclass(own, other):
        return False
    return raw_member(own, word) is not raw_member(other, word)


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
