"""Whether an array is written from other parts of its own memory.

x[1:] -= x[:-1]     NumPy reads all old values first; compiled loops would not.
"""

import gast

from s2sad.facts import effects
from s2sad.facts.calls import spelling
from s2sad.facts.indices import index_items, is_whole
from s2sad.facts.infer import kind_of
from s2sad.syntax.walk import walk

_LOOKS = {"shape", "size", "ndim"}


def overlaps(frame, target, value, through_views):
    """Whether what is written to a part of an array is read from its memory.

    `through_views` says that views of it count, and all parts that are in other places.
    """
    base = effects.base_name(target)
    is_sliced = any(isinstance(n, gast.Slice) for n in walk(target))
    own, memory = gast.dump(target.slice), frame.memory
    for node in walk(value):
        if isinstance(node, gast.Name) and node.id != base:
            if through_views and memory.of(node.id) == memory.of(base):
                return True
        if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
            if is_sliced and node.value.id == base and gast.dump(node.slice) != own:
                return True
    kinds = frame.kinds()
    return through_views and any(
        kind_of(part, kinds).rank and _is_elsewhere(part, target)
        for part in _views(value, base)
    )


def _views(node, base):
    """The views of a name's memory in an expression, each as large as it is."""
    if isinstance(node, gast.Attribute) and node.attr in _LOOKS:
        return
    if isinstance(node, gast.Call) and spelling(node.func) == "len":
        return
    if isinstance(node, gast.Call) and getattr(node.func, "attr", None) == "copy":
        return  # read before anything is written
    if effects.base_name(node) == base:
        yield node
        return
    for child in gast.iter_child_nodes(node):
        yield from _views(child, base)


def _is_elsewhere(part, target):
    """Whether elements of a view lie where a target has others."""
    items = index_items(target)
    if isinstance(part, gast.Name):
        return not all(map(is_whole, items))
    if not isinstance(part, gast.Subscript) or not isinstance(part.value, gast.Name):
        return True
    others = index_items(part)
    if gast.dump(part.slice) == gast.dump(target.slice):
        return False
    are_rows = not any(isinstance(i, gast.Slice) for i in (*items, *others))
    return not are_rows or len(items) != len(others)
