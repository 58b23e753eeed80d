"""Which argument is which where a derivative is called inside a function."""

import functools
import inspect
import types
from inspect import Parameter, Signature

import gast

from s2sad.called.compiled import is_ufunc
from s2sad.custom.around import in_python
from s2sad.errors import UsageError, no_source
from s2sad.facts.values import Closure, Expression, Record, Static, tuple_record
from s2sad.syntax.marks import mark_of
from s2sad.syntax.source import is_compiled, plain_function


def matched(made, frame, arguments, keywords, node):
    """{parameter: value} of a call of the Derivative `made`, defaults filled in."""
    if made.takes_more:
        what = f"{made.name}, which takes seeds and shadows, is called in a function"
        raise frame.refuse(node, what, "the derivative of a function that calls it")
    if made.base is not None:
        return matched(made.base, frame, arguments, keywords, node)
    if isinstance(made.function, Closure):
        return _of_closure(made.function, frame, arguments, keywords, node)
    parameters = made.signature.parameters
    try:
        found = made.signature.bind(*arguments, **keywords).arguments
    except TypeError as error:
        raise frame.refuse(node, f"{made.name}: {error}", _INSTEAD) from None
    several = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    for name, parameter in parameters.items():
        if name not in found and parameter.kind not in several:
            found[name] = _default(made.function, parameter, frame, node)
    found = {name: found[name] for name in parameters if name in found}
    given = spread(made.signature, found)
    return {name: frame.closures.passed(value) for name, value in given.items()}


_INSTEAD = "a call with the arguments that it takes"


def _of_closure(closure, frame, arguments, keywords, node):
    define = as_def(closure.node)
    for argument in define.args.args[: len(arguments)]:
        if argument.id in keywords:
            what = f"{define.name} is given its argument {argument.id} twice"
            raise frame.refuse(node, what, _INSTEAD)
    found = frame.calls.matched(define, closure.source, arguments, keywords, node)
    return spread(signature_of(closure), found)


def _default(function, parameter, frame, node):
    """The value of a default, which is read when the derivative is called."""
    value = parameter.default
    key = ("default", id(function), parameter.name)
    static = Static(value, key, lambda: value, parameter.name)
    return frame.surroundings.found(static, node)


def signature_of(closure):
    """The signature of a def or lambda that stands inside a function."""
    given = as_def(closure.node).args
    places = [*given.posonlyargs, *given.args]
    optional = {a.id for a in places[len(places) - len(given.defaults) :]}
    optional |= {a.id for a, d in zip(given.kwonlyargs, given.kw_defaults) if d}
    kinds = (
        (Parameter.POSITIONAL_OR_KEYWORD, places),
        (Parameter.VAR_POSITIONAL, [given.vararg] if given.vararg else []),
        (Parameter.KEYWORD_ONLY, given.kwonlyargs),
        (Parameter.VAR_KEYWORD, [given.kwarg] if given.kwarg else []),
    )
    return Signature(
        [
            Parameter(a.id, kind, default=None if a.id in optional else Parameter.empty)
            for kind, arguments in kinds
            for a in arguments
        ]
    )


def as_def(node):
    """A lambda as the def that it stands for."""
    if isinstance(node, gast.FunctionDef):
        return node
    returned = gast.copy_location(gast.Return(node.body), node.body)
    define = gast.FunctionDef("function", node.args, [returned], [], None, None, [])
    return gast.copy_location(define, node)


# --- methods, objects that are called, partials, *args and **kwargs -------------------


def with_owner(function):
    """An object that can be called, as the method that a call of it runs.

    A function of NumPy, SciPy or math is a Python function that calls it.
    """
    if isinstance(function, functools.partial):
        inner = with_owner(function.func)
        return functools.partial(inner, *function.args, **function.keywords)
    function = in_python(function)
    if isinstance(function, _FUNCTIONS) or mark_of(function) is not None:
        return function
    if isinstance(function, type) or is_compiled(function):
        return function
    if is_ufunc(function):
        return function
    called = inspect.getattr_static(type(function), "__call__", None)
    is_method = isinstance(called, types.FunctionType)
    return types.MethodType(called, function) if is_method else function


_FUNCTIONS = (types.FunctionType, types.MethodType, Closure)


def itself(function):
    """A function without the face that functools.wraps or Numba gave it."""
    if isinstance(function, functools.partial):
        inner = itself(function.func)
        return functools.partial(inner, *function.args, **function.keywords)
    if isinstance(function, types.MethodType):
        return types.MethodType(plain_function(function), function.__self__)
    return plain_function(function)


def check_source(function):
    """Only a Python function, or what stands for a derivative, can be read."""
    plain = itself(with_owner(function))
    while isinstance(plain, functools.partial):
        plain = plain.func
    plain = plain_function(plain)
    if not isinstance(plain, types.FunctionType) and mark_of(plain) is None:
        raise no_source(plain)


def with_held(function):
    """(a Python function, {parameter: value} of what methods and partials hold)."""
    if isinstance(function, functools.partial):
        inner, held = with_held(function.func)
        parameters = inspect.signature(inner).parameters.values()
        free = [p.name for p in parameters if p.kind in _PLACES and p.name not in held]
        if len(free) < len(function.args):
            raise UsageError("a partial that fills *args is not supported")
        own = dict(zip(free, enumerate(function.args)))
        own |= {name: (name, v) for name, v in function.keywords.items()}
        for name, (place, value) in own.items():
            held[name] = _held(function, name, place, value)
        return inner, held
    if isinstance(function, types.MethodType):
        inner = plain_function(function)
        own = next(iter(inspect.signature(inner).parameters))
        return inner, {own: Static(function.__self__, hint=own)}
    return plain_function(function), {}


_PLACES = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def _held(holder, name, place, value):
    key = ("partial", id(holder), place)
    return Static(value, key, lambda: value, name)


def spread(signature, arguments):
    """{name: argument}, those of *args and **kwargs one by one."""
    found = {}
    for name, value in arguments.items():
        kind = signature.parameters[name].kind
        if kind is Parameter.VAR_POSITIONAL:
            found |= {f"{name}_{n}": item for n, item in enumerate(_items(value))}
        elif kind is Parameter.VAR_KEYWORD:
            found |= value.items if isinstance(value, Record) else value
        else:
            found[name] = value
    return found


def _items(value):
    return value.items.values() if isinstance(value, Record) else value


def gathered(signature, values):
    """{parameter: value}: a tuple for *args and a dict for **kwargs."""
    parameters = signature.parameters
    others = {name: v for name, v in values.items() if name not in parameters}
    found = {}
    for name, parameter in parameters.items():
        if parameter.kind is Parameter.VAR_POSITIONAL:
            own = [key for key in others if _is_place(key, name)]
            found[name] = tuple_record([others.pop(key) for key in own])
        elif parameter.kind is Parameter.VAR_KEYWORD:
            found[name] = Record(others, dict)
        elif name in values:
            found[name] = values[name]
    return found


def _is_place(key, name):
    return key.startswith(f"{name}_") and key[len(name) + 1 :].isdecimal()


def spread_structure(structure, values, gathered_):
    """The structure of arguments, those of *args and **kwargs one by one.

    What a method or a partial holds is no argument.
    """
    found = []
    for name, leaves, value in structure:
        if name in values:
            found.append((name, leaves, value))
        elif name in gathered_:
            leaves = iter(leaves)
            keys = value.items.items()
            for key, item in keys:
                own = f"{name}_{key}" if value.container is tuple else key
                count = len(_expressions(item))
                found.append((own, [next(leaves) for _ in range(count)], item))
    return found


def _expressions(value):
    if isinstance(value, Record):
        return [leaf for leaf in value.leaves() if isinstance(leaf, Expression)]
    return [value] if isinstance(value, Expression) else []
