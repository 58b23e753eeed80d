"""jvp, vjp and hvp: values and products with vectors, at once."""

import dataclasses
import functools

from s2sad.derivative import Derivative
from s2sad.errors import UsageError
from s2sad.inside import hvp_inside, jvp_inside, vjp_inside
from s2sad.seeds import has_floats, seed_leaves, tangent_leaves
from s2sad.straight import types_of
from s2sad.structures import copied, packed, unlisted
from s2sad.syntax.marks import mark
from s2sad.writers.request import Request

_JVP, _GRADIENT = Request("jvp"), Request("grad", 0)
_DIRECTIONAL = Request("directional")


@functools.lru_cache(maxsize=512)
def _shared(function, request, jit):
    return Derivative(function, request, jit)


def _cached(function, request, wanted, jit):
    """The Derivative that serves all calls with the same function."""
    if not callable(function):
        raise UsageError(f"{wanted} needs a function, not {function!r}")
    try:
        hash(function)
    except TypeError:
        return Derivative(function, request, jit)
    return _shared(function, request, jit)


def jvp(function, primals, tangents, jit=True):
    """The value of a function and its derivative in a direction.

    Args:
        function: the function.
        primals: a tuple of its arguments.
        tangents: a tuple of the same structure and shapes; None for an argument that
            stays as it is, for integers zeros or None.

    Returns:
        (value, tangent of the value).

    >>> import s2sad
    >>> s2sad.jvp(lambda x: x**3, (2.0,), (1.0,))
    (8.0, 12.0)
    """
    return _along(function, _JVP, "jvp", primals, tangents, jit)


def _along(function, request, wanted, primals, tangents, jit):
    """What a request of a function gives along tangents; `wanted` was asked for."""
    primals = _tuple(primals, "primals", wanted)
    tangents = _tuple(tangents, "tangents", wanted)
    if len(primals) != len(tangents):
        raise UsageError(
            f"{wanted} needs a tangent for each primal: {len(primals)} primals, "
            f"{len(tangents)} tangents"
        )
    made = _cached(function, request, wanted, jit)
    types, straight = types_of(primals, tangents), made.straight
    found = straight.find(types)
    if found is not None:
        return found.call(primals, [copied(dot) for dot in tangents if dot is not None])
    arguments = made.bound(primals, {})
    given = dict.fromkeys(arguments) | dict(zip(arguments, tangents))
    floats = [name for name, value in arguments.items() if has_floats(value)]
    moving = tuple(name for name in floats if given[name] is not None)
    if moving and len(moving) < len(floats):
        request = dataclasses.replace(request, argnums=moving)
        made = _cached(function, request, wanted, jit)
    else:
        moving = tuple(floats)
    found, leaves = made.specialise(arguments)
    seeds = [
        dot
        for name, tangent in given.items()
        if name in moving or name not in floats
        for dot in tangent_leaves(arguments[name], tangent, f"the tangent of {name}")
    ]
    if not made.takes_more:
        straight.keep(types, found, primals, leaves)
    return found.call(leaves, seeds)


def _tuple(value, name, wanted):
    if not isinstance(value, (tuple, list)):
        kind = type(value).__name__
        raise UsageError(f"{wanted} needs {name} as a tuple, not {kind}")
    return tuple(value)


def vjp(function, *primals, has_aux=False, jit=True):
    """The value of a function and a pullback of adjoints, callable many times.

    Args:
        function: the function.
        primals: its arguments.
        has_aux: whether it returns (value, auxiliary results).

    Returns:
        (value, pullback), with has_aux (value, pullback, auxiliary results).
        pullback(adjoint of the value) gives the tuple of the adjoints of the arguments
        that are or hold floats, in their order.

    >>> import s2sad
    >>> value, pullback = s2sad.vjp(lambda x: x**3, 2.0)
    >>> value, pullback(1.0)
    (8.0, (12.0,))
    """
    made = _cached(function, Request("vjp", has_aux=has_aux), "vjp", jit)
    found, leaves = made.served(primals, {})
    # as they are now, whatever becomes of them before the pullback is called
    leaves, hidden = copied((leaves, [item.getter() for item in found.hidden]))
    value, template = _valued(function, primals, jit)
    value, *aux = value if has_aux else (value,)
    template = next(iter(template.items.values())) if has_aux else template

    def pullback(*seeds, **named):
        """The adjoints of the arguments for the adjoint of the value."""
        if named or len(seeds) != 1:
            given = ", ".join(named) or len(seeds)
            raise UsageError(
                f"the pullback of {made.base_name} takes one seed, not {given}"
            )
        result, seed = (unlisted(template, item) for item in (value, seeds[0]))
        flagged = _flagged(seed_leaves(result, seed, "the seed"), found.written.seeds)
        result = found.compiled(*copied(leaves), *hidden, *flagged)
        return packed(found.written.result, result)

    return (value, pullback, *aux)


def _flagged(seeds, flags):
    """The seeds of floats; of an integer that is a float on another path it is 0."""
    flagged = [seed for seed, flag in zip(seeds, flags) if flag]
    return [0.0 if seed is None else seed for seed in flagged]


def _valued(function, primals, jit):
    """The value of a function, no view of its arguments, and how it is made."""
    made = _cached(function, Request("value"), "vjp", jit)
    found, leaves = made.served(primals, {})
    return copied(found.call(leaves)), found.written.result


def hvp(function, primals, tangents, jit=True):
    """The product of the Hessian of a function with a vector: forward over reverse.

    >>> import numpy as np, s2sad
    >>> x, v = np.array([1.0, 2.0]), np.array([1.0, 0.0])
    >>> s2sad.hvp(lambda x: x[0] ** 2 * x[1], (x,), (v,))
    array([4., 2.])
    """
    gradient = _cached(function, _GRADIENT, "hvp", jit)
    return _along(gradient, _DIRECTIONAL, "hvp", primals, tangents, jit)


mark(jvp, functools.partial(jvp_inside, jvp))
mark(vjp, functools.partial(vjp_inside, vjp))
mark(hvp, functools.partial(hvp_inside, hvp))
