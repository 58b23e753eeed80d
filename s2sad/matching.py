"""Which argument is which where a derivative is called inside a function."""

from inspect import Parameter, Signature

import gast

from s2sad.facts.values import Closure, Static


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
    for name, parameter in parameters.items():
        if name not in found:
            found[name] = _default(made.function, parameter, frame, node)
    return {name: frame.calls.passed(found[name]) for name in parameters}


_INSTEAD = "a call with the arguments that it takes"


def _of_closure(closure, frame, arguments, keywords, node):
    define = as_def(closure.node)
    for argument in define.args.args[: len(arguments)]:
        if argument.id in keywords:
            what = f"{define.name} is given its argument {argument.id} twice"
            raise frame.refuse(node, what, _INSTEAD)
    return frame.calls.matched(define, closure.source, arguments, keywords, node)


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
        (Parameter.KEYWORD_ONLY, given.kwonlyargs),
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
