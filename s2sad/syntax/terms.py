"""Sums as lists of terms: equal ones doubled, those of one adjoint put together.

-a + (b - c) - c            becomes     b - a - 2.0 * c
y_bar + a * x * y_bar       becomes     (1.0 + a * x) * y_bar
"""

import gast

from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.fold import negated, split_sign
from s2sad.syntax.names import is_derivative


def terms_of(node, sign=1):
    """[(1 or -1, term)] of a sum."""
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Sub)):
        other = sign if isinstance(node.op, gast.Add) else -sign
        return [*terms_of(node.left, sign), *terms_of(node.right, other)]
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        return terms_of(node.operand, -sign)
    own, term = split_sign(node)
    return [(sign * own, term)]


def addition(terms):
    """(operator, value) of the addition of terms to a place."""
    found = []
    for sign, term in terms:
        texts = [(s, gast.dump(t)) for s, t in found]
        if (sign, gast.dump(term)) in texts:
            place = texts.index((sign, gast.dump(term)))
            found[place] = sign, doubled(term)
        else:
            found.append((sign, term))
    found = _together(found)
    first = next((pair for pair in found if pair[0] > 0), None)
    if first is None:
        return gast.Sub(), chain([(1, term) for _, term in found])
    found.remove(first)
    return gast.Add(), chain([first, *found])


def _together(terms):
    """The terms, those that multiply one adjoint or tangent as one term."""
    groups = {}
    for number, (sign, term) in enumerate(terms):
        factor, rest = _last_factor(term)
        key = number if factor is None else gast.dump(factor)
        groups.setdefault(key, []).append((sign, term, factor, rest))
    found = []
    for (sign, term, factor, rest), *more in groups.values():
        if more:
            parts = [(sign, rest), *((s, r) for s, _, _, r in more)]
            op, value = addition([t for s, r in parts for t in terms_of(r, s)])
            sign = 1 if isinstance(op, gast.Add) else -1
            term = gast.BinOp(value, gast.Mult(), factor)
        found.append((sign, term))
    return found


def _last_factor(node):
    """(the adjoint or tangent that a term multiplies, the rest of it); or (None, _)."""
    rest = build.constant(1.0)
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mult):
        rest, node = node.left, node.right
    base = node
    while isinstance(base, gast.Subscript):
        base = base.value
    is_found = isinstance(base, gast.Name) and is_derivative(base)
    return (node, rest) if is_found else (None, node)


def total_of(terms):
    """The sum of terms as one expression."""
    op, value = addition(terms)
    return value if isinstance(op, gast.Add) else opposite(value)


def chain(terms):
    """A sum whose first term has no minus."""
    (_, node), *rest = terms
    for sign, term in rest:
        node = gast.BinOp(node, gast.Add() if sign > 0 else gast.Sub(), term)
    return node


def opposite(node):
    """Minus a sum: `-a - b` for `a + b`."""
    (sign, first), *rest = terms_of(node)
    first = negated(first) if sign > 0 else first
    return chain([(1, first), *((-s, term) for s, term in rest)])


def doubled(node):
    """2 * an expression, its own factor doubled."""
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)):
        number = number_of(node.left)
        if number is not None:
            if number == 0.5 and isinstance(node.op, gast.Mult):
                return node.right
            return gast.BinOp(build.constant(2.0 * number), node.op, node.right)
        return gast.BinOp(doubled(node.left), node.op, node.right)
    number = number_of(node)
    if number is not None:
        return build.constant(2.0 * number)
    return build.binary(build.constant(2.0), "*", node)
