"""The public derivatives, with JAX's names: composition only."""

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from s2sad.derivative import Derivative, derivative, derivative_of
from s2sad.errors import UsageError
from s2sad.inside import hvp_inside, jvp_inside, made_inside, vjp_inside
from s2sad.seeds import check_shadow, tangent_leaves
from s2sad.structures import packed
from s2sad.writers.request import Request


def _transform(mode, **fixed):
    """A function that makes derivatives of one mode, as a call and as a decorator."""

    def make(function, argnums, has_aux, jit, options):
        request = Request(fixed.get("mode", mode), argnums, has_aux)
        return derivative(function, request, jit, options)

    return make


def _decorating(make) -> Callable[..., Any]:
    """`transform(f, ...)`, `@transform` and `@transform(argnums=1)`."""

    @functools.wraps(make)
    def transform(function=None, /, argnums=0, **settings):
        if function is None:
            return lambda f: transform(f, argnums=argnums, **settings)
        return make(function, argnums, **settings)

    marked: Any = transform
    marked.__s2sad__ = functools.partial(made_inside, transform)
    return marked


@_decorating
def grad(function, argnums, has_aux=False, jit=True, **options):
    """The gradient of a function that returns one number.

    Args:
        function: a function of floats, arrays and structures of them.
        argnums: the number or name of the argument to differentiate by, or a tuple.
        has_aux: whether the function returns (value, auxiliary results).
        jit: compile with Numba on the first call, or run as plain Python.
        options: handed to numba.njit (fastmath, error_model, parallel).

    Returns:
        A function of the same arguments that returns the gradient, with the structure
        of the argument (a tuple of gradients for a tuple of argnums); with has_aux,
        (gradient, auxiliary results).

    Raises:
        UsageError: the call makes no sense: argnums out of range, integers, an array
            as result.
        RefusalError: the function holds a construct that is not supported.

    >>> import s2sad
    >>> s2sad.grad(lambda x: x**3)(2.0)
    12.0
    """
    return derivative(function, Request("grad", argnums, has_aux), jit, options)


@_decorating
def value_and_grad(function, argnums, has_aux=False, jit=True, **options):
    """The value of a function and its gradient, in one call; as `grad` otherwise.

    >>> import s2sad
    >>> s2sad.value_and_grad(lambda x: x**3)(2.0)
    (8.0, 12.0)
    """
    return derivative(
        function, Request("value_and_grad", argnums, has_aux), jit, options
    )


@_decorating
def jacfwd(function, argnums, jit=True, **options):
    """The Jacobian of a function in forward mode: one sweep for each input.

    For a result of shape (m,) and an argument of shape (n,) its shape is (m, n).

    >>> import numpy as np, s2sad
    >>> s2sad.jacfwd(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(function, Request("jacfwd", argnums), jit, options)


@_decorating
def jacrev(function, argnums, jit=True, **options):
    """The Jacobian of a function in reverse mode: one sweep back for each output.

    >>> import numpy as np, s2sad
    >>> s2sad.jacrev(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(function, Request("jacrev", argnums), jit, options)


@_decorating
def jacobian(function, argnums, jit=True, **options):
    """The Jacobian of a function, forward or reverse by how many inputs and outputs.

    >>> import numpy as np, s2sad
    >>> s2sad.jacobian(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(function, Request("jacobian", argnums), jit, options)


@_decorating
def hessian(function, argnums, jit=True, **options):
    """The Hessian of a function that returns one number: forward over reverse.

    >>> import numpy as np, s2sad
    >>> s2sad.hessian(lambda x: x[0] ** 2 * x[1])(np.array([1.0, 2.0]))
    array([[4., 2.],
           [2., 0.]])
    """
    if not callable(function):
        raise UsageError(f"hessian needs a function, not {function!r}")
    inner = derivative(function, Request("grad", argnums), jit, options)
    base = derivative_of(inner).base_name
    request = Request("jacfwd", argnums, name=f"{base}_hessian")
    return derivative(inner, request, jit, options)


def nth_derivative(function, n, argnums=0, jit=True, **options):
    """The n-th derivative of a function of one number.

    >>> import s2sad
    >>> s2sad.nth_derivative(lambda x: x**4, 3)(2.0)
    48.0
    """
    if not isinstance(n, int) or n < 0:
        raise UsageError(f"nth_derivative needs an order of 0 or more, not {n!r}")
    for _ in range(n):
        function = grad(function, argnums=argnums, jit=jit, **options)
    return function


@_decorating
def tangent(function, argnums, jit=True, **options):
    """The low-level tangent: arguments, then tangents of all that are floats.

    Returns the results, then their tangents. A function that writes into an argument
    writes into its tangent as well.

    >>> import s2sad
    >>> s2sad.tangent(lambda x: x * x)(3.0, 1.0)
    (9.0, 6.0)
    """
    return _LowLevel(function, Request("tangent", argnums), jit, options)


@_decorating
def adjoint(function, argnums, jit=True, **options):
    """The low-level adjoint: arguments, adjoints of the results, shadows of the arrays.

    Returns the adjoints of the float arguments that are numbers, and adds to the
    shadows of those that are arrays; of an array that the function writes, the shadow
    holds the adjoint of what was written before, and of what was there at first
    afterwards.

    >>> import numpy as np, s2sad
    >>> x, x_bar = np.array([1.0, 2.0]), np.zeros(2)
    >>> s2sad.adjoint(lambda x: x[0] * x[1])(x, 1.0, x_bar)
    >>> x_bar
    array([2., 1.])
    """
    return _LowLevel(function, Request("adjoint", argnums), jit, options)


class _LowLevel(Derivative):
    """A tangent or adjoint that is called with its seeds and shadows."""

    def __call__(self, *args):
        count = len(self.signature.parameters)
        found, leaves = self.specialise(self.bound(args[:count], {}))
        hidden = [item.getter() for item in found.hidden]
        wanted = len(found.written.parameters) - len(hidden) - len(leaves)
        if len(args) - count != wanted:
            raise UsageError(
                f"{found.written.name} takes {', '.join(found.written.parameters)}: "
                f"{len(args) - count} seeds and shadows were given"
            )
        primals = dict(zip(found.written.parameters, leaves))
        shadows = found.written.shadows
        last = len(shadows)
        for name, given in zip(shadows, args[len(args) - len(shadows) :]):
            word = found.written.parameters[len(found.written.parameters) - last]
            check_shadow(word, name, primals[name], given)
            last -= 1
        return packed(
            found.written.result, found.compiled(*leaves, *hidden, *args[count:])
        )


# values and tangents, at once


@functools.lru_cache(maxsize=512)
def _shared(function, mode, argnums, has_aux, jit):
    return Derivative(function, Request(mode, argnums, has_aux), jit)


def _cached(function, mode, has_aux=False, jit=True):
    """The Derivative that serves all calls with the same function."""
    if not callable(function):
        raise UsageError(f"{mode} needs a function, not {function!r}")
    try:
        return _shared(function, mode, 0, has_aux, jit)
    except TypeError:
        return Derivative(function, Request(mode, 0, has_aux), jit)


def jvp(function, primals, tangents, jit=True):
    """The value of a function and its derivative in a direction.

    Args:
        function: the function.
        primals: a tuple of its arguments.
        tangents: a tuple of the same structure and shapes; for integers zeros or None.

    Returns:
        (value, tangent of the value).

    >>> import s2sad
    >>> s2sad.jvp(lambda x: x**3, (2.0,), (1.0,))
    (8.0, 12.0)
    """
    primals, tangents = _tuple(primals, "primals"), _tuple(tangents, "tangents")
    if len(primals) != len(tangents):
        raise UsageError(
            f"jvp needs a tangent for each primal: {len(primals)} primals, "
            f"{len(tangents)} tangents"
        )
    made = _cached(function, "jvp", jit=jit)
    arguments = made.bound(primals, {})
    found, leaves = made.specialise(arguments)
    seeds = []
    for name, value, given in zip(arguments, arguments.values(), tangents):
        seeds.extend(tangent_leaves(value, given, f"the tangent of {name}"))
    for value in list(arguments.values())[len(tangents) :]:
        seeds.extend(tangent_leaves(value, None, "the tangent of a default"))
    return found.call(leaves, seeds)


def _tuple(value, name, mode="jvp"):
    if not isinstance(value, (tuple, list)):
        raise UsageError(f"{mode} needs {name} as a tuple, not {type(value).__name__}")
    return tuple(value)


def vjp(function, *primals, has_aux=False, jit=True):
    """The value of a function and a pullback of adjoints, callable many times.

    Args:
        function: the function.
        primals: its arguments.
        has_aux: whether it returns (value, auxiliary results).

    Returns:
        (value, pullback), with has_aux (value, pullback, auxiliary results).
        pullback(adjoint of the value) gives the tuple of the adjoints of the arguments.

    >>> import s2sad
    >>> value, pullback = s2sad.vjp(lambda x: x**3, 2.0)
    >>> value, pullback(1.0)
    (8.0, (12.0,))
    """
    made = _cached(function, "vjp", has_aux, jit)
    value = _primal(function, jit)(*_kept(primals))
    aux = None
    if has_aux:
        if not isinstance(value, tuple) or len(value) != 2:
            raise UsageError(
                f"has_aux needs {made.base_name} to return a pair (value, aux)"
            )
        value, aux = value
    primals = _kept(primals)

    def pullback(*given):
        """The adjoints of the arguments for the adjoint of the value."""
        if len(given) != 1:
            raise UsageError(
                f"the pullback of {made.base_name} takes one seed, not {len(given)}"
            )
        (seed,) = given
        arguments = made.bound(_kept(primals), {})
        found, leaves = made.specialise(arguments)
        result = value if not isinstance(value, np.ndarray) else value
        flags = found.written.seeds
        seeds = tangent_leaves(result, seed, "the seed")
        return found.call(leaves, [s for s, flag in zip(seeds, flags) if flag])

    return (value, pullback, aux) if has_aux else (value, pullback)


def _kept(values):
    """Copies of arrays, so that a pullback sees the primals as they were."""
    return tuple(v.copy() if isinstance(v, np.ndarray) else v for v in values)


def _primal(function, jit):
    """The function itself, as it is compiled beside its derivatives."""
    return function


def hvp(function, primals, tangents, jit=True):
    """The product of the Hessian of a function with a vector: forward over reverse.

    >>> import numpy as np, s2sad
    >>> x, v = np.array([1.0, 2.0]), np.array([1.0, 0.0])
    >>> s2sad.hvp(lambda x: x[0] ** 2 * x[1], (x,), (v,))
    array([4., 2.])
    """
    primals = _tuple(primals, "primals", "hvp")
    return jvp(_gradient_for_hvp(function, jit), primals, tangents, jit)[1]


@functools.lru_cache(maxsize=512)
def _gradient_for_hvp(function, jit):
    return grad(function, jit=jit)


# inside functions that are differentiated


jvp.__s2sad__ = jvp_inside
vjp.__s2sad__ = vjp_inside
hvp.__s2sad__ = functools.partial(hvp_inside, grad)


# looking


def source(function, *arguments, **keywords):
    """The generated text of a derivative for example arguments.

    Without arguments: the text of every specialisation so far; if there is none yet,
    the one for the annotations of the function.

    >>> import s2sad
    >>> print(s2sad.source(s2sad.grad(lambda x: x * x), 1.0))
    def function_grad(x):
        \"\"\"The gradient of function with respect to x.\"\"\"
        return 2.0 * x
    <BLANKLINE>
    """
    made = derivative_of(function)
    if made is None:
        raise UsageError(f"source needs a derivative, not {function!r}")
    if not arguments and not keywords:
        if made.source:
            return made.source
        return made.specialise_kinds(made.annotated()).written.text
    found, _ = made.specialise(made.bound(arguments, keywords))
    return found.written.text
