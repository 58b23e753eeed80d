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
    return _Digests(_Given()).of(source.function) == _Digests(made).of(plain.name)


class _Given:
    """The functions of a text that was read, each known as its object."""

    def tree(self, function):
        return _parsed(gast.gast_to_ast(read(function).node))

    def callees(self, function, names):
        """{name: function} of what a function calls of these names."""
        source, found = read(function), {}
        for name in names:
            try:
                callee = plain_function(source.lookup(name)())
            except (KeyError, ValueError):
                continue
            if isinstance(callee, types.FunctionType):
                found[name] = callee
        return found


class _Made:
    """Plain functions as they are written, each known by its name."""

    def __init__(self, functions):
        self.functions = functions

    def tree(self, name):
        node, _ = primal(self.functions[name], self.functions.values())
        return ast.parse(module_text([], [node], [])).body[0]

    def callees(self, name, names):
        return {other: other for other in names & self.functions.keys()}


def _parsed(node):
    return ast.parse(ast.unparse(ast.fix_missing_locations(node))).body[0]


class _Digests:
    """What functions do, and what they call: the same whatever the names in them."""

    def __init__(self, functions):
        self.functions, self.known = functions, {}

    def of(self, function):
        return self.found(function, ())[0]

    def found(self, function, outer):
        """(the digest, how far out among those that call it is one that it calls).

        That of one which calls none of those is the same wherever it is called.
        """
        if function not in self.known:
            tree, place = self.functions.tree(function), len(outer)
            digest, outermost = self.of_tree(function, tree, (*outer, function))
            if outermost < place:
                return digest, outermost
            self.known[function] = digest
        return self.known[function], len(outer)

    def of_tree(self, function, tree, outer):
        _without_words(tree)
        numbers = {argument.arg: None for argument in tree.args.args}
        names = [n for n in ast.walk(tree) if isinstance(n, ast.Name)]
        numbers |= {n.id: None for n in names if isinstance(n.ctx, ast.Store)}
        numbers = {name: f"name {number}" for number, name in enumerate(numbers)}
        for argument in tree.args.args:
            argument.arg = numbers[argument.arg]
        words, outermost = dict(numbers), len(outer)
        free = {node.id for node in names} - numbers.keys()
        for name, callee in self.functions.callees(function, free).items():
            if callee in outer:
                # counted from here: so one that calls itself is the same anywhere
                place = outer.index(callee)
                words[name] = f"function {len(outer) - place}"
            else:
                words[name], place = self.found(callee, outer)
            outermost = min(outermost, place)
        for node in names:
            node.id = words.get(node.id, node.id)
        return hashlib.sha256(ast.dump(tree).encode()).hexdigest(), outermost


def _without_words(tree):
    """Take away what says nothing about what a function does."""
    tree.name, tree.decorator_list, tree.returns = "", [], None
    if ast.get_docstring(tree) is not None:
        del tree.body[0]
