"""How lengths are written: where they are asked for, compared, and given."""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array
from s2sad.syntax.build import number_of

MADE = {"np.empty", "np.zeros", "np.ones", "np.full"}
LIKE = {"np.empty_like", "np.zeros_like", "np.ones_like", "np.full_like", "np.copy"}


def is_clamped(node):
    """Whether a node is `max(n, 0)`, to which a range runs as it does to n."""
    return (
        isinstance(node, gast.Call)
        and spelling(node.func) == "max"
        and len(node.args) == 2
        and number_of(node.args[1]) == 0
    )


def axis_of(node, kinds):
    """(array, axis) of `len(x)` and `x.shape[0]`, or None."""
    if isinstance(node, gast.Call) and spelling(node.func) == "len":
        (value,) = node.args
        return (value.id, 0) if is_array(value, kinds) else None
    if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Attribute):
        attribute, axis = node.value, number_of(node.slice)
        if attribute.attr == "shape" and is_array(attribute.value, kinds):
            rank = kinds[attribute.value.id].rank
            if axis is not None and -rank <= axis < rank:
                return attribute.value.id, axis % rank
    return None


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
