"""Which lists of a function work as stacks: they are pushed to, popped and asked for.

These stay lists; others are taken apart, or live in arrays.
"""

import builtins

import gast

from s2sad.syntax.names import names_in
from s2sad.syntax.walk import walk

_FUNCTIONS = (gast.FunctionDef, gast.Lambda)


def stacks(node):
    """The names of a def that are bound to lists which work as stacks.

    One that a function inside has from around is not: what that leaves in it is told
    where it is called.
    """
    inner = (n for line in node.body for n in walk(line) if isinstance(n, _FUNCTIONS))
    shared = names_in(*inner)
    allowed, popped, lent, seen = set(), set(), set(), {}
    for part in walk(node):
        if isinstance(part, gast.Name):
            seen.setdefault(part.id, []).append(part)
        elif isinstance(part, gast.Call):
            _called(part, allowed, popped, lent)
        elif isinstance(part, (gast.While, gast.If, gast.IfExp)):
            allowed.add(id(_asked(part.test)))
        elif isinstance(part, gast.Assign):
            if isinstance(part.value, gast.List) and not part.value.elts:
                allowed.update(map(id, part.targets))
    return {
        name
        for name, places in seen.items()
        if name in popped - shared and all(id(place) in allowed for place in places)
    }


def _called(call, allowed, popped, lent):
    function = call.func
    if isinstance(function, gast.Attribute) and isinstance(function.value, gast.Name):
        if function.attr == "append" and len(call.args) == 1:
            allowed.add(id(function.value))
        if function.attr == "pop" and not call.args:
            allowed.add(id(function.value))
            popped.add(function.value.id)
    if isinstance(function, gast.Name):
        for item in call.args:
            if isinstance(item, gast.Name):
                if function.id == "len":
                    allowed.add(id(item))
                elif not hasattr(builtins, function.id):
                    allowed.add(id(item))
                    lent.add(item.id)


def _asked(test):
    """The name of which only the truth is asked, or the test itself."""
    while isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
        test = test.operand
    return test


def makes_stack(frame, statement):
    """Whether a statement binds a name to an empty list that works as a stack."""
    place = getattr(statement, "targets", [None])[0]
    if not isinstance(place, gast.Name):
        return False
    if frame.source.is_generated or place.id in frame.stacks:
        return True
    is_own = place.id in names_in(frame.node)
    return not is_own and place.id not in frame.grown
