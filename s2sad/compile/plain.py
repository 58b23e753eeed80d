"""Text to a callable that runs as plain Python; tracebacks and pdb show its lines.

Arithmetic follows IEEE, as that of compiled code does: `1.0 / 0.0` is inf.
"""

import ast
import itertools
import linecache
from importlib.abc import Loader

import numpy as np

from s2sad.compile.ieee import Ieee, with_ieee
from s2sad.compile.limits import limited
from s2sad.compile.nested import nested
from s2sad.errors import REFUSED, ReachedError, refusing_depth
from s2sad.syntax.marks import mark, mark_of
from s2sad.syntax.source import GENERATED

_numbers = itertools.count(1)
# What divides by 0 as compiled code does.
_NUMPY = {float: np.float64, complex: np.complex128}


def registered(text, name):
    """A file name under which tools find this text."""
    file = f"{GENERATED}{name} {next(_numbers)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    return file


def namespace(text, name, names=None, ieee=True, result=None, limits=False):
    """The namespace of a module of generated text; `ieee` makes it IEEE's.

    `result` is the structure of nested tuples that the function `name` is to return,
    and `limits` whether it looks if arrays are long enough.

    `names` are the exception classes of the user's that it raises, and the marks of
    functions that have a derivative of their own.
    """
    file = registered(text, name)
    tree = refusing_depth(ast.parse)(text, file)
    tree = _Refusals().visit(tree)
    if limits:
        tree = limited(tree, name)
    if result is not None:
        tree = nested(tree, name, result)
    if ieee:
        tree = Ieee(tree).visit(tree)
    # a name of a module that exists: Numba can't link a recursive function of another
    found = {
        "__name__": "s2sad",
        # says that what runs is not what the text compiles to
        "__loader__": Loader(),
        "_reached": ReachedError,
        **(names or {}),
    }
    exec(compile(tree, file, "exec"), found)
    if ieee:
        with_ieee(found)
    for word, meant in (names or {}).items():
        if isinstance(meant, type):
            found[word] = meant
        elif found[word] is not meant:
            mark(found[word], mark_of(meant))
    return found


class _Refusals(ast.NodeTransformer):
    """Refusals of branches are raised as s2sad's own error."""

    def visit_Raise(self, node):
        call = node.exc
        if isinstance(call, ast.Call) and call.args:
            text = str(getattr(call.args[0], "value", ""))
            if text.startswith(REFUSED):
                call.func = ast.copy_location(ast.Name("_reached", ast.Load()), call)
        return node


def namespace_of(text, name, names):
    """The namespace of a text whose free names mean what `names` says."""
    found = dict(names)
    exec(compile(text, registered(text, name), "exec"), found)
    return found


def plain_callable(text, name, names=None):
    """The function `name` of a module of text, run as Python with IEEE arithmetic."""
    function = namespace(text, name, names)[name]

    def call(*leaves):
        numbers = [_NUMPY[type(v)](v) if type(v) in _NUMPY else v for v in leaves]
        with np.errstate(all="ignore"):
            return function(*numbers)

    return call
