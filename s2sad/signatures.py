"""The kinds of arguments where there are none: from a type text or from annotations.

A type text holds what a call would, types in place of values: `f8[:], i8`, `(f8, f8)`
for a tuple, `n=i8` for a keyword. None, True, False and strings stand for themselves.
"""

import ast
import dataclasses
import inspect
import sys
import typing

import numba
import numpy as np

from s2sad.called.compiled import kind_of_numba
from s2sad.errors import S2SADError, UsageError
from s2sad.facts.kinds import BOOL, COMPLEX, FLOAT, FLOAT32, INT, Scalar, array_kind
from s2sad.facts.values import Expression, Record, Static
from s2sad.structures import described
from s2sad.syntax import build

_SCALARS = {
    **dict.fromkeys(("f8", "float64", "float", "double"), FLOAT),
    **dict.fromkeys(("f4", "float32", "single"), FLOAT32),
    **dict.fromkeys(("c16", "complex128", "complex"), COMPLEX),
    **dict.fromkeys(("b1", "bool", "bool_", "boolean"), BOOL),
    **dict.fromkeys((f"{sign}{size}" for sign in "iu" for size in "1248"), INT),
    **dict.fromkeys((f"int{size}" for size in ("", 8, 16, 32, 64, "p")), INT),
    **dict.fromkeys((f"uint{size}" for size in (8, 16, 32, 64, "p")), INT),
}
_TUPLES = ("tuple", "Tuple")
_SEVERAL = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
_KNOWN = "write f8, c16, i8 or b1 for a number, f8[:] or f8[:, :] for an array"


def values_of_text(text, signature, name):
    """{parameter: value} of a function called `name`, for a type text."""
    try:
        call = ast.parse(f"f({text})", mode="eval").body
    except SyntaxError:
        call = None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise UsageError(f"{text!r} is no list of types: {_KNOWN}, with commas between")
    keywords = {item.arg or "**": item.value for item in call.keywords}
    try:
        given = signature.bind(*call.args, **keywords)
    except TypeError as error:
        raise UsageError(f"the types {text!r} do not fit {name}: {error}") from None
    given = {key: _one(nodes) for key, nodes in given.arguments.items()}
    found = {key: _of_node(key, node, None) for key, node in given.items()}
    return _with_defaults(found, signature)


def values_of_annotations(function, signature, name):
    """{parameter: value} from the annotations of a Python function.

    A parameter without annotation is as its default is, and so are flags and strings,
    which are constants of a derivative.
    """
    annotations = inspect.get_annotations(function)
    single = {k: p for k, p in signature.parameters.items() if p.kind not in _SEVERAL}
    missing = [
        key
        for key, parameter in single.items()
        if key not in annotations and parameter.default is parameter.empty
    ]
    if missing and missing[0] == _own_parameter(function):
        owner, _, method = function.__qualname__.rpartition(".")
        raise UsageError(
            f"{method} is a method of {owner}: name that of an instance, or write a "
            "function that calls it"
        )
    if missing:
        raise UsageError(
            f"the types of {', '.join(missing)} are not known: annotate {name}, "
            "or give example arguments or types"
        )
    found = {
        key: _annotated(key, parameter, annotations[key], function.__globals__)
        for key, parameter in single.items()
        if key in annotations
    }
    return _with_defaults(found, signature)


def _own_parameter(function):
    """The parameter that a function of a class takes its instance by, or None."""
    owner = sys.modules.get(function.__module__)
    *words, name = function.__qualname__.split(".")
    for word in words:
        owner = getattr(owner, word, None)
    if not words or vars(owner or object).get(name) is not function:
        return None
    return next(iter(inspect.signature(function).parameters), None)


def _annotated(name, parameter, annotation, variables):
    """The value of a parameter from its annotation, or from its default."""
    has_default = parameter.default is not parameter.empty
    try:
        value = _of_annotation(name, annotation, variables)
    except UsageError:
        if not has_default:
            raise
        return described(name, parameter.default, [])
    is_flag = getattr(value, "kind", None) == BOOL
    return described(name, parameter.default, []) if is_flag and has_default else value


def compiled_kind(numba_type):
    """The kind of an argument of a call in compiled code."""
    kind = kind_of_numba(numba_type)
    if kind is None:
        raise S2SADError(f"a derivative is called in compiled code with a {numba_type}")
    return kind


def _one(nodes):
    """The node of an argument; one for all that *args or **kwargs take."""
    if isinstance(nodes, tuple):
        return ast.Tuple(list(nodes))
    if isinstance(nodes, dict):
        return ast.Dict(list(map(ast.Constant, nodes)), list(nodes.values()))
    return nodes


def _with_defaults(found, signature):
    """All parameters in order; those not given are as their defaults are."""
    return {
        key: found[key] if key in found else described(key, parameter.default, [])
        for key, parameter in signature.parameters.items()
        if key in found or parameter.default is not parameter.empty
    }


def _unknown(name, shown):
    return UsageError(
        f"{shown} of argument {name} is no type that s2sad takes: {_KNOWN}"
    )


# type texts


def _of_node(name, node, variables):
    """The value a part of a type text stands for.

    `variables` resolve the names of an annotation; a text given from outside has None.
    """
    if isinstance(node, ast.Constant):
        return _of_constant(name, node.value, variables)
    parts = _parts(node)
    if parts is not None:
        container, items = parts
        nodes = {
            key: _of_node(f"{name}_{key}", n, variables) for key, n in items.items()
        }
        return Record(nodes, container)
    kind = _scalar(node) or _array(name, node)
    if kind is not None:
        return Expression(build.name(name), kind)
    if variables is None:
        raise _unknown(name, repr(ast.unparse(node)))
    return _of_annotation(name, _evaluated(name, node, variables), variables)


def _of_constant(name, value, variables):
    if isinstance(value, str) and variables is not None:
        return _of_annotation(name, value, variables)
    if value is None or isinstance(value, (bool, str)):
        return Static(value)
    raise _unknown(name, repr(value))


def _parts(node):
    """(container, {key: node}) of a tuple, list or dict of types; else None."""
    if isinstance(node, ast.Subscript) and _last_word(node.value) in _TUPLES:
        node = node.slice
        node = node if isinstance(node, ast.Tuple) else ast.Tuple([node])
    if isinstance(node, (ast.Tuple, ast.List)):
        container = tuple if isinstance(node, ast.Tuple) else list
        return container, dict(enumerate(node.elts))
    if isinstance(node, ast.Dict):
        keys = [getattr(key, "value", None) for key in node.keys]
        if all(isinstance(key, str) for key in keys):
            return dict, dict(zip(keys, node.values, strict=True))
    return None


def _last_word(node):
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def _scalar(node):
    return _SCALARS.get(_last_word(node) or "")


def _array(name, node):
    """The Array of `f8[:, :]`; None for all that is no such thing."""
    kind = _scalar(node.value) if isinstance(node, ast.Subscript) else None
    if kind is None:
        return None
    axes = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if not all(isinstance(axis, ast.Slice) for axis in axes):
        raise _unknown(name, repr(ast.unparse(node)))
    return array_kind(kind.dtype, len(axes))


def _evaluated(name, node, variables):
    try:
        return eval(ast.unparse(node), dict(variables))
    except (NameError, AttributeError, TypeError) as error:
        raise UsageError(f"the annotation of argument {name}: {error}") from None


# annotations


def _of_annotation(name, annotation, variables):
    """The value that an annotation stands for."""
    annotation = getattr(annotation, "__forward_arg__", annotation)
    if isinstance(annotation, str):
        try:
            node = ast.parse(annotation, mode="eval").body
        except SyntaxError:
            raise _unknown(name, repr(annotation)) from None
        return _of_node(name, node, variables)
    if annotation is None:
        return Static(None)
    container, fields = _fields(annotation)
    if container is not None:
        if container is not tuple:
            variables = vars(sys.modules[container.__module__])
        items = {
            key: _of_annotation(f"{name}_{key}", item, variables)
            for key, item in fields.items()
        }
        return Record(items, container)
    if (typing.get_origin(annotation) or annotation) is np.ndarray:
        raise _without_rank(name, annotation)
    kind = _kind(annotation)
    if kind is None:
        raise _unknown(name, f"the annotation {inspect.formatannotation(annotation)}")
    return Expression(build.name(name), kind)


def _without_rank(name, annotation):
    """What to write where an annotation is of an array, of any number of axes."""
    kind = _kind(_dtype(annotation))
    codes = {FLOAT32: "f4", COMPLEX: "c16", INT: "i8", BOOL: "b1"}
    code = codes.get(kind, "f8") if isinstance(kind, Scalar) else "f8"
    return UsageError(
        f"the annotation of argument {name} is of an array and does not say how many "
        f'axes it has: annotate it with "{code}[:]" or "{code}[:, :]", or give types'
    )


def _dtype(annotation):
    """The type of the elements in the annotation of an array, or None."""
    for argument in typing.get_args(annotation)[1:]:
        return next(iter(typing.get_args(argument)), None)


def _fields(annotation):
    """(container, {key: annotation}) of a tuple, NamedTuple or dataclass."""
    if typing.get_origin(annotation) is tuple:
        return tuple, dict(enumerate(typing.get_args(annotation)))
    if not isinstance(annotation, type):
        return None, {}
    if dataclasses.is_dataclass(annotation):
        fields = dataclasses.fields(annotation)
        return annotation, {field.name: field.type for field in fields}
    if hasattr(annotation, "_fields"):
        return annotation, inspect.get_annotations(annotation)
    return None, {}


def _kind(annotation):
    """The kind of numbers of a Python, NumPy or Numba type, or None."""
    if isinstance(annotation, numba.types.Type):
        return kind_of_numba(annotation)
    if isinstance(annotation, type):
        numbers = (float, int, bool, complex)
        if annotation in numbers or issubclass(annotation, np.generic):
            return _SCALARS.get(annotation.__name__)
    return None
