"""Chains from one tangent to others: their factor is the same in every direction.

for c in range(directions):         becomes     r_dot = 2.0 * r
    r_dot = 2.0 * r * z_dot[c]                  s_dot = math.cos(s) * r_dot
    s_dot = math.cos(s) * r_dot                 for c in range(directions):
    total_dot[c] += s_dot                           total_dot[c] += s_dot * z_dot[c]

The numbers in between are derivatives by the one tangent that comes in: they are
preaccumulated (Griewank and Walther, Evaluating Derivatives, section 10.2).
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Scalar
from s2sad.syntax import build
from s2sad.syntax.fold import fold
from s2sad.syntax.names import names_in, rewritten


def chained(lines, alone, is_dot, kind, families, fresh):
    """(lines before the loop, lines in it) of lines for one direction, or None.

    `alone` are the tangents of numbers that these lines set for themselves; `is_dot`
    says which names are tangents, `kind` of what kind an expression is, `families`
    which arrays share memory, and `fresh` gives new names.
    """
    if not all(isinstance(kind(node.value), Scalar) for node in lines):
        return None
    inner = [node for node in lines if base_name(build.place_of(node)) in alone]
    others = [node for node in lines if base_name(build.place_of(node)) not in alone]
    given = {}
    for node in lines:
        for item in _tangents(node.value, is_dot):
            if base_name(item) not in alone:
                given[gast.dump(item)] = item
    is_long = bool(inner) or any(_divides(node.value) for node in others)
    if not is_long or len(given) != 1 or _is_read_before_it_is_set(lines, alone):
        return None
    (text,) = given
    (tangent,) = given.values()
    if not isinstance(kind(tangent), Scalar):
        return None
    written = {families.of(base_name(build.place_of(node))) for node in others}
    if len(others) > 1 and families.of(base_name(tangent)) in written:
        return None
    before = [_with(node, fold(_replaced(node.value, text))) for node in inner]
    after = []
    for node in others:
        factor = fold(_replaced(node.value, text))
        is_linear = any(map(is_dot, names_in(factor))) or text in _texts(node.value)
        if is_linear and _divides(factor):
            name = fresh("factor")
            before.append(build.assign(name, factor))
            factor = build.name(name)
        value = fold(build.binary(factor, "*", tangent)) if is_linear else node.value
        after.append(_with(node, value))
    return before, after


def _divides(node):
    """Whether a product is worked out by a division, which takes long."""
    while isinstance(node, gast.BinOp) and not isinstance(node.op, gast.Div):
        node = node.left
    return isinstance(node, gast.BinOp)


def _is_read_before_it_is_set(lines, alone):
    """Whether a line for each direction reads what a later line sets again."""
    read = set()
    for node in lines:
        name = base_name(build.place_of(node))
        if name in read:
            return True
        if name not in alone:
            read |= names_in(node.value) & alone
    return False


def _tangents(node, is_dot):
    """The tangents that an expression reads: names, or elements of arrays."""
    if isinstance(node, gast.Subscript) and is_dot(base_name(node)):
        yield node
    elif isinstance(node, gast.Name):
        if is_dot(node.id):
            yield node
    else:
        for child in gast.iter_child_nodes(node):
            yield from _tangents(child, is_dot)


def _texts(node):
    return {gast.dump(child) for child in gast.walk(node)}


def _replaced(node, text):
    """An expression with 1 for the tangent that comes in."""
    return rewritten(
        node, lambda n: build.constant(1.0) if gast.dump(n) == text else None
    )


def _with(node, value):
    if isinstance(node, gast.AugAssign):
        new = gast.AugAssign(node.target, node.op, value)
    else:
        new = gast.Assign(node.targets, value, None)
    return gast.copy_location(new, node)
