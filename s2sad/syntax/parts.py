"""A statement with one of its parts replaced; the tree itself stays as it is."""

import copy

import gast

# What always evaluates one part, the others maybe.
MAYBE, _FIRST = (gast.IfExp, gast.BoolOp), {("test", 0), ("values", 0)}


def with_part(tree, part, other, closed=()):
    """A statement, or part of one, with another part in place of one, or None.

    What is of a `closed` kind is not looked into, but for what it evaluates always, nor
    are the blocks of statements.
    """
    if tree is part:
        return other
    is_closed = isinstance(tree, closed)
    if is_closed and not isinstance(tree, MAYBE):
        return None
    for name, value in gast.iter_fields(tree):
        items = value if isinstance(value, list) else [value]
        for place, item in enumerate(items):
            if not isinstance(item, gast.AST) or isinstance(item, gast.stmt):
                continue
            if is_closed and (name, place) not in _FIRST:
                continue
            found = with_part(item, part, other, closed)
            if found is not None:
                made = copy.copy(tree)
                new = [*items[:place], found, *items[place + 1 :]]
                setattr(made, name, new if isinstance(value, list) else found)
                return made
    return None
