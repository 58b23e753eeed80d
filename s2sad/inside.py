"""grad, jvp, vjp and hvp inside a function that is itself differentiated.

They are made while that function is specialised, and are then calls like any other.
"""

from s2sad.derivative import Derivative
from s2sad.facts.values import Bound, Closure, Expression, Record, Static, tuple_record
from s2sad.specialise.known import comparable
from s2sad.writers.request import Request


def made_inside(transform, frame, arguments, keywords, node):
    """`s2sad.grad(f)` inside a function: made while the function is specialised."""
    function, *others = arguments
    others = [_known(value, frame, node) for value in others]
    named = {key: _known(value, frame, node) for key, value in keywords.items()}
    if isinstance(function, Closure):
        return Static(transform(function, *others, **named, jit=False))
    if not isinstance(function, Static):
        raise frame.refuse(node, "the derivative of something that is no function")
    return Static(transform(function.value, *others, **named))


def _known(value, frame, node):
    known = comparable(value)
    if known is None:
        raise frame.refuse(node, "an option that is not known while specialising")
    return known.value


def jvp_inside(frame, arguments, keywords, node):
    function, primals, tangents = arguments[:3]
    made = _inner(function, "jvp", frame, node)
    leaves = [
        dot
        for primal, dot in zip(primals.items.values(), tangents.items.values())
        for dot in _float_nodes(primal, dot, frame, node)
    ]
    return made.inside(frame, list(primals.items.values()), {}, node, leaves)


def _float_nodes(primal, dot, frame, node):
    if isinstance(primal, Record):
        inner = (
            dot.items.values() if isinstance(dot, Record) else [dot] * len(primal.items)
        )
        return [
            leaf
            for part, other in zip(primal.items.values(), inner)
            for leaf in _float_nodes(part, other, frame, node)
        ]
    is_number = isinstance(getattr(primal, "value", None), (bool, int, float))
    if not isinstance(primal, Expression) and not is_number:
        return []  # a constant: a function, a flag, None
    primal = frame.expressions.as_expression(primal, node)
    return (
        [frame.expressions.as_expression(dot, node).node]
        if primal.kind.is_float
        else []
    )


def _inner(function, mode, frame, node, has_aux=False):
    if isinstance(function, Closure):
        return Derivative(function, Request(mode, 0, has_aux), jit=False)
    if not isinstance(function, Static):
        raise frame.refuse(node, "the derivative of something that is no function")
    return Derivative(function.value, Request(mode, 0, has_aux))


def vjp_inside(frame, arguments, keywords, node):
    function, *primals = arguments
    made = _inner(function, "vjp", frame, node)
    value = frame.applications.apply(function, primals, {}, node)

    def finish(frame, seeds, keywords, node):
        (seed,) = seeds
        nodes = _float_nodes(value, seed, frame, node)
        return made.inside(frame, primals, {}, node, nodes)

    return tuple_record([value, Bound(finish)])


def hvp_inside(grad, frame, arguments, keywords, node):
    function, primals, tangents = arguments[:3]
    gradient = made_inside(grad, frame, [function], {}, node)
    result = jvp_inside(frame, [gradient, primals, tangents], {}, node)
    return result.items[1]
