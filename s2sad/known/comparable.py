"""What is known of a value before the function runs, and how messages show it."""

import math
import operator
import types

import gast

from s2sad.facts.kinds import INT, Scalar
from s2sad.facts.values import Bound, Closure, Expression, Method, Record, Static
from s2sad.known.growing import is_growing
from s2sad.syntax import build
from s2sad.syntax.printer import text_of


def comparable(value):
    """A Static for a value that is known now, numbers included; else None."""
    if isinstance(value, Static):
        return value
    if isinstance(value, Expression):
        number = build.number_of(value.node)
        number = value.number if number is None else number
        return None if number is None else Static(number)
    if isinstance(value, Record):
        parts = [comparable(item) for item in value.items.values()]
        if all(part is not None for part in parts) and value.container in (tuple, list):
            return Static(value.container(part.value for part in parts))
    return None


COUNTING = {
    gast.Add: operator.add,
    gast.Sub: operator.sub,
    gast.Mult: operator.mul,
    gast.FloorDiv: operator.floordiv,
    gast.Mod: operator.mod,
}
DIVIDING = (gast.FloorDiv, gast.Mod)


_INFINITE = {
    **dict.fromkeys(("np.inf", "math.inf"), Static(math.inf)),
    **dict.fromkeys(("-np.inf", "-math.inf"), Static(-math.inf)),
}


def decisive(value):
    """A Static for a number that is known now; every other value as it is."""
    if isinstance(value, Record):
        if value.container is range:
            return value  # its bounds are what a loop counts to
        items = {key: decisive(item) for key, item in value.items.items()}
        return Record(items, value.container, value.token)
    known = comparable(value)
    if known is None and isinstance(value, Expression):
        known = _INFINITE.get(text_of(value.node))
    return value if known is None else known


def counted(op, left, right):
    """A Static for an operation on two integers that are known now; else None."""
    numbers = [getattr(comparable(side), "value", None) for side in (left, right)]
    if type(op) not in COUNTING or not all(type(n) is int for n in numbers):
        return None
    if numbers[1] == 0 and isinstance(op, DIVIDING):
        return None
    return Static(COUNTING[type(op)](*numbers))


def is_whole(value):
    """Whether a number is an integer."""
    known = comparable(value)
    if known is not None:
        return type(known.value) is int
    return isinstance(value, Expression) and value.kind == INT


def differ(first, second):
    """Whether two values can't be equal, one a text or None, the other a number."""
    for one, other in ((first, second), (second, first)):
        if isinstance(one, Static) and isinstance(other, Expression):
            if isinstance(one.value, str):
                return True
            if one.value is None and isinstance(other.kind, Scalar):
                return True
    return False


_PLAIN = (str, bool, int, float, complex, type(None))


def are_equal(first, second):
    """Whether two values are equal, if that is known now; else None."""
    if differ(first, second):
        return False
    known = [comparable(value) for value in (first, second)]
    if any(k is None or not isinstance(k.value, _PLAIN) for k in known):
        return None
    values = [k.value for k in known if k is not None]
    return values[0] is values[1] or values[0] == values[1]


def found_among(value, parts):
    """Whether a constant is one of some values, if that is known now; else None."""
    if not isinstance(value, Static) or not parts:
        return None
    for part in parts:
        if isinstance(part, Static) and isinstance(part.value, _PLAIN):
            if value.value is part.value or value.value == part.value:
                return True
        elif not differ(value, part):
            return None
    return False


def says_truth(class_):
    """Whether a class says in Python when an object of it is true."""
    found = (getattr(class_, word, None) for word in ("__bool__", "__len__"))
    return any(isinstance(member, types.FunctionType) for member in found)


def truth(value):
    """Whether a value is true, if that is known now; else None."""
    known = comparable(value)
    if known is not None:
        return None if says_truth(type(known.value)) else bool(known.value)
    if isinstance(value, Record):
        if value.container in (range, set) or is_growing(value):
            return None
        if says_truth(value.container):
            return None
        return bool(value.items)
    if isinstance(value, (Closure, Bound)):
        return True
    return None


def shown(value):
    """A value in the words of a message."""
    if isinstance(value, Static):
        if isinstance(value.value, types.ModuleType):
            return f"the module {value.value.__name__}"
        if callable(value.value):
            return name_of(value.value)
        return repr(value.value)
    if isinstance(value, Expression):
        return f"a {value.kind}"
    if isinstance(value, Record):
        name = value.container.__name__
        return f"an {name}" if name[0] in "AEIOUaeiou" else f"a {name}"
    if isinstance(value, Method):
        return f"the method {value.name}"
    return "a function"


def has_hash(value):
    """Whether a value may stand in a set: some classes say so and are wrong."""
    try:
        hash(value)
    except TypeError:
        return False
    return True


def name_of(value):
    return getattr(value, "__name__", None) or repr(value)


class Undetermined(Exception):
    """A value whose kind is known only after the code that follows was looked at."""
