"""The public derivatives, with JAX's names: composition only."""

import functools
import inspect
import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from s2sad.compile.options import checked
from s2sad.derivative import check_function, derivative, derivative_of
from s2sad.errors import UsageError
from s2sad.inside import made_inside
from s2sad.lowlevel import low_level
from s2sad.products import hvp, jvp, vjp
from s2sad.syntax.marks import mark
from s2sad.writers.request import Request

__all__ = ["hvp", "jvp", "vjp"]


def _decorating(make) -> Callable[..., Any]:
    """`transform(f, ...)`, `@transform` and `@transform(argnums=1)`."""

    signature = inspect.signature(make)

    @functools.wraps(make)
    def transform(function=None, /, *settings, **options):
        words = options.keys() - signature.parameters.keys()
        checked({word: options[word] for word in sorted(words)}, make.__name__)
        try:
            signature.bind(function, *settings, **options)
        except TypeError as error:
            raise UsageError(f"{make.__name__}: {error}") from None
        if function is None:
            return lambda f: transform(f, *settings, **options)
        return make(function, *settings, **options)

    return mark(transform, functools.partial(made_inside, transform))


def _request(mode, argnums, has_aux, holomorphic):
    """The Request of what may be a derivative of complex numbers by complex ones."""
    if not isinstance(holomorphic, bool):
        raise UsageError(f"holomorphic is True or False, not {holomorphic!r}")
    return Request(mode, argnums, has_aux, holomorphic=holomorphic)


@_decorating
def grad(function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options):
    """The gradient of a function that returns one number.

    Args:
        function: a function of floats, arrays and structures of them.
        argnums: the number or name of the argument to differentiate by, or a tuple.
        has_aux: whether the function returns (value, auxiliary results).
        jit: compile with Numba on the first call, or run as plain Python.
        holomorphic: whether it is a function of complex numbers, with complex results,
            that has a complex derivative.
        options: handed to numba.njit (fastmath, error_model, parallel); with
            style="arrays" expressions of whole arrays stay as they are, which reads
            well and runs faster without Numba; otherwise they become loops.

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
    return derivative(
        function, _request("grad", argnums, has_aux, holomorphic), jit, options
    )


@_decorating
def value_and_grad(
    function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options
):
    """The value of a function and its gradient, in one call; as `grad` otherwise.

    >>> import s2sad
    >>> s2sad.value_and_grad(lambda x: x**3)(2.0)
    (8.0, 12.0)
    """
    return derivative(
        function,
        _request("value_and_grad", argnums, has_aux, holomorphic),
        jit,
        options,
    )


@_decorating
def jacfwd(
    function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options
):
    """The Jacobian of a function in forward mode: one sweep for each input.

    For a result of shape (m,) and an argument of shape (n,) its shape is (m, n).

    >>> import numpy as np, s2sad
    >>> s2sad.jacfwd(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(
        function, _request("jacfwd", argnums, has_aux, holomorphic), jit, options
    )


@_decorating
def jacrev(
    function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options
):
    """The Jacobian of a function in reverse mode: one sweep back for each output.

    >>> import numpy as np, s2sad
    >>> s2sad.jacrev(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(
        function, _request("jacrev", argnums, has_aux, holomorphic), jit, options
    )


@_decorating
def jacobian(
    function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options
):
    """The Jacobian of a function, forward or reverse by how many inputs and outputs.

    >>> import numpy as np, s2sad
    >>> s2sad.jacobian(lambda x: x * x)(np.array([1.0, 2.0]))
    array([[2., 0.],
           [0., 4.]])
    """
    return derivative(
        function, _request("jacobian", argnums, has_aux, holomorphic), jit, options
    )


@_decorating
def hessian(
    function, argnums=0, has_aux=False, jit=True, *, holomorphic=False, **options
):
    """The Hessian of a function that returns one number: forward over reverse.

    >>> import numpy as np, s2sad
    >>> s2sad.hessian(lambda x: x[0] ** 2 * x[1])(np.array([1.0, 2.0]))
    array([[4., 2.],
           [2., 0.]])
    """
    check_function("hessian", function)
    inner = derivative(
        function, _request("grad", argnums, has_aux, holomorphic), jit, options
    )
    name = f"{derivative_of(inner).base_name}_hessian"
    request = _request("jacfwd", argnums, has_aux, holomorphic)
    request = replace(request, name=name, word="hessian")
    return derivative(inner, request, jit, options)


@_decorating
def vmap(function, in_axes=0, jit=True, **options):
    """A function, or a derivative, for each row of its arguments, as one loop.

    Args:
        function: what is computed for each row: of numbers and arrays, in the place of
            arrays with one axis more in front.
        in_axes: 0 for all arguments, or a tuple with 0 for those that have rows, and
            None for those that every row takes as they are.
        jit: compile with Numba on the first call, or run as plain Python.
        options: handed to numba.njit; with parallel=True the rows are a prange loop.

    Returns:
        A function of the stacked arguments, whose results are stacked along their
        first axis.

    Raises:
        UsageError: in_axes fits not the arguments, an argument with rows is a number,
            or rows in parallel would write into one array.
        ValueError: arguments have different numbers of rows.

    >>> import numpy as np, s2sad
    >>> s2sad.vmap(s2sad.grad(lambda x: x**3))(np.array([1.0, 2.0]))
    array([ 3., 12.])
    """
    axes = tuple(in_axes) if isinstance(in_axes, list) else in_axes
    for axis in axes if isinstance(axes, tuple) else (axes,):
        if axis is not None and (isinstance(axis, bool) or axis != 0):
            raise UsageError(f"in_axes takes 0 and None, not {axis!r}")
    return derivative(function, Request("vmap", axes=axes), jit, options)


def nth_derivative(function, n, argnums=0, jit=True, **options):
    """The n-th derivative of a function of one number.

    >>> import s2sad
    >>> s2sad.nth_derivative(lambda x: x**4, 3)(2.0)
    48.0
    """
    check_function("nth_derivative", function)
    if isinstance(n, bool) or not hasattr(n, "__index__") or n < 0:
        raise UsageError(f"nth_derivative needs an order of 0 or more, not {n!r}")
    for _ in range(operator.index(n)):
        function = grad(function, argnums=argnums, jit=jit, **options)
    return function


@_decorating
def tangent(function, argnums=None, jit=True, **options):
    """The low-level tangent: arguments, then tangents of all that are floats.

    Returns the results, then their tangents. A function that writes into an argument
    writes into its tangent as well. With `argnums` it takes the tangents of those
    arguments only. Defaults may be left out where the tangents are given by name.

    >>> import s2sad
    >>> s2sad.tangent(lambda x: x * x)(3.0, 1.0)
    (9.0, 6.0)
    """
    return low_level(function, Request("tangent", argnums), jit, options)


@_decorating
def adjoint(function, argnums=None, jit=True, **options):
    """The low-level adjoint: arguments, adjoints of the results, shadows of the arrays.

    Returns the adjoints of the float arguments that are numbers, and adds to the
    shadows of those that are arrays; of an array that the function writes, the shadow
    holds the adjoint of what was written before, and of what was there at first
    afterwards. With `argnums` it gives the adjoints of those arguments only.

    >>> import numpy as np, s2sad
    >>> x, x_bar = np.array([1.0, 2.0]), np.zeros(2)
    >>> s2sad.adjoint(lambda x: x[0] * x[1])(x, 1.0, x_bar)
    >>> x_bar
    array([2., 1.])
    """
    return low_level(function, Request("adjoint", argnums), jit, options)


mark(nth_derivative, functools.partial(made_inside, nth_derivative))


# looking


def source(function, /, *arguments, **keywords):
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
