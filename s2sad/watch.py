"""A look at each stage: shown under S2SAD_SHOW, checked under S2SAD_CHECK.

S2SAD_SHOW=differentiate,drop    prints the text after these stages to stderr
S2SAD_CHECK=1                    stops at the first stage that breaks plain form
"""

import ast
import builtins
import os
import sys

import gast

from s2sad.syntax.names import bound, parameters, reads
from s2sad.syntax.printer import standard_text, text_of
from s2sad.syntax.spelled import spelled
from s2sad.syntax.standard import to_ast
from s2sad.syntax.walk import walk

_LIBRARIES = {"np", "math"}
# What was checked already: most stages leave most functions as they are.
_checked = set()


def shown(stage, node):
    """The function that a stage gave, shown if that is asked for."""
    if stage in os.environ.get("S2SAD_SHOW", "").split(","):
        print(f"# {node.name}: {stage}\n{text_of(node)}\n", file=sys.stderr)
    return node


def watched(stage, node):
    """The function that a stage gave, shown and checked if that is asked for."""
    shown(stage, node)
    if os.environ.get("S2SAD_CHECK"):
        words = hash(tuple(spelled(node)))
        if words not in _checked:
            _check(stage, node)
            _checked.add(words)
    return node


def _check(stage, node):
    """Plain form: the text says what the tree does, and all its names have values."""
    meant = to_ast(node)
    text = standard_text(meant)
    assert _agree(meant, ast.parse(text).body[0]), (
        f"{stage} of {node.name} prints as\n{text}\nbut is\n{ast.dump(meant)}"
    )
    inside = list(walk(node))
    called = {n.func for n in inside if isinstance(n, gast.Call)}
    raised = {n.exc for n in inside if isinstance(n, gast.Raise)}
    named = {n.id for n in called | raised if isinstance(n, gast.Name)}
    known = bound(*node.body) | {*parameters(node), *named} | _LIBRARIES
    unbound = {name for name in reads(*node.body) - known if not _is_builtin(name)}
    assert not unbound, f"{stage} of {node.name} reads {sorted(unbound)}:\n{text}"


def _agree(meant, said):
    """Whether two trees are the same, read as a person does.

    Docstrings, comments and marks of literals say nothing.
    """
    waiting = [(meant, said)]
    while waiting:
        meant, said = waiting.pop()
        kind = type(meant)
        if kind is not type(said):
            return False
        if kind is list:
            pairs = [[n for n in side if _speaks(n)] for side in (meant, said)]
            if len(pairs[0]) != len(pairs[1]):
                return False
            waiting += zip(*pairs)
        elif kind is ast.Constant:
            if repr(meant.value) != repr(said.value):
                return False
        elif isinstance(meant, ast.AST):
            for field in kind._fields:
                pair = getattr(meant, field, None), getattr(said, field, None)
                if pair[0] is not pair[1]:
                    waiting.append(pair)
        elif meant != said:
            return False
    return True


def _speaks(node):
    """Whether a part of a list says anything."""
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    return not isinstance(node, ast.Pass)


def _is_builtin(name):
    return hasattr(builtins, name)
