"""Functions that surely write nothing: no array, list or object that they are given.

np.sum, math.sin, abs: yes; np.copyto, np.add.at, setattr: no; of functions of the
user's, those whose statements compute and return.
"""

import builtins
import inspect
import types

import gast
import numpy as np

from s2sad.errors import SourceError
from s2sad.syntax.source import plain_function, read
from s2sad.syntax.walk import walk

_MODULES = ("builtins", "math", "cmath", "_operator")
# What writes, makes or changes something all the same, or calls what it is given.
_WRITERS = {setattr, delattr, next, exec, eval, vars, globals, locals}
_WRITERS |= {np.copyto, np.fill_diagonal, np.place, np.put, np.put_along_axis}
_WRITERS |= {np.putmask, np.apply_along_axis, np.apply_over_axes, np.piecewise}
_OF_NUMPY = type(np.sum)
# So deep it is looked into functions that call others.
_DEEPEST = 4


def computes(function, call):
    """Whether a call of a function of NumPy or Python surely writes nothing."""
    if isinstance(function, np.ufunc):
        return len(call.args) <= function.nin and not call.keywords
    if isinstance(function, types.BuiltinFunctionType):
        owner = function.__self__
        if isinstance(owner, np.ufunc):
            return function.__name__ != "at" and _gives_no_place(function, call)
        module = function.__module__ or ""
        is_known = module in _MODULES or module.split(".")[0] == "numpy"
        return is_known and function not in _WRITERS and not call.keywords
    if isinstance(function, _OF_NUMPY):
        return function not in _WRITERS and _gives_no_place(function, call)
    return False


def _gives_no_place(function, call):
    """Whether a call of a function of NumPy has no `out` that it writes into."""
    if any(item.arg in (None, "out") for item in call.keywords):
        return False
    if any(isinstance(item, gast.Starred) for item in call.args):
        return False
    try:
        names = list(inspect.signature(function).parameters)
    except ValueError:
        return False
    return "out" not in names or len(call.args) <= names.index("out")


def only_returns(function, depth=0):
    """Whether a function of the user's surely writes nothing that others see."""
    plain = plain_function(function)
    if not isinstance(plain, types.FunctionType) or depth > _DEEPEST:
        return False
    try:
        source = read(plain)
    except SourceError:
        return False
    return all(_only_reads(node, source, depth) for node in walk(source.node))


def _only_reads(node, source, depth):
    """Whether a node of a function binds names of its own alone."""
    if isinstance(node, (gast.Nonlocal, gast.Global, gast.AugAssign)):
        return False
    if isinstance(node, (gast.Subscript, gast.Attribute)):
        return isinstance(node.ctx, gast.Load)
    return not isinstance(node, gast.Call) or _is_harmless(node, source, depth)


def _is_harmless(call, source, depth):
    """Whether a function that is called by a name from outside writes nothing."""
    words, function = [], call.func
    while isinstance(function, gast.Attribute):
        words.append(function.attr)
        function = function.value
    if not isinstance(function, gast.Name) or function.id in _locals(source):
        return False
    try:
        called = source.lookup(function.id)()
        for word in reversed(words):
            if not isinstance(called, (types.ModuleType, np.ufunc)):
                return False
            called = getattr(called, word)
    except (KeyError, ValueError, AttributeError):
        return False
    if isinstance(called, type) and called.__module__ == builtins.__name__:
        return called in (float, int, bool, complex, range, len)
    return computes(called, call) or only_returns(called, depth + 1)


def _locals(source):
    code = source.function.__code__
    return {*code.co_varnames, *code.co_cellvars}
