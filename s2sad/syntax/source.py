"""From a callable to its tree: where its source stands, and what its names mean."""

import ast
import builtins
import functools
import inspect
import linecache
import types
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import gast
from numba.np.ufunc.dufunc import DUFunc

from s2sad.errors import RefusalError, SourceError
from s2sad.syntax.current import is_current
from s2sad.syntax.private import as_compiled
from s2sad.syntax.recovered import recovered

_faces = weakref.WeakKeyDictionary()
_INSTEAD = "what the README lists as supported, or a helper with its own @s2sad.rule"

# What functools.lru_cache makes of a function.
_CACHED = type(functools.lru_cache(lambda: None))

# How the names of the files begin that generated text has in tracebacks.
GENERATED = "<s2sad "

# The package whose functions define those of NumPy and SciPy.
DEFINING = "s2sad.library."
_LIBRARY = Path(__file__).parents[1] / "library"


@dataclass(frozen=True)
class Place:
    """A position in a source file, with the line it points into."""

    file: str
    line: int
    column: int
    text: str

    def __str__(self):
        return f"{self.file}:{self.line}:{self.column + 1}"

    @property
    def is_in_library(self):
        """Whether it is where s2sad says what a function of NumPy or SciPy does."""
        return Path(self.file).parent == _LIBRARY

    def caret_lines(self):
        return [f"    {self.text}", "    " + " " * self.column + "^"]


@dataclass(frozen=True)
class Source:
    """A function as it was read: its tree, its file, and the function itself."""

    node: gast.FunctionDef
    file: str
    lines: tuple = field(repr=False)
    function: Any = field(repr=False)

    @property
    def is_generated(self):
        """Whether s2sad wrote this text itself."""
        return self.file.startswith(GENERATED)

    @property
    def is_definition(self):
        """Whether this says what a function of NumPy or SciPy does."""
        return (self.function.__module__ or "").startswith(DEFINING)

    @property
    def is_consistent(self):
        """Whether shapes fit wherever those of a primal did: nothing checks them."""
        is_given = getattr(self.function, "is_derivative", False)
        return self.is_generated or (self.is_definition and is_given)

    @property
    def types(self):
        """{variable: its Numba type} that compiling was told."""
        return getattr(self.function, "compiled_types", {})

    @property
    def is_opaque(self):
        """Whether a derivative is given for this: nobody looks into its text."""
        return hasattr(self.function, "__s2sad__")

    def place(self, node):
        """The place of a node of this function's tree."""
        line = getattr(node, "lineno", None) or self.node.lineno
        column = getattr(node, "col_offset", 0)
        text = self.lines[line - 1].rstrip() if line <= len(self.lines) else ""
        return Place(self.file, line, column, text)

    def refuse(self, node, what, instead=None):
        """A refusal that shows where in this function the node stands."""
        return RefusalError(what, instead or _INSTEAD, self.place(node))

    def raising(self, node, error, what=None):
        """A refusal of what always raises an error in Python."""
        what = what or f"{type(error).__name__}: {error}"
        return RefusalError(what, _INSTEAD, self.place(node), error)

    def lookup(self, name):
        """A function that gives what a free name means when it is called.

        Raises KeyError if the name is bound nowhere.
        """
        cells = dict(
            zip(self.function.__code__.co_freevars, self.function.__closure__ or ())
        )
        if name in cells:
            return functools.partial(getattr, cells[name], "cell_contents")
        variables = self.function.__globals__
        if name in variables:
            return functools.partial(variables.__getitem__, name)
        value = vars(builtins)[name]
        return lambda: value


def plain_function(function):
    """The Python function behind a function, a bound method or a Numba dispatcher."""
    while True:
        if inspect.ismethod(function):
            function = function.__func__
        elif inspect.isfunction(function):
            # functools.wraps may have left py_func of what it wraps: not looked at
            return _own_face(function)
        elif hasattr(type(function), "__s2sad__"):
            return function  # a derivative is not what it is of
        elif is_compiled(function):
            function = _typed(function)
        elif isinstance(function, DUFunc):
            function = function._dispatcher  # pyright: ignore[reportAttributeAccessIssue]
        elif isinstance(function, _CACHED):
            function = function.__wrapped__
        else:
            return function


def is_compiled(function):
    """Whether Numba compiled this of a function of Python.

    Attributes say nothing: functools.update_wrapper copies them to other objects.
    """
    modules = (class_.__module__ for class_ in type(function).__mro__)
    return any(m.startswith("numba") for m in modules) and hasattr(function, "py_func")


def _own_face(function):
    """A wrapper without the face of what it wraps: what runs is the wrapper.

    functools.wraps gives it the signature and the attributes of another function.
    """
    if not vars(function).keys() & {"__wrapped__", "__signature__"}:
        return function
    if function not in _faces:
        _faces[function] = _face(function)
    return _faces[function]


def _typed(dispatcher):
    """The function that Numba compiles, with the types that variables are to have."""
    function = dispatcher.py_func
    types_of = getattr(dispatcher, "locals", None)
    if not types_of or not inspect.isfunction(function):
        return function
    if dispatcher not in _faces:
        _faces[dispatcher] = _face(function)
        _faces[dispatcher].compiled_types = dict(types_of)
    return _faces[dispatcher]


def _face(function):
    """The same function as another object, without attributes."""
    code, names = function.__code__, function.__globals__
    parts = function.__name__, function.__defaults__, function.__closure__
    face = types.FunctionType(code, names, *parts)
    for word in ("__kwdefaults__", *functools.WRAPPER_ASSIGNMENTS):
        setattr(face, word, getattr(function, word))
    return face


def read(function):
    """The Source of a function, lambda, method or Numba-compiled function."""
    function = plain_function(function)
    if not inspect.isfunction(function):
        raise SourceError(
            f"{function!r} is not a Python function, so it has no source to "
            "differentiate; wrap it in one, or give it a rule with @s2sad.rule"
        )
    code = function.__code__
    lines = _lines(function)
    if not lines:
        return _recovered(function)
    text = "".join(lines)
    tree = _parse(text, code.co_filename)
    if code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
        place = Place(code.co_filename, code.co_firstlineno, 0, "")
        raise RefusalError("async def is not supported", "def", place)
    found = _lambda(tree, code) if code.co_name == "<lambda>" else _def(tree, code)
    if found is None or not is_current(function, text):
        raise SourceError(
            f"the source of {function.__qualname__} in {code.co_filename} is not the "
            "text that was run: reload it"
        )
    return Source(found, code.co_filename, tuple(lines), function)


def _lines(function):
    file = function.__code__.co_filename
    linecache.checkcache(file)
    return linecache.getlines(file, function.__globals__)


def _recovered(function):
    """The Source of a function without text: straight lines tell what they were."""
    text, file = recovered(function), function.__code__.co_filename
    if text is None:
        raise SourceError(
            f"no source found for {function.__qualname__} (file {file!r}): define it "
            "in a file or a notebook cell, or register its text with linecache"
        )
    defs = [n for n in ast.walk(_parse(text, file)) if isinstance(n, ast.FunctionDef)]
    tree = _converted(defs[-1], function.__code__.co_qualname)
    return Source(tree, file, tuple(text.splitlines(keepends=True)), function)


@functools.lru_cache(maxsize=64)
def _parse(text, file):
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise SourceError(f"{file} can't be parsed: {error}") from None


# A file may be long, and what else is in it may nest deeper than gast can go.
@functools.lru_cache(maxsize=256)
def _converted(node, qualified) -> Any:
    """The tree of one function of a file, as gast has it."""
    return as_compiled(gast.ast_to_gast(node), qualified)


def _def(tree, code):
    """The def of a code object: by name and first line, its decorators included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == code.co_name:
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            if first == code.co_firstlineno:
                return _converted(node, code.co_qualname)
    return None


def _lambda(tree, code):
    """A lambda as a def: the one whose body spans the positions of the code."""
    spans = [p for p in code.co_positions() if None not in p and p[1] is not None]
    spans = [p for p in spans if p[0] < p[1] or p[2] < p[3]]
    candidates = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Lambda)
        and all(_inside(p, node.body) for p in spans)
        and [a.arg for a in _parameters(node)] == list(_argument_names(code))
    ]
    if not spans or not candidates:
        return None
    return _as_def(_converted(min(candidates, key=_extent), code.co_qualname))


def _parameters(node):
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def _argument_names(code):
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _inside(position, body):
    line, end_line, column, end_column = position
    start = (body.lineno, body.col_offset)
    end = (body.end_lineno, body.end_col_offset)
    # a parenthesised body begins before its first token: RESUME sits on the lambda
    return start <= (line, column) and (end_line, end_column) <= end


def _extent(node):
    return (node.end_lineno - node.lineno, node.end_col_offset - node.col_offset)


def _as_def(node):
    returned = gast.copy_location(gast.Return(node.body), node.body)
    define = gast.FunctionDef("function", node.args, [returned], [], None, None, [])
    return gast.copy_location(define, node)
