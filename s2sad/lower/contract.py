"""An array of which each trip needs its own element alone becomes a number.

y = np.empty_like(x)                becomes     for i in range(len(x)):
for i in range(len(x)):                             y = np.sin(x[i])
    y[i] = np.sin(x[i])                             s += y * w[i]
    s += y[i] * w[i]
"""

import gast

from s2sad.facts.kinds import Array, Scalar
from s2sad.syntax import build
from s2sad.syntax.names import rewritten
from s2sad.syntax.walk import walk


def contracted(statements, lowering):
    """A block without the arrays that lowering made and one loop alone uses."""
    for name in sorted(lowering.made):
        is_array = isinstance(lowering.kinds[name], Array)
        if is_array and lowering.counts.get(name, 0) == 1:
            count = sum(_count(node, name) for node in statements)
            found = _within(statements, name, count, lowering)
            if found is not None:
                lowering.kinds[name] = Scalar(lowering.kinds[name].dtype)
                statements = found
    return statements


def _within(statements, name, count, lowering):
    """A block in which an array is a number, or None if it must be an array.

    `count` says how often the function mentions it.
    """
    for position, node in enumerate(statements):
        if _makes(node, name):
            rest = statements[position + 1 :]
            uses = [n for n in rest if _mentions(n, name)]
            if len(uses) > 1 or not all(isinstance(n, gast.For) for n in uses):
                return None
            if count != 1 + sum(_count(n, name) for n in uses):
                return None
            if uses and not _is_own(uses[0], name):
                return None
            others = [n for n in rest if n not in uses]
            new = [_exchanged(n, name) for n in uses]
            for old, made in zip(uses, new):
                lowering.carry_nests(old, made)
            found = [*statements[:position]]
            for n in rest:
                found += [n] if n in others else new
            return found
        if isinstance(node, (gast.For, gast.While)):
            inner = _within(node.body, name, count, lowering)
            if inner is not None:
                new = build.with_body(node, inner)
                if id(node) in lowering.nests:
                    lowering.nests[id(new)] = new
                return [*statements[:position], new, *statements[position + 1 :]]
        elif isinstance(node, gast.If):
            for side in ("body", "orelse"):
                inner = _within(getattr(node, side), name, count, lowering)
                if inner is not None:
                    sides = {"body": node.body, "orelse": node.orelse, side: inner}
                    new = gast.If(node.test, sides["body"], sides["orelse"])
                    gast.copy_location(new, node)
                    return [*statements[:position], new, *statements[position + 1 :]]
    return None


def _makes(node, name):
    return isinstance(node, gast.Assign) and (
        getattr(node.targets[0], "id", None) == name
    )


def _mentions(tree, name):
    return _count(tree, name) > 0


def _count(tree, name):
    return sum(isinstance(n, gast.Name) and n.id == name for n in walk(tree))


def _is_own(loop, name):
    """Whether a loop touches one element of an array in each trip, written first."""
    places = [
        n
        for n in walk(loop)
        if isinstance(n, gast.Subscript) and getattr(n.value, "id", None) == name
    ]
    texts = {gast.dump(build.loaded(n)) for n in places}
    return (
        _count(loop, name) == len(places)
        and len(texts) == 1
        and _is_set_first(loop.body, name)
    )


def _is_set_first(statements, name):
    """Whether the first statement of a block that mentions a name gives it a value."""
    for node in statements:
        if _mentions(node, name):
            if isinstance(node, gast.For):
                rest = [n for n in statements if n is not node]
                return not any(_mentions(n, name) for n in rest) and _is_set_first(
                    node.body, name
                )
            place = node.targets[0] if isinstance(node, gast.Assign) else None
            return isinstance(place, gast.Subscript) and place.value.id == name
    return False


def _exchanged(tree, name):
    """A copy in which the elements of an array are a number of its name."""

    def number(node):
        if not isinstance(node, gast.Subscript):
            return None
        if getattr(node.value, "id", None) != name:
            return None
        return gast.copy_location(gast.Name(name, node.ctx, None, None), node)

    return rewritten(tree, number)
