"""grad, jvp, vjp and hvp inside a function that is itself differentiated.

They are made while that function is specialised, and are then calls like any other.
"""

import contextlib
import dataclasses
import inspect

from s2sad.derivative import Derivative
from s2sad.errors import SourceError
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.numbers import zero
from s2sad.facts.plain import is_differentiable
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Record,
    Static,
    static_node,
    tuple_record,
)
from s2sad.known.comparable import comparable, shown
from s2sad.matching import matched
from s2sad.syntax import build
from s2sad.writers.request import Request

_INSTEAD = "a call that has a meaning"


@contextlib.contextmanager
def located(frame, node):
    """What is wrong with a call is told as a refusal of the call."""
    try:
        yield
    except (TypeError, SourceError) as error:
        raise frame.refuse(node, str(error), _INSTEAD) from None


def made_inside(transform, frame, arguments, keywords, node):
    """`s2sad.grad(f)` inside a function: made while the function is specialised."""
    if not arguments:
        what = f"{transform.__name__} is called without a function"
        raise frame.refuse(node, what, "the function as its first argument")
    function, *others = arguments
    others = [_known(value, frame, node) for value in others]
    named = {key: _known(value, frame, node) for key, value in keywords.items()}
    with located(frame, node):
        if isinstance(function, Closure):
            return Static(transform(function, *others, **named | {"jit": False}))
        return Static(transform(_function(function, frame, node), *others, **named))


def _function(value, frame, node):
    if isinstance(value, Closure):
        return value
    if not isinstance(value, Static):
        what = f"the derivative of {shown(value)}, which is no function"
        raise frame.refuse(node, what, "a function")
    return value.value


def _known(value, frame, node):
    known = comparable(value)
    if known is None:
        raise frame.refuse(node, "an option that is not known while specialising")
    return known.value


def _given(function, frame, arguments, keywords, node):
    """{parameter: value} of a call of jvp, vjp or hvp, as far as given."""
    with located(frame, node):
        try:
            found = inspect.signature(function).bind(*arguments, **keywords)
        except TypeError as error:
            raise TypeError(f"{function.__name__}: {error}") from None
    return found.arguments


def _derivative(function, request, frame, node):
    function = _function(function, frame, node)
    with located(frame, node):
        return Derivative(function, request, jit=False)


# products with vectors


def jvp_inside(jvp, frame, arguments, keywords, node):
    given = _given(jvp, frame, arguments, keywords, node)
    return _along(given, "jvp", frame, node)


def hvp_inside(hvp, frame, arguments, keywords, node):
    given = _given(hvp, frame, arguments, keywords, node)
    request = Request("grad", 0)
    gradient = _derivative(given["function"], request, frame, node)
    return _along(given | {"function": Static(gradient)}, "hvp", frame, node).items[1]


def _along(given, wanted, frame, node):
    """What jvp gives at the primals along the tangents."""
    made = _derivative(given["function"], Request("jvp"), frame, node)
    primals, tangents = (
        _parts(given[word], f"{wanted} needs {word} as a tuple", frame, node)
        for word in ("primals", "tangents")
    )
    if len(primals) != len(tangents):
        what = f"{wanted} of {len(primals)} primals along {len(tangents)} tangents"
        raise frame.refuse(node, what, "a tangent for each primal")
    values = matched(made, frame, primals, {}, node)
    tangents += [Static(None)] * (len(values) - len(tangents))
    seeds, moving = {}, []
    for (name, value), item in zip(values.items(), tangents):
        found = seed_nodes(value, item, f"the tangent of {name}", frame, node)
        seeds[name] = [dot for dot in found if dot is not None]
        is_still = isinstance(item, Static) and item.value is None
        if seeds[name] and not is_still:
            moving.append(name)
    if moving and any(dots for name, dots in seeds.items() if name not in moving):
        request = Request("jvp", tuple(moving))
        made = _derivative(given["function"], request, frame, node)
        values = matched(made, frame, primals, {}, node)
        seeds = {name: seeds[name] for name in moving}
    nodes = [dot for dots in seeds.values() for dot in dots]
    return made.applied(frame, values, node, lambda written: nodes, is_own=True)


def _parts(value, what, frame, node):
    if not isinstance(value, Record) or not issubclass(value.container, (tuple, list)):
        raise frame.refuse(node, f"{what}, not {shown(value)}", "(x,)")
    return list(value.items.values())


def vjp_inside(vjp, frame, arguments, keywords, node):
    given = _given(vjp, frame, arguments, keywords, node)
    has_aux = _known(given.get("has_aux", Static(False)), frame, node)
    function = _kept(_function_value(given["function"], frame), frame)
    primals = [_kept(value, frame) for value in given.get("primals", ())]
    made = _derivative(function, Request("vjp", has_aux=has_aux), frame, node)
    values = matched(made, frame, primals, {}, node)
    value, aux = frame.applications.apply(function, primals, {}, node), []
    if has_aux:
        if not isinstance(value, Record) or len(value.items) != 2:
            what = f"has_aux needs {made.base_name} to return a pair (value, aux)"
            raise frame.refuse(node, what, "return value, aux")
        value, *aux = value.items.values()

    def pullback(other, seeds, keywords, node):
        if other is not frame:
            what = "a pullback is called in another function than its vjp"
            raise other.refuse(node, what, "both in one function")
        if keywords or len(seeds) != 1:
            count = ", ".join(keywords) or len(seeds)
            what = f"the pullback of {made.base_name} takes one seed, not {count}"
            raise frame.refuse(node, what, "one structure as the function returns it")
        nodes = seed_nodes(value, seeds[0], "the seed", frame, node)
        return made.applied(
            frame,
            values,
            node,
            lambda written: [n for n, flag in zip(nodes, written.seeds) if flag],
        )

    return tuple_record([value, Bound(pullback), *aux])


def _function_value(function, frame):
    return (
        frame.closures.passed(function) if isinstance(function, Closure) else function
    )


def _kept(value, frame):
    """A value under names of its own, as it is now."""
    if isinstance(value, Record):
        return value.map(lambda leaf: _kept(leaf, frame))
    if isinstance(value, Closure):
        captured = {k: _kept(v, frame) for k, v in (value.captured or {}).items()}
        return dataclasses.replace(value, captured=captured)
    if not isinstance(value, Expression) or not isinstance(value.kind, (Scalar, Array)):
        return value
    node = value.node
    if build.number_of(node) is not None:
        return value
    if value.kind.rank:
        node = build.call(build.attribute(node, "copy"))
    return frame.stored(Expression(node, value.kind), "primal")


# seeds and tangents


def seed_nodes(value, given, words, frame, node):
    """A seed for each number and array of a value, None for one that is no float."""
    if isinstance(value, Record):
        inner = _matching(value, given, words, frame, node)
        return [
            leaf
            for key, part in value.items.items()
            for leaf in seed_nodes(part, inner[key], f"{words}[{key!r}]", frame, node)
        ]
    if isinstance(value, Static):
        if static_node(value.value) is None or isinstance(value.value, (bool, str)):
            return []  # a constant: a function, a flag
        if value.value is None:
            return []
        value = frame.expressions.as_expression(value, node)
    if not isinstance(value, Expression):
        return []
    if is_differentiable(value.kind):
        if isinstance(given, Static) and given.value is None:
            return [_zeros(value)]
        return [fitted_node(value.kind, given, words, frame, node)]
    known = comparable(given)
    if known is None or known.value:
        what = f"{words} must be zeros or None: it is of {value.kind}"
        raise frame.refuse(node, what, "None")
    return [None]


def _matching(value, given, words, frame, node):
    """{key: part} of what is given for a structure, which must be one like it."""
    if isinstance(given, Static) and given.value is None:
        return dict.fromkeys(value.items, given)
    if isinstance(given, Record) and given.container is value.container:
        if given.items.keys() == value.items.keys():
            return given.items
    what = f"{words} is {shown(given)} without the structure of {shown(value)}"
    raise frame.refuse(node, what, "a structure with the same parts")


def _zeros(value):
    if value.kind.rank:
        return build.call("np.zeros_like", value.node)
    return zero(value.kind)


def fitted_node(kind, given, words, frame, node):
    """A tangent or seed of a kind: a float, or an array of as many axes."""
    found = frame.expressions.as_expression(given, node)
    if getattr(found.kind, "rank", None) != kind.rank:
        what = f"{words} is {shown(found)}, but its primal is a {kind}"
        raise frame.refuse(node, what, f"a {kind}")
    if found.kind.is_complex and not kind.is_complex:
        what = f"{words} is complex, but its primal is {kind}"
        raise frame.refuse(node, what, "its real part")
    if kind.is_complex and not found.kind.is_complex:
        return build.binary(found.node, "+", build.constant(0j))
    if found.kind.is_float:
        return found.node
    number = build.number_of(found.node)
    if number is not None:
        return build.constant(float(number))
    return build.binary(build.constant(1.0), "*", found.node)
