"""Operations taken apart at their weakest operators, as long lines are broken there."""

import ast

from s2sad.syntax.expressions import expression_text, operand_text

SYMBOLS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.MatMult: "@",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
}
_RELATIONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_LEVELS = (
    (ast.Add, ast.Sub),
    (ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.MatMult),
    (ast.Pow,),
)


def split(node):
    """(operator, operand) pairs of the weakest operators of an expression."""
    if isinstance(node, ast.BoolOp):
        symbol = "and" if isinstance(node.op, ast.And) else "or"
        return [("" if i == 0 else symbol, v) for i, v in enumerate(node.values)]
    if isinstance(node, ast.IfExp):
        (_, first), *others = split(node.orelse) if _is_choice(node) else [("", node)]
        rest = [("else", first), *others] if others else [("else", node.orelse)]
        return [("", node.body), ("if", node.test), *rest]
    if isinstance(node, ast.Compare):
        symbols = (_RELATIONS.get(type(op)) for op in node.ops)
        pairs = [("", node.left), *zip(symbols, node.comparators)]
        return pairs if None not in dict(pairs) else [("", node)]
    if isinstance(node, ast.BinOp):
        for level in _LEVELS:
            if isinstance(node.op, level):
                return _chain(node, level)
    return [("", node)]


def _is_choice(node):
    """Whether a choice goes on in what it gives else."""
    return isinstance(node.orelse, ast.IfExp)


def _chain(node, level):
    if isinstance(node, ast.BinOp) and isinstance(node.op, level):
        symbol = SYMBOLS[type(node.op)]
        return [*_chain(node.left, level), (symbol, node.right)]
    return [("", node)]


def text_in(parent, piece, symbol):
    """The text of an operand, in parentheses where its parent needs them."""
    if piece is parent:
        return expression_text(piece)
    operator = parent.ops[0] if isinstance(parent, ast.Compare) else parent
    operator = getattr(operator, "op", operator)
    # what begins a chain of arithmetic may be of the operators of the chain
    is_first = isinstance(parent, ast.BinOp) and not symbol
    return operand_text(piece, operator, is_first)


def is_in_parentheses(parent, piece, symbol):
    """Whether an operand that is an operation needs them: told from its operator."""
    short = _shortened(piece)
    return text_in(parent, short, symbol) != expression_text(short)


def _shortened(node):
    """The same operation of names."""
    name = ast.Name("x", ast.Load())
    if isinstance(node, ast.BinOp):
        return ast.BinOp(name, node.op, name)
    if isinstance(node, ast.BoolOp):
        return ast.BoolOp(node.op, [name for _ in node.values])
    if isinstance(node, ast.Compare):
        return ast.Compare(name, node.ops, [name for _ in node.ops])
    return ast.IfExp(name, name, name)
