"""Whether a text is the one that a function was compiled from.

A file may be edited after its import: then its text tells of another function.
"""

import __future__

import ast
import functools
import types
import warnings
from importlib.machinery import SourceFileLoader

from s2sad.errors import SourceError

FUTURE = sum(
    getattr(__future__, name).compiler_flag for name in __future__.all_feature_names
)
# A loader of another class may rewrite what it compiles, as that of pytest does.
# Where there is none, or a class (of the interactive session), nothing is rewritten.
_LOADERS = (type(None), SourceFileLoader, type)


def is_current(function, text):
    """Whether a function is what its text compiles to, as far as that can be told."""
    if type(function.__globals__.get("__loader__")) not in _LOADERS:
        return True
    code = function.__code__
    found = _codes(text, code.co_filename, code.co_flags & FUTURE)
    candidates = found.get((code.co_qualname, code.co_firstlineno), ())
    return meaning(code) in map(meaning, candidates)


@functools.lru_cache(maxsize=64)
def _codes(text, file, flags):
    """{(qualified name, first line): the code objects of a text that stand there}."""
    # the cells of a notebook may await
    flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            module = compile(text, file, "exec", flags, dont_inherit=True)
        except SyntaxError as error:
            raise SourceError(f"{file} can't be compiled: {error}") from None
    found = {}
    pending = [module]
    while pending:
        code = pending.pop()
        found.setdefault((code.co_qualname, code.co_firstlineno), []).append(code)
        pending += [c for c in code.co_consts if isinstance(c, types.CodeType)]
    return found


def meaning(value):
    """What a code object or a constant in it does; two of one meaning are equal."""
    if isinstance(value, types.CodeType):
        names = value.co_names, value.co_varnames, value.co_freevars, value.co_cellvars
        counts = value.co_argcount, value.co_kwonlyargcount, value.co_flags
        return value.co_code, meaning(value.co_consts), names, counts
    if isinstance(value, (tuple, frozenset)):
        return type(value), type(value)(map(meaning, value))
    # 1, 1.0 and True are equal, and so are 0.0 and -0.0; they mean different things
    return type(value), repr(value)
