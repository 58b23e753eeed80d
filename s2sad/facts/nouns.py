"""What the result of an operation is called."""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.infer import index_items
from s2sad.rules import table

_NOUNS = {
    "exp": "exponential",
    "sqrt": "root",
    "log": "logarithm",
    "sin": "sine",
    "cos": "cosine",
    "tan": "tangent",
}

_OPERATIONS = {
    gast.Add: "sum",
    gast.Sub: "difference",
    gast.Mult: "product",
    gast.Div: "quotient",
    gast.Pow: "power",
    gast.Mod: "remainder",
    gast.MatMult: "product",
}


def operation_noun(node):
    """What the result of an operation is, whatever it is of."""
    if isinstance(node, gast.BinOp):
        return _OPERATIONS.get(type(node.op), "term")
    if isinstance(node, gast.Call):
        return str(table.spelling(node.func)).rsplit(".", 1)[-1]
    return "term"


def element_noun(node):
    """A name for an element of an array, `x_i` for x[i]; None for anything else."""
    if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
        items = index_items(node)
        if all(isinstance(item, gast.Name) for item in items):
            return f"{node.value.id}_{''.join(item.id for item in items)}"
    return None


def noun(node):
    """A name for the result of an operation, after what it is."""
    if isinstance(node, gast.BinOp):
        words = {gast.Div: "quotient", gast.Pow: "power", gast.MatMult: "product"}
        return words.get(type(node.op), "term")
    if isinstance(node, gast.Call):
        is_method = isinstance(node.func, gast.Attribute)
        word = node.func.attr if is_method else str(table.spelling(node.func))
        if word == "copy" and not node.args:
            base = base_name(node.func.value)
            return f"{base}_copy" if base else noun(node.func.value)
        operand = node.args[0] if len(node.args) == 1 else None
        inner = base_name(operand) if operand is not None else None
        if inner is not None and isinstance(operand, (gast.Name, gast.Subscript)):
            return f"{word}_{inner}"
        return _NOUNS.get(word, f"{word}_result")
    return "term"
