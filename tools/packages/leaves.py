"""The numbers in structures of tuples, lists and dicts, one after the other."""

from dataclasses import dataclass

import numpy as np

CONSTANTS = (str, bytes, int, np.integer, np.bool_, slice, type(None))


def is_floats(value):
    """Whether it is a float or an array of floats."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f"
    return isinstance(value, (float, np.floating))


def parts_of(value):
    """The parts of a tuple, a list or a dict."""
    return list(value.values()) if isinstance(value, dict) else list(value)


def mapped(change, value, *beside):
    """`change` of each leaf, and of what stands at its place in the others."""
    if not isinstance(value, (tuple, list, dict)):
        return change(value, *beside)
    columns = [parts_of(value), *map(parts_of, beside)]
    parts = [mapped(change, *row) for row in zip(*columns, strict=True)]
    if isinstance(value, dict):
        return dict(zip(value, parts))
    if hasattr(value, "_fields"):
        return type(value)(*parts)
    return type(value)(parts)


def leaves(value):
    """Everything in a structure that is no tuple, list or dict."""
    found = []
    mapped(found.append, value)
    return found


def floats(value, beside=None):
    """The floats in a structure, flat; with another, what it has at their places."""
    found = [np.zeros(0)]

    def keep(leaf, other):
        if is_floats(leaf):
            found.append(np.broadcast_to(other, np.shape(leaf)).ravel())

    mapped(keep, value, value if beside is None else beside)
    return np.concatenate(found).astype(np.float64)


def filled(value, numbers):
    """The structure with other floats, and None for what is no float."""
    numbers = list(numbers)[::-1]

    def take(leaf):
        if not is_floats(leaf):
            return None
        if not isinstance(leaf, np.ndarray):
            return type(leaf)(numbers.pop())
        each = [numbers.pop() for _ in range(leaf.size)]
        return np.array(each, leaf.dtype).reshape(leaf.shape)

    return mapped(take, value)


def moved(value, step):
    """A copy of the structure whose floats have gone a step."""
    steps = filled(value, step)

    def move(leaf, by):
        if isinstance(leaf, np.ndarray):
            return leaf.copy(order="K") if by is None else leaf + by
        return leaf if by is None else leaf + by

    return mapped(move, value, steps)


@dataclass(frozen=True)
class Other:
    """Stands for what is neither a number, an array of them nor a constant."""

    kind: str


def plain(value):
    """A copy of the structure, with `Other` for what cannot be an argument here."""

    def kept(leaf):
        if isinstance(leaf, np.ndarray):
            if type(leaf) not in (np.ndarray, np.memmap):
                return Other(f"a {type(leaf).__name__}")
            if leaf.dtype.kind in "fiub":
                return leaf.copy(order="K")
            return Other(f"an array of {leaf.dtype}")
        if is_floats(leaf) or isinstance(leaf, (*CONSTANTS, Other)):
            return leaf
        return Other("a function" if callable(leaf) else f"a {type(leaf).__name__}")

    return mapped(kept, value)


def strange(value):
    """What a structure holds that is no number, array or constant, if anything."""
    others = [leaf.kind for leaf in leaves(plain(value)) if isinstance(leaf, Other)]
    return others[0] if others else None
