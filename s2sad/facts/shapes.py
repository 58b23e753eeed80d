"""How lengths are written: where they are asked for, compared, and given."""

from typing import Any

import gast

from s2sad.facts.calls import LIKE_BIRTHS, spelling
from s2sad.facts.kinds import Array
from s2sad.syntax import build
from s2sad.syntax.build import number_of

# What gives an array as long as another.
LIKE = LIKE_BIRTHS | {"np.copy"}


def is_clamped(node):
    """Whether a node is `max(n, 0)`, to which a range runs as it does to n."""
    return is_max(node) and len(node.args) == 2 and number_of(node.args[1]) == 0


def is_max(node):
    return isinstance(node, gast.Call) and spelling(node.func) == "max"


def clamped(node):
    """A number as that of elements: `max(n, 0)` for what may be less than 0."""
    numbers = map(number_of, node.args if is_max(node) else [node])
    is_count = any(number is not None and number >= 0 for number in numbers)
    if is_count or asked_axis(node)[1] is not None:
        return node
    return build.call("max", node, build.constant(0))


def asked_axis(node) -> tuple[Any, Any]:
    """(what, axis) of `len(...)` and `(...).shape[0]`, or (None, None)."""
    if isinstance(node, gast.Call) and spelling(node.func) == "len":
        return node.args[0], 0
    if isinstance(node, gast.Subscript) and is_shape(node.value):
        return node.value.value, number_of(node.slice)
    return None, None


def axis_of(node, kinds):
    """(array, axis) of `len(x)` and `x.shape[0]`, or None."""
    value, axis = asked_axis(node)
    if axis is None or not is_array(value, kinds):
        return None
    rank = kinds[value.id].rank
    return (value.id, axis % rank) if -rank <= axis < rank else None


def is_shape(node):
    """Whether a node is `x.shape`; `x.size` is a number."""
    return isinstance(node, gast.Attribute) and node.attr == "shape"


def is_array(node, kinds):
    return isinstance(node, gast.Name) and isinstance(kinds.get(node.id), Array)


def compared(node, kinds):
    """[((array, axis), (array, axis))] for which a statement raises if unequal."""
    is_check = isinstance(node, gast.If) and not node.orelse
    if not is_check or not isinstance(node.body[-1], gast.Raise):
        return []
    test = node.test
    if not isinstance(test, gast.Compare) or not isinstance(test.ops[0], gast.NotEq):
        return []
    sides = test.left, test.comparators[0]
    if not all(getattr(side, "attr", None) == "shape" for side in sides):
        found = [axis for side in sides if (axis := axis_of(side, kinds)) is not None]
        return [tuple(found)] if len(found) == 2 else []
    if not all(is_array(side.value, kinds) for side in sides):
        return []
    first, second = (side.value.id for side in sides)
    return [((first, n), (second, n)) for n in range(kinds[first].rank)]
