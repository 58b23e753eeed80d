"""Whether the text of a function is, but for names, what is written of a definition.

A text says of its functions which of SciPy's they stand for (`known.said`). It is
believed where nobody changed the function, nor what it calls; else its lines count.
"""

import ast
import hashlib
import types

import gast

from s2sad.pipeline import primal
from s2sad.syntax.printer import module_text
from s2sad.syntax.source import plain_function, read


def is_text_of(source, plain, functions):
    """Whether a function that was read is the text of a plain one of these."""
    made = _Made({p.name: p for p in functions})
    return _digest(source.function, _Given(), ()) == _digest(plain.name, made, ())


class _Given:
    """The functions of a text that was read, each known as its object."""

    def tree(self, function):
        return _parsed(gast.gast_to_ast(read(function).node))

    def callee(self, function, name):
        try:
            found = plain_function(read(function).lookup(name)())
        except (KeyError, ValueError):
            return None
        return found if isinstance(found, types.FunctionType) else None


class _Made:
    """Plain functions as they are written, each known by its name."""

    def __init__(self, functions):
        self.functions = functions

    def tree(self, name):
        node, _ = primal(self.functions[name], self.functions.values())
        return ast.parse(module_text([], [node], [])).body[0]

    def callee(self, name, other):
        return other if other in self.functions else None


def _parsed(node):
    return ast.parse(ast.unparse(ast.fix_missing_locations(node))).body[0]


def _digest(function, functions, outer):
    """What a function does, and what it calls: the same whatever the names in it."""
    tree, outer = functions.tree(function), (*outer, function)
    _without_words(tree)
    numbers = {argument.arg: None for argument in tree.args.args}
    names = [n for n in ast.walk(tree) if isinstance(n, ast.Name)]
    numbers |= {n.id: None for n in names if isinstance(n.ctx, ast.Store)}
    numbers = {name: f"name {number}" for number, name in enumerate(numbers)}
    for argument in tree.args.args:
        argument.arg = numbers[argument.arg]
    for node in names:
        other = functions.callee(function, node.id)
        if node.id in numbers:
            node.id = numbers[node.id]
        elif other in outer:
            node.id = f"function {outer.index(other)}"
        elif other is not None:
            node.id = _digest(other, functions, outer)
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()


def _without_words(tree):
    """Take away what says nothing about what a function does."""
    tree.name, tree.decorator_list, tree.returns = "", [], None
    if ast.get_docstring(tree) is not None:
        del tree.body[0]
