"""Expressions too long for a line with one operator to break at are taken apart.

y_dot = (a long sum) * (another)     becomes     factor = a long sum
                                                 y_dot = factor * (another)
"""

import gast

from s2sad.syntax import build
from s2sad.syntax.names import Fresh, names_in
from s2sad.syntax.printer import WIDTH, text_of

_SUMS = (gast.Add, gast.Sub)
_PRODUCTS = (gast.Mult, gast.Div, gast.FloorDiv, gast.Mod, gast.MatMult)


def fit(function):
    """The function with statements that fit, or break where ruff breaks them."""
    fresh = Fresh(names_in(function))
    function.body = _block(function.body, 4, fresh)
    return function


def _block(statements, indent, fresh):
    out = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, lambda b: _block(b, indent + 4, fresh))
        elif isinstance(node, (gast.Assign, gast.AugAssign, gast.Return)):
            out.extend(_before(node, indent, fresh))
        out.append(node)
    return out


def _before(node, indent, fresh):
    """Statements that give names to parts of a statement, which is changed in place."""
    lines = []
    while _has_one_operator(node.value) and indent + len(_one_line(node)) > WIDTH:
        value = node.value
        left, right = value.left, value.right
        is_left = len(text_of(left)) > len(text_of(right))
        part = left if is_left else right
        if isinstance(part, (gast.Name, gast.Constant, gast.Subscript)):
            break
        name = fresh("term" if isinstance(value.op, _SUMS) else "factor")
        named = build.assign(name, part)
        lines.extend([*_before(named, indent, fresh), named])
        kept = build.name(name)
        new = (kept, right) if is_left else (left, kept)
        node.value = gast.BinOp(new[0], value.op, new[1])
    return lines


def _one_line(node):
    """A statement on one line, however long."""
    value = text_of(node.value) if node.value is not None else ""
    if isinstance(node, gast.Return):
        return f"return {value}"
    if isinstance(node, gast.AugAssign):
        return f"{text_of(node.target)} += {value}"
    return f"{text_of(node.targets[0])} = {value}"


def _has_one_operator(node):
    """Whether ruff would break an operation in a bracket instead of at operators."""
    if not isinstance(node, gast.BinOp):
        return False
    level = _SUMS if isinstance(node.op, _SUMS) else _PRODUCTS
    if isinstance(node.op, gast.Pow):
        return True
    return not (isinstance(node.left, gast.BinOp) and isinstance(node.left.op, level))
