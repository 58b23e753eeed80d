"""Expressions to text: astor, helped where it misprints or spaces unlike ruff."""

import ast
import json
import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # astor 0.8.1 names node classes that are deprecated
    from astor.code_gen import SourceGenerator, set_precedence
    from astor.op_util import Precedence, get_op_precedence, get_op_symbol

# astor fills this class when it is imported.
_PRECEDENCE: Any = Precedence
_HUGGED = (ast.Name, ast.Constant, ast.Attribute)


class _Expressions(SourceGenerator):
    """astor's generator; strings, numbers, powers and slices as ruff spaces them."""

    def visit_Constant(self, node):
        self.write(_literal(node.value))

    def visit_JoinedStr(self, node):
        self.write(ast.unparse(node))

    def visit_BinOp(self, node):
        if not isinstance(node.op, ast.Pow):
            return super().visit_BinOp(node)
        with self.delimit(node, node.op):
            set_precedence(_PRECEDENCE.Pow + 1, node.left)
            set_precedence(_PRECEDENCE.PowRHS, node.right)
            left = not isinstance(node.left, ast.UnaryOp) and is_simple(node.left)
            hugged = left and _is_simple_exponent(node.right)
            symbol = "**" if hugged else get_op_symbol(node.op, " %s ")
            self.write(node.left, symbol, node.right)

    def visit_UnaryOp(self, node):
        power = isinstance(node.operand, ast.BinOp)
        if power and isinstance(node.operand.op, ast.Pow):
            with self.delimit(node, node.op):
                symbol = get_op_symbol(node.op)
                self.write(symbol, "(", expression_text(node.operand), ")")
        else:
            super().visit_UnaryOp(node)

    def visit_Slice(self, node):
        bounds = [b for b in (node.lower, node.upper, node.step) if b]
        space = "" if all(map(_is_tight_bound, bounds)) else " "
        set_precedence(node, *bounds)
        if node.lower:
            self.write(node.lower, space)
        self.write(":")
        if node.upper:
            self.write(space, node.upper)
        if node.step:
            self.write(space, ":", space, node.step)


def is_simple(node):
    """Whether ruff hugs a power operator to this operand."""
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and is_simple(node.operand)
    if isinstance(node, ast.Attribute):
        return is_simple(node.value)
    return isinstance(node, _HUGGED)


def _is_simple_exponent(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return is_simple(node.left) and _is_simple_exponent(node.right)
    return is_simple(node)


def _is_tight_bound(node):
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.operand, (ast.Name, ast.Constant))
    return isinstance(node, (ast.Name, ast.Constant))


def quoted(text):
    """A string literal in double quotes, as ruff prefers them."""
    plain = repr(text)
    if '"' in text:
        return plain
    return json.dumps(text, ensure_ascii=False) if plain[0] == "'" else plain


def _literal(value):
    """The text of a literal."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, float) and value - value != 0.0:
        return "math.nan" if value != value else "math.inf"
    return repr(value).replace("e+", "e")


def expression_text(node):
    """One line of text for a standard expression tree."""
    # most of what is printed is a name or a literal, which need no generator
    if type(node) is ast.Name:
        return node.id
    if type(node) is ast.Constant:
        return _literal(node.value)
    return _generated(node, _PRECEDENCE.Comma if isinstance(node, ast.Starred) else 0)


def operand_text(node, operator, is_first):
    """The same of an operand, in parentheses where the operator binds tighter.

    `is_first` says that what binds as tightly needs none.
    """
    return _generated(node, get_op_precedence(operator) + (0 if is_first else 1))


def _generated(node, precedence):
    generator = _Expressions(" " * 4)
    set_precedence(precedence, node)
    generator.visit(node)
    return "".join(generator.result)
