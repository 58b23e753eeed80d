"""Trees to text: 88 columns, laid out as `ruff format` would, comments restored."""

import ast
import re
import textwrap

from s2sad.syntax import build
from s2sad.syntax.expressions import expression_text
from s2sad.syntax.lengths import is_longer
from s2sad.syntax.operands import SYMBOLS, is_in_parentheses, split, text_in
from s2sad.syntax.standard import to_ast

WIDTH = 88
_STEP = "    "


def text_of(node):
    """The text of a gast expression or statement, without a final newline."""
    return standard_text(to_ast(node))


def exceeds(node, width):
    """Whether the text of a gast expression or statement is longer than a width."""
    return is_longer(node, width) or len(text_of(node)) > width


def standard_text(tree):
    """The same of a standard tree."""
    if isinstance(tree, ast.expr):
        return _inline(tree)
    return "\n".join(_statement(tree, ""))


def module_text(imports, functions, classes):
    """A module: imports, then functions, with two blank lines before each.

    `classes` are the texts of classes that stand before the functions.
    """
    texts = [*classes]
    texts += ["\n".join(_statement(to_ast(node), "")) for node in functions]
    head = "\n".join(imports)
    return "\n\n\n".join(([head] if head else []) + texts) + "\n"


def _inline(node):
    """Text on one line; a tuple without the parentheses it does not need."""
    text = expression_text(node)
    if isinstance(node, ast.Tuple) and node.elts and text[0] == "(":
        inner = [expression_text(item) for item in node.elts]
        return ", ".join(inner) + ("," if len(inner) == 1 else "")
    return text


def _block(statements, indent):
    lines = []
    for node in statements:
        if build.is_comment(node) and lines:
            lines.append("")
        lines.extend(_statement(node, indent))
    return (
        lines
        if any(line.strip()[:1] not in "#" for line in lines)
        else [
            *lines,
            indent + "pass",
        ]
    )


def _statement(node, indent):
    return _WRITERS[type(node)](node, indent)


def _function(node, indent):
    names = [argument.arg for argument in node.args.args]
    head = f"{indent}def {node.name}({', '.join(names)}):"
    lines = [head]
    if len(head) > WIDTH:
        lines = [f"{indent}def {node.name}("]
        lines += _listed(names, indent + _STEP) + [f"{indent}):"]
    body = node.body
    if body and isinstance(body[0], ast.Expr) and not build.is_comment(body[0]):
        if isinstance(getattr(body[0].value, "value", None), str):
            lines += _docstring(body[0].value.value, indent + _STEP)
            body = body[1:]
    return lines + (_block(body, indent + _STEP) if body else [])


def _docstring(text, indent):
    text = text.replace("\\", "\\\\").replace('"""', r"\"\"\"")
    one = f'{indent}"""{text}"""'
    if len(one) <= WIDTH and "\n" not in text:
        return [one]
    lines = []
    for line in text.split("\n"):
        # room for both quotes: else ruff would pull the last ones up
        wrapped = textwrap.wrap(line.strip(), WIDTH - len(indent) - 6) or [""]
        lines += [indent + part if part else "" for part in wrapped]
    lines[0] = f'{indent}"""{lines[0].lstrip()}'
    return [*lines, f'{indent}"""']


def _listed(items, indent):
    """Items of a bracket on one line if they fit, else one a line, comma at the end."""
    line = indent + ", ".join(items)
    if len(line) <= WIDTH:
        return [line]
    return [f"{indent}{item}," for item in items]


def _branching(node, indent):
    lines = _wrapped(f"{indent}if ", node.test, ":", indent)
    lines += _block(node.body, indent + _STEP)
    orelse = node.orelse
    while len(orelse) == 1 and isinstance(orelse[0], ast.If):
        lines += _wrapped(f"{indent}elif ", orelse[0].test, ":", indent)
        lines += _block(orelse[0].body, indent + _STEP)
        orelse = orelse[0].orelse
    if orelse:
        lines += [f"{indent}else:", *_block(orelse, indent + _STEP)]
    return lines


def _for(node, indent):
    head = f"{indent}for {_inline(node.target)} in "
    return _wrapped(head, node.iter, ":", indent) + _block(node.body, indent + _STEP)


def _while(node, indent):
    head = _wrapped(f"{indent}while ", node.test, ":", indent)
    return head + _block(node.body, indent + _STEP)


def _with(node, indent):
    """A block in one context."""
    (item,) = node.items
    head = _wrapped(f"{indent}with ", item.context_expr, ":", indent)
    return head + _block(node.body, indent + _STEP)


def _assignment(node, indent):
    head = indent + "".join(f"{_inline(place)} = " for place in node.targets)
    (place,) = node.targets
    if isinstance(place, ast.Tuple) and len(head) + 1 > WIDTH:
        names = [expression_text(item) for item in place.elts]
        lines = [f"{indent}(", *_one_a_line(names, indent + _STEP)]
        return lines + _wrapped(f"{indent}) = ", node.value, "", indent)
    return _wrapped(head, node.value, "", indent)


def _augmented(node, indent):
    head = f"{indent}{_inline(node.target)} {SYMBOLS[type(node.op)]}= "
    return _wrapped(head, node.value, "", indent)


def _return(node, indent):
    if node.value is None:
        return [f"{indent}return"]
    return _wrapped(f"{indent}return ", node.value, "", indent)


def _expression(node, indent):
    if build.is_comment(node):
        text = node.value.value.removeprefix("#:").strip()
        return [f"{indent}# {text}"]
    return _wrapped(indent, node.value, "", indent)


def _assert(node, indent):
    line = f"{indent}assert {_inline(node.test)}"
    message = _inline(node.msg) if node.msg else ""
    if isinstance(node.msg, ast.Tuple):
        message = f"({message})"
    return [line + (f", {message}" if message else "")]


def _raise(node, indent):
    if node.exc is None:
        return [f"{indent}raise"]
    return _wrapped(f"{indent}raise ", node.exc, "", indent)


def _word(text):
    return lambda node, indent: [indent + text]


_WRITERS = {
    ast.FunctionDef: _function,
    ast.If: _branching,
    ast.For: _for,
    ast.While: _while,
    ast.With: _with,
    ast.Assign: _assignment,
    ast.AugAssign: _augmented,
    ast.Return: _return,
    ast.Expr: _expression,
    ast.Assert: _assert,
    ast.Raise: _raise,
    ast.Pass: _word("pass"),
    ast.Break: _word("break"),
    ast.Continue: _word("continue"),
    ast.Import: lambda node, indent: [indent + ast.unparse(node)],
    ast.ImportFrom: lambda node, indent: [indent + ast.unparse(node)],
}


def _wrapped(head, node, tail, indent):
    """`head node tail` on one line, or broken the way ruff breaks it."""
    line = head + _inline(node) + tail
    if len(line) <= WIDTH or "\n" in line:
        return [line]
    inner = indent + _STEP
    if isinstance(node, ast.Tuple):
        return [head + "(", *_broken_item(node, indent)[1:-1], f"{indent}){tail}"]
    if isinstance(node, ast.Call):
        if len(f"{head}{expression_text(node.func)}(") <= WIDTH:
            return _broken_call(head, node, tail, indent)
        text = inner + _inline(node)
        lines = [text] if len(text) <= WIDTH else _broken_call(inner, node, "", inner)
        return [head + "(", *lines, f"{indent}){tail}"]
    if isinstance(node, ast.UnaryOp) and _inline(node).startswith("-("):
        return [head + "-(", *_operands(node.operand, inner), f"{indent}){tail}"]
    if isinstance(node, ast.Subscript):
        items, start = _inline(node.slice), f"{head}{expression_text(node.value)}["
        if len(start) <= WIDTH and len(inner + items) <= WIDTH:
            return [start, inner + items, f"{indent}]{tail}"]
    text = _inline(node)
    if len(inner + text) <= WIDTH:
        return [head + "(", inner + text, f"{indent}){tail}"]
    return [head + "(", *_operands(node, inner), f"{indent}){tail}"]


def _one_a_line(items, indent):
    return [f"{indent}{item}," for item in items]


def _broken_call(head, node, tail, indent):
    function = expression_text(node.func)
    keywords = [f"{k.arg}={_item_text(k.value)}" for k in node.keywords]
    arguments = [_item_text(item) for item in node.args] + keywords
    inner = indent + _STEP
    if len(arguments) == 1 and isinstance(node.args[:1] and node.args[0], ast.List):
        if len(inner + arguments[0]) > WIDTH:
            lines = _broken_list(node.args[0], inner)
            return [f"{head}{function}(", *lines, f"{indent}){tail}"]
    if len(arguments) == 1 and len(inner + arguments[0]) > WIDTH and node.args:
        lines = _broken_item(node.args[0], inner)
        return [f"{head}{function}(", *lines, f"{indent}){tail}"]
    if len(inner + ", ".join(arguments)) <= WIDTH:
        return [f"{head}{function}(", inner + ", ".join(arguments), f"{indent}){tail}"]
    lines = []
    for item, text in zip([*node.args, *node.keywords], arguments):
        if len(inner + text) + 1 <= WIDTH:
            lines.append(f"{inner}{text},")
        else:
            word = f"{item.arg}=" if isinstance(item, ast.keyword) else ""
            broken = _broken_item(item.value if word else item, inner, word)
            lines += [*broken[:-1], broken[-1] + ","]
    return [f"{head}{function}(", *lines, f"{indent}){tail}"]


def _broken_item(node, indent, word=""):
    """An argument too long for a line, or an item of one, behind its keyword."""
    if isinstance(node, ast.Tuple):
        items = []
        for item in node.elts:
            lines = [f"{indent + _STEP}{_item_text(item)}"]
            if len(lines[0]) >= WIDTH:
                lines = _broken_item(item, indent + _STEP)
            items += [*lines[:-1], lines[-1] + ","]
        return [f"{indent}{word}(", *items, f"{indent})"]
    if isinstance(node, ast.Call):
        return _broken_call(indent + word, node, "", indent)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not word:
        return [
            indent + expression_text(ast.Constant(line))
            for line in _pieces(node.value, indent)
        ]
    if word:
        return [f"{indent}{word}(", *_operands(node, indent + _STEP), f"{indent})"]
    return _operands(node, indent)


def _pieces(text, indent):
    """A text in pieces that fit, which Python joins again."""
    words = [word for word in re.split(r"(?<= )", text) if word]
    pieces = [""]
    for word in words:
        if pieces[-1] and len(indent + repr(pieces[-1] + word)) > WIDTH:
            pieces.append("")
        pieces[-1] += word
    return pieces


def _item_text(node):
    """The text of one of several items: a tuple in parentheses."""
    if not isinstance(node, ast.Tuple):
        return expression_text(node)
    items = ", ".join(map(_item_text, node.elts))
    return f"({items},)" if len(node.elts) == 1 else f"({items})"


def _broken_list(node, indent):
    """A list with one item a line, lists in it broken too if they must be."""
    lines = []
    for item in node.elts:
        text = expression_text(item)
        inner = indent + _STEP
        if len(inner + text) + 1 <= WIDTH:
            lines.append(f"{inner}{text},")
        elif isinstance(item, ast.List):
            broken = _broken_list(item, inner)
            lines += [*broken[:-1], broken[-1] + ","]
        else:
            broken = _operands(item, inner)
            lines += [*broken[:-1], broken[-1] + ","]
    return [f"{indent}[", *lines, f"{indent}]"]


def _operands(node, indent):
    """An operation too long for a line: its weakest operators begin the lines."""
    lines = []
    for symbol, piece in split(node):
        head = indent + (f"{symbol} " if symbol else "")
        line = _short_line(head, node, piece, symbol)
        if line:
            lines.append(line)
        elif isinstance(piece, ast.Call):
            lines += _broken_call(head, piece, "", indent)
        elif len(split(piece)) == 1:
            lines.append(head + text_in(node, piece, symbol))
        elif is_in_parentheses(node, piece, symbol):
            lines += [head + "(", *_operands(piece, indent + _STEP), indent + ")"]
        else:
            broken = _operands(piece, indent)
            lines += [head + broken[0].lstrip(), *broken[1:]]
    return lines


def _short_line(head, parent, piece, symbol):
    """A line with an operand, if it fits into one."""
    if is_longer(piece, WIDTH - len(head)):
        return None
    line = head + text_in(parent, piece, symbol)
    return line if len(line) <= WIDTH else None
