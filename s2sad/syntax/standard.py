"""Trees of gast as standard trees: without positions, and so quicker than gast's own.

Every stage's tree is printed, and a tree is printed as a standard one.
"""

import ast
from typing import Any

import gast


def to_ast(node) -> Any:
    """The standard tree of a gast tree; its nodes have no positions."""
    return _converted(node)


def _converted(value) -> Any:
    """A node, a list of nodes, or what is no node and stays as it is."""
    if isinstance(value, gast.AST):
        kind = type(value)
        return (_MAKERS.get(kind) or _maker(kind))(value)
    if type(value) is list:
        return [_converted(item) for item in value]
    return value


def _maker(kind):
    """The function that converts nodes of a class, found once."""
    standard = getattr(ast, kind.__name__)
    fields = standard._fields
    if not fields:
        # contexts and operators: one of each is enough, as the parser has it
        one = standard()
        _MAKERS[kind] = lambda node: one
        return _MAKERS[kind]

    def make(node):
        given = vars(node)
        found = {f: _converted(given[f]) for f in fields if f in given}
        return standard(**found)

    _MAKERS[kind] = make
    return make


def _name(node):
    return ast.Name(node.id, _converted(node.ctx))


def _assign(node):
    return ast.Assign(_converted(node.targets), _converted(node.value))


def _arguments(node):
    return ast.arguments(
        list(map(_argument, node.posonlyargs)),
        list(map(_argument, node.args)),
        node.vararg and _argument(node.vararg),
        list(map(_argument, node.kwonlyargs)),
        _converted(node.kw_defaults),
        node.kwarg and _argument(node.kwarg),
        _converted(node.defaults),
    )


def _argument(node):
    return ast.arg(node.id, _converted(node.annotation), node.type_comment)


def _handler(node):
    name = node.name and node.name.id
    return ast.ExceptHandler(_converted(node.type), name, _converted(node.body))


# What gast spells otherwise than the standard trees; the rest are found as they come.
_MAKERS = {
    gast.Name: _name,
    gast.Assign: _assign,
    gast.arguments: _arguments,
    gast.ExceptHandler: _handler,
}
