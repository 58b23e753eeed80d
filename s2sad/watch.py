"""A look at each stage: shown under S2SAD_SHOW, checked under S2SAD_CHECK.

S2SAD_SHOW=differentiate,drop    prints the text after these stages to stderr
S2SAD_CHECK=1                    stops at the first stage that breaks plain form
"""

import ast
import builtins
import os
import sys

import gast

from s2sad.syntax.expressions import to_ast
from s2sad.syntax.names import bound, parameters, reads
from s2sad.syntax.printer import text_of

_LIBRARIES = {"np", "math"}


def watched(stage, node):
    """The function that a stage gave, shown and checked if that is asked for."""
    if stage in os.environ.get("S2SAD_SHOW", "").split(","):
        print(f"# {node.name}: {stage}\n{text_of(node)}\n", file=sys.stderr)
    if os.environ.get("S2SAD_CHECK"):
        _check(stage, node, text_of(node))
    return node


def _check(stage, node, text):
    """Plain form: the text says what the tree does, and all its names have values."""
    meant, said = (ast.dump(_Silent().visit(t)) for t in (to_ast(node), _parsed(text)))
    assert meant == said, f"{stage} of {node.name} prints as\n{text}\nbut is\n{meant}"
    called = {
        n.func.id
        for n in gast.walk(node)
        if isinstance(n, gast.Call) and isinstance(n.func, gast.Name)
    }
    raised = {
        n.exc.id
        for n in gast.walk(node)
        if isinstance(n, gast.Raise) and isinstance(n.exc, gast.Name)
    }
    known = raised | bound(*node.body) | {*parameters(node), *called} | _LIBRARIES
    unbound = {name for name in reads(*node.body) - known if not _is_builtin(name)}
    assert not unbound, f"{stage} of {node.name} reads {sorted(unbound)}:\n{text}"


def _parsed(text):
    return ast.parse(text).body[0]


class _Silent(ast.NodeTransformer):
    """Takes away what says nothing: docstrings, comments, marks of literals."""

    def visit_Constant(self, node):
        return ast.Constant(node.value)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return None if isinstance(node.value, ast.Constant) else node


def _is_builtin(name):
    return hasattr(builtins, name)
