"""Derivatives that are used inside a function that is differentiated itself.

What works outside works inside; a call that is wrong outside is refused inside, with
the place of the call.
"""

import numpy as np
import pytest
from test_api import assert_equal

import s2sad
from s2sad import adjoint, grad, hvp, jvp, nth_derivative, tangent, value_and_grad, vjp

A = np.array([1.0, 2.0, 3.0])


def square(x):
    return x * x


def product(x, y):
    return x * x * y


def power(y, n=2.0):
    return y**n


def with_constant(y):
    return 3.0, y**2


def with_length(y):
    return len(y), np.sum(y * y)


def with_aux(y):
    return (y, y * y), y**3


def in_a_dict(y):
    return {"a": y, "b": y * y}


class Spring:
    def __init__(self, stiffness):
        self.stiffness = stiffness

    def energy(self, x):
        return self.stiffness * x * x


SPRING = Spring(3.0)


# --- what works -----------------------------------------------------------------------


def pulled_through_a_constant(x):
    return vjp(with_constant, x)[1]((0.0, x))[0]


def pulled_through_a_length(x):
    (bar,) = vjp(with_length, x)[1]((None, 1.0))
    return np.sum(bar)


def pulled_with_aux(x):
    _, pullback, aux = vjp(with_aux, x, has_aux=True)
    return pullback((1.0, 1.0))[0] * aux


def pulled_in_another_order(x):
    return vjp(in_a_dict, x)[1]({"b": 1.0, "a": 0.0})[0]


def pulled_after_a_change(x):
    value, pullback = vjp(square, x)
    x = 3.0 * x
    return pullback(1.0)[0] + 0.0 * value * x


def pulled_after_a_write(x):
    y = x.copy()
    _, pullback = vjp(square, y)
    y[0] = 100.0
    return np.sum(pullback(x)[0])


def pulled_after_a_captured_change(x):
    k = 2.0
    _, pullback = vjp(lambda y: k * y * y, x)
    k = 100.0
    return pullback(1.0)[0] + 0.0 * k


def along_by_keywords(x):
    return jvp(square, primals=(x,), tangents=(1.0,))[1]


def along_nothing(x):
    return jvp(square, (x,), (None,))[1] + x


def along_an_integer(x):
    return jvp(square, (x,), (2,))[1]


def along_with_a_default(x):
    return jvp(power, (x,), (1.0,))[1]


def slope_with_a_default(x):
    return grad(power)(x)


def second_of_power(x):
    return nth_derivative(power, 2)(x, 4.0)


def second_of_lambda(x):
    return nth_derivative(lambda y: y**4, 2)(x)


def slope_of_slope_of_lambda(x):
    return grad(grad(lambda y: y**4))(x)


def curvature(x):
    return hvp(lambda y: y**3, (x,), tangents=(1.0,))


def twice_by_one(x):
    first, second = grad(product, argnums=(0, 0))(x, x)
    return first + second


def low_tangent(x):
    return tangent(square)(x, 1.0)[1]


def low_tangent_by_name(x):
    first = tangent(power)(x, y_dot=1.0, n_dot=0.0)[1]
    return first + tangent(square)(x=x, x_dot=x)[1]


def low_tangent_of_a_lambda(x):
    return tangent(lambda p, n=2: p[0] ** n * p[1])((x, x), p_0_dot=1.0, p_1_dot=0.0)[1]


def low_adjoint(x):
    x_bar, y_bar = adjoint(product)(x, x, 1.0)
    return x_bar * y_bar


def low_adjoint_of_an_array(x):
    x_bar = np.zeros_like(x)
    adjoint(square)(x, x, x_bar)
    return np.sum(x_bar)


def aux_of_nothing(x):
    slope, _ = grad(lambda y: (y**3, None), has_aux=True)(x)
    return slope


def slope_of_a_method(x):
    return grad(SPRING.energy)(x) * x


def curvature_of_what_is_captured(x):
    def cost(y):
        return x * y[0] ** 3 * y[1]

    return s2sad.hessian(cost)(np.array([0.5, 2.0]))[0, 0]


def pulled_slope_of_what_is_captured(x):
    weights = np.array([x, x * x])

    def cost(y):
        return np.sum(weights * y**3)

    _, pullback = vjp(grad(cost), np.array([0.5, 2.0]))
    return np.sum(pullback(np.array([1.0, 0.5]))[0])


def slopes_of_what_is_captured(x):
    slope = grad(grad(grad(lambda y: np.sin(x * y))))
    return slope(0.0) + jvp(grad(lambda y: x * y**2), (1.0,), (x,))[1]


WORKS = {
    curvature_of_what_is_captured: (2.0, 6.0),
    pulled_slope_of_what_is_captured: (2.0, 27.0),
    slopes_of_what_is_captured: (2.0, -4.0),
    pulled_through_a_constant: (2.0, 8.0),
    pulled_through_a_length: (A, np.full(3, 2.0)),
    pulled_with_aux: (2.0, 76.0),
    pulled_in_another_order: (2.0, 2.0),
    pulled_after_a_change: (2.0, 2.0),
    pulled_after_a_write: (A, 4.0 * A),
    pulled_after_a_captured_change: (2.0, 4.0),
    along_by_keywords: (2.0, 2.0),
    along_nothing: (2.0, 1.0),
    along_an_integer: (2.0, 4.0),
    along_with_a_default: (2.0, 2.0),
    slope_with_a_default: (2.0, 2.0),
    second_of_power: (2.0, 48.0),
    second_of_lambda: (2.0, 48.0),
    slope_of_slope_of_lambda: (2.0, 48.0),
    curvature: (2.0, 6.0),
    twice_by_one: (2.0, 16.0),
    low_tangent: (2.0, 2.0),
    low_tangent_by_name: (2.0, 10.0),
    low_tangent_of_a_lambda: (2.0, 8.0),
    low_adjoint: (2.0, 64.0),
    low_adjoint_of_an_array: (A, 4.0 * A),
    slope_of_a_method: (2.0, 24.0),
    aux_of_nothing: (2.0, 12.0),
}


@pytest.mark.parametrize("function", WORKS, ids=lambda f: f.__name__)
def test_what_works_inside(function):
    at, expected = WORKS[function]
    assert_equal(grad(function, jit=False)(at), expected)


@pytest.mark.parametrize(
    "function", [pulled_through_a_constant, low_adjoint, curvature_of_what_is_captured]
)
def test_what_works_inside_is_compiled(function):
    at, expected = WORKS[function]
    assert_equal(grad(function)(at), expected)


def test_a_gradient_inside_keeps_its_value():
    inner = value_and_grad(product, argnums=(0, "x"))
    got = s2sad.jacfwd(lambda x: inner(x, 3.0), jit=False)(2.0)
    assert_equal(got, (12.0, (6.0, 6.0)))


# --- what is refused ------------------------------------------------------------------

WRONG = {
    "array as tangent of a number": (
        lambda x: jvp(square, (x,), (A,))[1][0],
        "the tangent of x is a float64[:], but its primal is a float64",
    ),
    "number as tangent of an array": (
        lambda x: np.sum(jvp(square, (x * A,), (1.0,))[1]),
        "the tangent of x is a float64, but its primal is a float64[:]",
    ),
    "string as tangent": (
        lambda x: jvp(square, (x,), ("a",))[1],
        "'a' is used as a number",
    ),
    "tangent of an integer": (
        lambda x: jvp(power, (x, 2), (1.0, 1.0))[1],
        "the tangent of n must be zeros or None: it is of int",
    ),
    "array as seed of a number": (
        lambda x: np.sum(vjp(square, x)[1](A)[0]),
        "the seed is a float64[:], but its primal is a float64",
    ),
    "number as seed of an array": (
        lambda x: np.sum(vjp(square, x * A)[1](1.0)[0]),
        "the seed is a float64, but its primal is a float64[:]",
    ),
    "number as seed of a tuple": (
        lambda x: vjp(with_constant, x)[1](1.0)[0],
        "the seed is a float64 without the structure of a tuple",
    ),
    "list as seed of a tuple": (
        lambda x: vjp(with_constant, x)[1]([0.0, 1.0])[0],
        "the seed is a list without the structure of a tuple",
    ),
    "no seed": (
        lambda x: vjp(square, x)[1]()[0],
        "the pullback of square takes one seed, not 0",
    ),
    "two seeds": (
        lambda x: vjp(square, x)[1](1.0, 1.0)[0],
        "the pullback of square takes one seed, not 2",
    ),
    "seed by keyword": (
        lambda x: vjp(square, x)[1](seed=1.0)[0],
        "the pullback of square takes one seed, not seed",
    ),
    "no tangents": (
        lambda x: jvp(square, (x,))[1],
        "jvp: missing a required argument: 'tangents'",
    ),
    "primals that are no tuple": (
        lambda x: jvp(square, x, 1.0)[1],
        "jvp needs primals as a tuple, not a float64",
    ),
    "fewer tangents than primals": (
        lambda x: hvp(product, (x, x), (1.0,)),
        "hvp of 2 primals along 1 tangents",
    ),
    "too many arguments": (
        lambda x: grad(product)(x, x, x),
        "product_grad: too many positional arguments",
    ),
    "too many arguments of a lambda": (
        lambda x: grad(lambda y: y**3)(x, x),
        "function takes 1 argument, not 2",
    ),
    "an argument twice": (
        lambda x: grad(product)(x, x, x=x),
        "product_grad: multiple values for argument 'x'",
    ),
    "an argument of a lambda twice": (
        lambda x: grad(lambda a, b: a * b)(x, x, a=x),
        "function is given its argument a twice",
    ),
    "no function": (lambda x: grad()(x), "grad is called without a function"),
    "number for a function": (
        lambda x: grad(x)(x),
        "the derivative of a float64, which is no function",
    ),
    "function without a source": (
        lambda x: grad(np.random.rand)(x),
        "is not a Python function",
    ),
    "unknown option": (
        lambda x: grad(square, fastmat=True)(x),
        "fastmat is not an option of grad or numba.njit",
    ),
    "argnums out of range": (
        lambda x: grad(square, argnums=1)(x),
        "argnums 1 is out of range: square takes 1 argument",
    ),
    "array as result under another gradient": (
        lambda x: grad(grad(lambda y: y * A))(x),
        "grad needs a function that returns one number; function returns float64[:]",
    ),
    "no pair": (
        lambda x: vjp(square, x, has_aux=True)[1](1.0)[0],
        "has_aux needs square to return a pair (value, aux)",
    ),
    "too many tangents at the low level": (
        lambda x: tangent(square)(x, 1.0, 2.0)[1],
        "square_tangent takes x, x_dot: 2 seeds and shadows were given",
    ),
    "array as tangent at the low level": (
        lambda x: tangent(square)(x, A)[1][0],
        "x_dot is a float64[:], but its primal is a float64",
    ),
    "pullback in another function": (
        lambda x: (lambda pull: pull(1.0)[0])(vjp(square, x)[1]),
        "a pullback is called in another function than its vjp",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_inside_is_refused(name):
    function, words = WRONG[name]
    with pytest.raises(s2sad.RefusalError) as caught:
        grad(function, jit=False)(2.0)
    assert words in str(caught.value)
    assert caught.value.place is not None


def test_a_tangent_that_is_given_inside_stays_as_it_is():
    def tripled(x):
        x[0] = x[0] * 3.0
        return x[0]

    def along(x):
        u, v = x.copy(), x * 2.0
        return s2sad.jvp(tripled, (u,), (v,))[1] + v[0]

    x = np.array([0.5, 0.7])
    value, gradient = s2sad.value_and_grad(along, jit=False)(x)
    assert value == along(x) == 4.0
    np.testing.assert_allclose(gradient, [8.0, 0.0])


def test_a_tangent_that_is_written_as_a_primal_stays_as_it_is():
    def written(x, y):
        x[0] = y[0] * x[1]
        return np.sum(x * y)

    def along(x):
        return s2sad.jvp(written, (x, x * 2.0), (None, x))[1]

    x = np.array([0.3, 0.7])
    value, gradient = s2sad.value_and_grad(along, jit=False)(x.copy())
    assert value == pytest.approx(0.742, rel=1e-14)
    np.testing.assert_allclose(gradient, [1.68, 1.76], rtol=1e-14)
