"""The public functions: composed every way, on every kind of argument and function."""

import dataclasses
import functools
import pickle
import traceback
import typing

import numba
import numpy as np
import pytest
from numba import cloudpickle

import s2sad

both = pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])


def assert_equal(got, expected, tolerance=1e-12):
    """The same structure, shapes and, up to rounding, numbers."""
    if isinstance(expected, dict):
        assert isinstance(got, dict) and list(got) == list(expected)
        got, expected = tuple(got.values()), tuple(expected.values())
    if isinstance(expected, tuple | list):
        assert len(got) == len(expected), got
        for one, other in zip(got, expected, strict=True):
            assert_equal(one, other, tolerance)
        return
    assert np.shape(got) == np.shape(expected), f"{got!r} is not {expected!r}"
    assert np.allclose(got, expected, rtol=tolerance, atol=tolerance), got


def f(x):
    return x**3 + 2 * x**2 - 3 * x + 1


def g(x):
    return x[0] ** 2 * x[1] + x[1] ** 3


def swirl(x):
    """A function from two numbers to three."""
    y = np.empty(3)
    y[0] = x[0] * x[1]
    y[1] = x[1] ** 2
    y[2] = x[0]
    return y


X = np.array([1.0, 2.0])
V = np.array([1.0, 0.0])
GRADIENT = np.array([4.0, 13.0])
HESSIAN = np.array([[4.0, 2.0], [2.0, 12.0]])
THIRD = np.array([[[0.0, 2.0], [2.0, 0.0]], [[2.0, 0.0], [0.0, 6.0]]])
ORDERS = list(enumerate([11.0, 17.0, 16.0, 6.0, 0.0]))
SWIRL = np.array([[2.0, 1.0], [0.0, 4.0], [1.0, 0.0]])


# --- orders and compositions ----------------------------------------------------------


@both
@pytest.mark.parametrize("order, expected", ORDERS)
def test_nth_derivative(order, expected, jit):
    assert_equal(s2sad.nth_derivative(f, order, jit=jit)(2.0), expected)


@pytest.mark.parametrize("order, expected", ORDERS)
def test_grad_of_grad(order, expected):
    function = f
    for _ in range(order):
        function = s2sad.grad(function)
    assert_equal(function(2.0), expected)


@both
def test_grad_of_an_array(jit):
    assert_equal(s2sad.grad(g, jit=jit)(X), GRADIENT)


@both
def test_value_and_grad(jit):
    assert_equal(s2sad.value_and_grad(f, jit=jit)(2.0), (11.0, 17.0))
    assert_equal(s2sad.value_and_grad(g, jit=jit)(X), (10.0, GRADIENT))


@both
def test_jvp(jit):
    assert_equal(s2sad.jvp(f, (2.0,), (2.0,), jit=jit), (11.0, 34.0))
    assert_equal(s2sad.jvp(swirl, (X,), (V,), jit=jit), (swirl(X), SWIRL @ V))


@both
def test_vjp(jit):
    value, pullback = s2sad.vjp(f, 2.0, jit=jit)
    assert_equal((value, pullback(2.0)), (11.0, (34.0,)))


PRODUCTS = {
    "forward over reverse": lambda x, v: s2sad.jvp(s2sad.grad(g), (x,), (v,))[1],
    "reverse over reverse": lambda x, v: s2sad.grad(
        lambda y: np.dot(s2sad.grad(g)(y), v)
    )(x),
    "reverse over forward": lambda x, v: s2sad.grad(
        lambda y: s2sad.jvp(g, (y,), (v,))[1]
    )(x),
    "forward over forward": lambda x, v: s2sad.jacfwd(
        lambda y: s2sad.jvp(g, (y,), (v,))[1]
    )(x),
    "vjp over grad": lambda x, v: s2sad.vjp(s2sad.grad(g), x)[1](v)[0],
    "hvp": lambda x, v: s2sad.hvp(g, (x,), (v,)),
}


@pytest.mark.parametrize("name", PRODUCTS)
def test_hessian_times_vector(name):
    for v in (V, np.array([0.3, -1.2])):
        assert_equal(PRODUCTS[name](X, v), HESSIAN @ v)


def compose(*transforms, jit=False):
    function = g
    for transform in reversed(transforms):
        function = transform(function, jit=jit)
    return function


def named(transforms):
    return "-".join(transform.__name__ for transform in transforms)


JACOBIANS = (s2sad.jacfwd, s2sad.jacrev, s2sad.jacobian)
SECOND = [(s2sad.hessian,)]
SECOND += [(a, b) for a in JACOBIANS for b in (s2sad.grad, *JACOBIANS)]


@pytest.mark.parametrize("transforms", SECOND, ids=named)
def test_second_derivatives(transforms):
    assert_equal(compose(*transforms)(X), HESSIAN)


@pytest.mark.parametrize("transforms", [*SECOND[:3], SECOND[5]], ids=named)
def test_second_derivatives_compiled(transforms):
    assert_equal(compose(*transforms, jit=True)(X), HESSIAN)


THIRD_ORDER = [
    (s2sad.jacfwd, s2sad.hessian),
    (s2sad.jacrev, s2sad.hessian),
    (s2sad.jacfwd, s2sad.jacrev, s2sad.grad),
    (s2sad.jacrev, s2sad.jacfwd, s2sad.grad),
    (s2sad.jacfwd, s2sad.jacfwd, s2sad.jacfwd),
    (s2sad.jacrev, s2sad.jacrev, s2sad.jacrev),
]


@pytest.mark.parametrize("transforms", THIRD_ORDER, ids=named)
def test_third_derivatives(transforms):
    assert_equal(compose(*transforms)(X), THIRD)


def test_the_hessian_of_an_element_of_a_gradient():
    hessian = s2sad.hessian(lambda x: s2sad.grad(g)(x)[0], jit=False)
    assert_equal(hessian(X), THIRD[0])


def test_jvp_of_the_hessian():
    assert_equal(s2sad.jvp(s2sad.hessian(g), (X,), (V,)), (HESSIAN, THIRD @ V))


def test_vjp_of_the_hessian():
    _, pullback = s2sad.vjp(s2sad.hessian(g), X)
    assert_equal(pullback(HESSIAN), (np.einsum("ij,ijk->k", HESSIAN, THIRD),))


@both
@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev, s2sad.jacobian])
def test_jacobian(transform, jit):
    assert_equal(transform(swirl, jit=jit)(X), SWIRL)


@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev])
def test_jacobian_of_a_matrix(transform):
    def products(x):
        y = np.empty((2, 2))
        for i in range(2):
            for j in range(2):
                y[i, j] = x[i] * x[j]
        return y

    expected = np.zeros((2, 2, 2))
    for i, j in np.ndindex(2, 2):
        expected[i, j, i] += X[j]
        expected[i, j, j] += X[i]
    assert_equal(transform(products)(X), expected)


@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev])
def test_jacobian_of_scalars(transform):
    assert_equal(transform(f)(2.0), 17.0)
    assert_equal(transform(lambda x: (x * x, 3.0 * x))(2.0), (4.0, 3.0))


@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev])
def test_jacobian_by_two_arguments(transform):
    def scaled(x, a):
        return swirl(x) * a

    got = transform(scaled, argnums=(0, 1), jit=False)(X, 2.0)
    assert_equal(got, (2.0 * SWIRL, swirl(X)))


def test_gradient_inside_a_function():
    def newton(x):
        for _ in range(3):
            x = x - f(x) / s2sad.grad(f)(x)
        return x

    h = 1e-5
    expected = (newton(2.0 + h) - newton(2.0 - h)) / (2.0 * h)
    assert_equal(s2sad.grad(newton)(2.0), expected, 1e-7)


def test_vjp_inside_a_function():
    def norm(x):
        value, pullback = s2sad.vjp(g, x)
        (bar,) = pullback(value)
        return np.dot(bar, bar)

    bar = 10.0 * GRADIENT
    expected = 2.0 * (10.0 * HESSIAN + np.outer(GRADIENT, GRADIENT)) @ bar
    assert_equal(s2sad.grad(norm, jit=False)(X), expected)


# --- argnums, has_aux, defaults, keywords ---------------------------------------------


def three(x, a, b=2.0):
    return g(x) + 7.0 * a * a + b * a


ARGNUMS = [
    (0, GRADIENT),
    (1, 44.0),
    (-1, 3.0),
    (-2, 44.0),
    ("x", GRADIENT),
    ("b", 3.0),
    ((0, 1), (GRADIENT, 44.0)),
    ((2, 0), (3.0, GRADIENT)),
    (("b", "x"), (3.0, GRADIENT)),
    ((-1,), (3.0,)),
    ([0, 2], (GRADIENT, 3.0)),
]


@both
@pytest.mark.parametrize("argnums, expected", ARGNUMS, ids=lambda v: str(v))
def test_argnums(argnums, expected, jit):
    assert_equal(s2sad.grad(three, argnums=argnums, jit=jit)(X, 3.0, 2.0), expected)


@both
def test_argnums_one_after_another(jit):
    mixed = s2sad.grad(s2sad.grad(three, argnums=1, jit=jit), argnums="b", jit=jit)
    assert_equal(mixed(X, 3.0, 2.0), 1.0)


@both
def test_defaults_and_keywords(jit):
    slope = s2sad.grad(three, argnums=("a", "b"), jit=jit)
    assert_equal(slope(X, 3.0), (44.0, 3.0))
    assert_equal(slope(X, b=1.0, a=3.0), (43.0, 3.0))
    assert_equal(slope(a=3.0, x=X), (44.0, 3.0))
    assert_equal(slope(X, 3.0, 2.0), (44.0, 3.0))


@both
def test_keyword_only_arguments(jit):
    def scaled(x, *, rate=2.0):
        return rate * x * x

    assert_equal(s2sad.grad(scaled, jit=jit)(3.0), 12.0)
    assert_equal(s2sad.grad(scaled, jit=jit)(3.0, rate=1.0), 6.0)
    assert_equal(s2sad.grad(scaled, argnums="rate", jit=jit)(3.0, rate=1.0), 9.0)


@both
def test_has_aux(jit):
    def with_aux(x):
        return g(x), 2.0 * x[0]

    assert_equal(s2sad.grad(with_aux, has_aux=True, jit=jit)(X), (GRADIENT, 2.0))
    got = s2sad.value_and_grad(with_aux, has_aux=True, jit=jit)(X)
    assert_equal(got, ((10.0, 2.0), GRADIENT))


@both
def test_has_aux_with_a_structure(jit):
    def with_aux(x):
        y = x * x
        return np.sum(y), (y, 3)

    got = s2sad.grad(with_aux, has_aux=True, jit=jit)(X)
    assert_equal(got, (2.0 * X, (X * X, 3)))


@both
def test_has_aux_of_vjp(jit):
    value, pullback, aux = s2sad.vjp(lambda x: (g(x), x[0]), X, has_aux=True, jit=jit)
    assert_equal((value, aux, pullback(2.0)), (10.0, 1.0, (2.0 * GRADIENT,)))


def with_counted_aux(x):
    return x**3, (x, 3)


@pytest.mark.parametrize("outer", [s2sad.jacfwd, s2sad.jacrev])
@pytest.mark.parametrize("inner", [s2sad.jacfwd, s2sad.jacrev, s2sad.grad])
def test_has_aux_of_has_aux(outer, inner):
    made = inner(with_counted_aux, has_aux=True, jit=False)
    assert_equal(outer(made, has_aux=True, jit=False)(2.0), (12.0, (2.0, 3)))


# --- names ----------------------------------------------------------------------------


def looped(x):
    s = 0.0
    for _ in range(3):
        s += np.sin(x * s + x)
    return s


def names_of_derivatives(x):
    looped_adjoint, looped_tangent = 2.0 * x, np.array([x, x])
    return looped(looped_adjoint) * looped(looped_tangent[0]) * looped_tangent[1]


def own_name(own_name):
    return own_name**3


def test_an_argument_with_the_name_of_its_function():
    expected = np.diag(3.0 * X**2)
    assert_equal(s2sad.jacfwd(own_name, jit=False)(X), expected)
    assert_equal(s2sad.jacrev(own_name, jit=False)(X), expected)


def test_names_in_a_function_that_its_derivatives_would_have():
    function, h = names_of_derivatives, 1e-4
    above, at, below = function(0.4 + h), function(0.4), function(0.4 - h)
    for transform in (s2sad.grad, s2sad.jacfwd, s2sad.jacrev):
        slope = transform(function, jit=False)
        assert_equal(slope(0.4), (above - below) / (2.0 * h), 1e-6)
        again = transform(slope, jit=False)
        assert_equal(again(0.4), (above - 2.0 * at + below) / h**2, 1e-5)


# --- structures -----------------------------------------------------------------------


class Point(typing.NamedTuple):
    x: float
    y: float


@dataclasses.dataclass
class Model:
    weights: np.ndarray
    bias: float


@both
def test_nested_tuples(jit):
    def area(p):
        (a, b), c = p
        return a * b * b + c[0] * c[1]

    got = s2sad.grad(area, jit=jit)(((2.0, 3.0), X))
    assert isinstance(got, tuple) and isinstance(got[0], tuple)
    assert_equal(got, ((9.0, 12.0), np.array([2.0, 1.0])))


@both
def test_lists(jit):
    got = s2sad.grad(lambda p: p[0] * p[1][0] * p[1][1], jit=jit)([2.0, [3.0, 4.0]])
    assert isinstance(got, list) and isinstance(got[1], list)
    assert_equal(got, [12.0, [8.0, 6.0]])


@both
def test_named_tuples(jit):
    got = s2sad.grad(lambda p: p.x**2 * p.y, jit=jit)(Point(2.0, 3.0))
    assert isinstance(got, Point)
    assert_equal(got, (12.0, 4.0))


@both
def test_dataclasses(jit):
    def loss(model, x):
        return np.dot(model.weights, x) * model.bias

    got = s2sad.grad(loss, jit=jit)(Model(np.array([3.0, 4.0]), 2.0), X)
    assert isinstance(got, Model)
    assert_equal((got.weights, got.bias), (2.0 * X, 11.0))


@both
def test_dicts(jit):
    def loss(p):
        return p["a"] * p["b"][0] + p["b"][1] ** 2

    got = s2sad.grad(loss, jit=jit)({"a": 3.0, "b": X})
    assert_equal(got, {"a": 1.0, "b": np.array([3.0, 4.0])})


@both
def test_a_structure_returned(jit):
    def pair(x):
        return {"square": x * x, "point": (x, 3.0 * x)}

    value, tangent = s2sad.jvp(pair, (2.0,), (1.0,), jit=jit)
    assert_equal(value, {"square": 4.0, "point": (2.0, 6.0)})
    assert_equal(tangent, {"square": 4.0, "point": (1.0, 3.0)})
    _, pullback = s2sad.vjp(pair, 2.0, jit=jit)
    assert_equal(pullback({"square": 1.0, "point": (10.0, 100.0)}), (314.0,))


@both
def test_tangents_of_structures(jit):
    def area(p, k):
        return p[0] * p[1][0] ** k

    got = s2sad.jvp(area, ((2.0, X), 2), ((1.0, V), None), jit=jit)
    assert_equal(got, (2.0, 5.0))


@both
def test_the_second_derivative_by_a_structure(jit):
    def area(p):
        return p.x**2 * p.y

    gradient = s2sad.grad(area, jit=jit)
    point, along = Point(2.0, 3.0), Point(1.0, 0.5)
    value, tangent = s2sad.jvp(gradient, (point,), (along,), jit=jit)
    assert isinstance(value, Point)
    assert_equal((value, tangent), ((12.0, 4.0), (8.0, 4.0)))


# --- integers and other arguments -----------------------------------------------------


def power(x, n):
    s = 1.0
    for _ in range(n):
        s = s * x
    return s


@both
@pytest.mark.parametrize("zero", [None, 0, 0.0], ids=str)
def test_tangents_of_integers(zero, jit):
    assert_equal(s2sad.jvp(power, (2.0, 3), (1.0, zero), jit=jit), (8.0, 12.0))


@both
@pytest.mark.parametrize("zero", [None, np.zeros(2, dtype=int), np.zeros(2)], ids=repr)
def test_tangents_of_integer_arrays(zero, jit):
    def gathered(x, index):
        return x[index[0]] * x[index[1]]

    index = np.array([1, 0])
    got = s2sad.jvp(gathered, (X, index), (V, zero), jit=jit)
    assert_equal(got, (2.0, 2.0))


def test_the_gradient_by_a_structure_with_integers():
    def part(p):
        return power(p[0], p[1])

    got = s2sad.grad(part, jit=False)((2.0, 3))
    assert_equal(got[0], 12.0)
    assert got[1] is None or got[1] == 0


@both
def test_single_precision(jit):
    x = np.array([1.0, 2.0], dtype=np.float32)
    got = s2sad.grad(g, jit=jit)(x)
    assert got.dtype == np.float32
    assert_equal(got, GRADIENT.astype(np.float32), 1e-6)


def weighted(w, x):
    return np.sum(w**2 * x) + 0.25 * x[1]


def masses(w, x):
    return np.sum(w) * x


@both
@pytest.mark.parametrize("dtype", [np.int64, np.int32, np.float32])
def test_a_gradient_is_of_the_kind_of_its_argument(dtype, jit):
    w = np.array([1, 2, 3], dtype=dtype)
    at = np.array([0.1, 0.2, 0.3])
    got = s2sad.grad(weighted, argnums=1, jit=jit)(w, at)
    assert got.dtype == np.float64
    assert_equal(got, np.array([1.0, 4.25, 9.0]))
    assert isinstance(
        s2sad.grad(masses, argnums=1, jit=jit)(w, 0.5), np.floating | float
    )


def test_constant_arguments():
    def measured(x, kind, squared=False):
        total = np.sum(x) if kind == "sum" else x[0]
        return total**2 if squared else total

    gradient = s2sad.grad(measured)
    assert_equal(gradient(X, "sum"), np.ones(2))
    assert_equal(gradient(X, "first"), V)
    assert_equal(gradient(X, "sum", squared=True), np.full(2, 6.0))


def test_functions_as_arguments():
    def applied(h, x):
        return h(h(x))

    gradient = s2sad.grad(applied, argnums=1)
    assert_equal(gradient(np.sin, 0.7), np.cos(np.sin(0.7)) * np.cos(0.7))
    assert_equal(gradient(lambda t: t * t, 2.0), 32.0)


def test_other_layouts_of_arrays():
    matrix = np.arange(6.0).reshape(2, 3)

    def squares(a):
        s = 0.0
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                s += a[i, j] ** 2 * (i + 2 * j + 1)
        return s

    gradient = s2sad.grad(squares)
    weights = np.add.outer(np.arange(2), 2 * np.arange(3)) + 1.0
    assert_equal(gradient(matrix), 2.0 * matrix * weights)
    assert_equal(gradient(np.asfortranarray(matrix)), 2.0 * matrix * weights)
    wide = np.zeros((4, 6))
    wide[::2, ::2] = matrix
    assert_equal(gradient(wide[::2, ::2]), 2.0 * matrix * weights)


# --- decorators and methods -----------------------------------------------------------


def test_a_decorator():
    @s2sad.grad
    def slope(x):
        """The slope."""
        return x**3

    assert_equal(slope(2.0), 12.0)
    assert slope.__name__ == "slope" and slope.__doc__ == "The slope."


def test_a_decorator_with_arguments():
    @s2sad.value_and_grad(argnums=1, jit=False)
    def both_of(a, x):
        return a * x**3

    assert_equal(both_of(1.0, 2.0), (8.0, 12.0))


def test_decorators_on_each_other():
    @s2sad.jacfwd
    @s2sad.grad
    def curvature(x):
        return g(x)

    assert_equal(curvature(X), HESSIAN)


class Spring:
    def __init__(self, stiffness):
        self.stiffness = stiffness

    def energy(self, x):
        return 0.5 * self.stiffness * x * x

    @s2sad.grad(argnums=1)
    def force(self, x):
        return 0.5 * self.stiffness * x * x

    @s2sad.grad(argnums=1, jit=False)
    def plain_force(self, x):
        return 0.5 * self.stiffness * x * x

    @staticmethod
    @s2sad.grad
    def slope(x):
        return x * x


@both
def test_a_bound_method(jit):
    assert_equal(s2sad.grad(Spring(3.0).energy, jit=jit)(2.0), 6.0)


def test_two_objects_of_one_class():
    soft, hard = Spring(1.0), Spring(10.0)
    assert_equal(s2sad.grad(soft.energy)(2.0), 2.0)
    assert_equal(s2sad.grad(hard.energy)(2.0), 20.0)


def test_an_attribute_is_read_at_call_time():
    spring = Spring(1.0)
    force = s2sad.grad(spring.energy, jit=False)
    assert_equal(force(2.0), 2.0)
    spring.stiffness = 5.0
    assert_equal(force(2.0), 10.0)


def test_a_decorated_method():
    assert_equal(Spring(3.0).force(2.0), 6.0)
    assert_equal(Spring(5.0).force(2.0), 10.0)


@pytest.mark.parametrize("name", ["force", "plain_force"])
def test_a_decorated_method_is_differentiated_as_what_it_is(name):
    force = getattr(Spring(3.0), name)
    rows = np.array([1.0, 3.0])
    for transform in (s2sad.grad, s2sad.jacfwd):
        assert_equal(transform(force, jit=False)(5.0), 3.0)
        assert_equal(transform(functools.partial(force), jit=False)(5.0), 3.0)
        assert_equal(transform(lambda x: force(x) * x, jit=False)(5.0), 30.0)
    assert_equal(s2sad.vmap(force, jit=False)(rows), 3.0 * rows)


def test_a_decorated_static_method():
    assert_equal(Spring.slope(2.0), 4.0)
    assert_equal(Spring(1.0).slope(2.0), 4.0)


def test_a_partial():
    assert s2sad.grad(functools.partial(power, n=3), jit=False)(2.0) == 12.0


# --- closures and globals -------------------------------------------------------------


@both
def test_a_captured_scalar_is_read_at_call_time(jit):
    scale = 2.0

    def scaled(x):
        return scale * x * x

    slope = s2sad.grad(scaled, jit=jit)
    assert_equal(slope(3.0), 12.0)
    scale = 10.0
    assert_equal(slope(3.0), 60.0)
    assert slope.source.count("def ") == 1


@both
def test_a_captured_array_is_read_at_call_time(jit):
    table = np.array([1.0, 2.0])

    def weighted(x):
        return np.dot(table, x * x)

    gradient = s2sad.grad(weighted, jit=jit)
    assert_equal(gradient(X), 2.0 * table * X)
    table[0] = 7.0
    assert_equal(gradient(X), 2.0 * table * X)
    table = np.array([5.0, 6.0])
    assert_equal(gradient(X), 2.0 * table * X)
    assert gradient.source.count("def ") == 1


def make_scaled(k):
    def scaled(x):
        return k * x * x

    return scaled


@both
def test_two_closures_of_one_function(jit):
    assert_equal(s2sad.grad(make_scaled(2.0), jit=jit)(3.0), 12.0)
    assert_equal(s2sad.grad(make_scaled(5.0), jit=jit)(3.0), 30.0)


def test_a_closure_in_a_closure_in_the_second_order():
    def outer(a):
        inner = lambda x: a * x**3  # noqa: E731
        return s2sad.grad(inner)(a)

    assert_equal(s2sad.grad(outer, jit=False)(2.0), 36.0)


def test_a_captured_value_is_not_a_direction():
    def slope(x, v):
        return s2sad.jvp(lambda y: v * y * y, (x,), (1.0,))[1]

    assert_equal(slope_by_call(slope), 12.0)
    assert_equal(s2sad.grad(slope, argnums=(0, 1), jit=False)(3.0, 2.0), (4.0, 6.0))


def slope_by_call(slope):
    return slope(3.0, 2.0)


def test_a_captured_value_that_is_differentiated():
    def along(x, v):
        inner = lambda y: s2sad.jvp(g, (y,), (v,))[1]  # noqa: E731
        return s2sad.jvp(inner, (x,), (v,))[1]

    assert_equal(s2sad.grad(along, jit=False)(X, V), (THIRD @ V) @ V)


RATE = 2.0


def by_a_global(x):
    return RATE * x * x


@both
def test_a_global_number(jit):
    assert_equal(s2sad.grad(by_a_global, jit=jit)(3.0), 12.0)


# --- njit -----------------------------------------------------------------------------


@numba.njit
def jitted_square(x):
    return x * x


@numba.njit
def jitted(x):
    return jitted_square(x) * x


def test_an_njit_function_is_differentiated():
    assert_equal(s2sad.grad(jitted)(2.0), 12.0)
    assert_equal(s2sad.grad(s2sad.grad(jitted))(2.0), 12.0)


def test_a_derivative_in_njit_code():
    slope = s2sad.grad(f)

    @numba.njit
    def newton(x):
        for _ in range(20):
            x = x - f_jitted(x) / slope(x)
        return x

    assert abs(f(newton(0.8))) < 1e-12


f_jitted = numba.njit(f)


def test_a_derivative_by_arrays_in_njit_code():
    gradient = s2sad.grad(g)

    @numba.njit
    def descend(x):
        return x - 0.1 * gradient(x)

    assert_equal(descend(X), X - 0.1 * GRADIENT)


def test_a_derivative_of_a_derivative_in_njit_code():
    second = s2sad.grad(s2sad.grad(f))

    @numba.njit
    def doubled(x):
        return 2.0 * second(x)

    assert_equal(doubled(2.0), 32.0)


def parted(x):
    return {"first": x, "second": x * x}


def test_what_njit_code_cannot_call():
    structure, factor = s2sad.jacfwd(parted), np.array([2.0, 3.0])
    capturing = s2sad.grad(lambda x: x * factor[0])

    @numba.njit
    def of_a_structure(x):
        return structure(x)

    @numba.njit
    def of_a_capture(x):
        return capturing(x)

    with pytest.raises(s2sad.UsageError, match="parted_jacfwd returns a structure: "):
        of_a_structure(2.0)
    with pytest.raises(s2sad.UsageError, match="captures factor: .* pass them as"):
        of_a_capture(2.0)


def test_options_reach_numba():
    slope = s2sad.grad(power, fastmath=True)
    assert_equal(slope(2.0, 3), 12.0)
    (found,) = slope.derivative.known.values()
    assert found.compiled.targetoptions["fastmath"]


def test_division_by_zero_is_ieee():
    for jit in (False, True):
        slope = s2sad.grad(lambda x: 1.0 / x, jit=jit)
        assert slope(0.0) == -np.inf


# --- pullbacks ------------------------------------------------------------------------


@both
def test_a_pullback_is_called_many_times(jit):
    x = X.copy()
    value, pullback = s2sad.vjp(swirl, x, jit=jit)
    assert_equal(value, swirl(X))
    seed = np.zeros(3)
    for i in range(3):
        seed[:] = 0.0
        seed[i] = 1.0
        before = seed.copy()
        assert_equal(pullback(seed), (SWIRL[i],))
        assert np.array_equal(seed, before)
    x[:] = 100.0
    assert_equal(pullback(seed), (SWIRL[2],))


@both
def test_gradients_are_not_shared(jit):
    gradient = s2sad.grad(lambda x: np.sum(x), jit=jit)
    first = gradient(X)
    first[:] = 100.0
    assert_equal(gradient(X), np.ones(2))


@both
def test_a_gradient_is_no_view_of_the_seed(jit):
    seed = np.array([1.0, 2.0])
    _, pullback = s2sad.vjp(lambda x: x, X, jit=jit)
    (bar,) = pullback(seed)
    bar[:] = 100.0
    assert_equal(seed, np.array([1.0, 2.0]))


def test_two_arguments_that_are_one_array():
    x = X.copy()
    gradient = s2sad.grad(lambda a, b: np.dot(a, b * b), argnums=(0, 1), jit=False)
    assert_equal(gradient(x, x), (X * X, 2.0 * X * X))


def test_the_pullback_of_several_arguments():
    _, pullback = s2sad.vjp(lambda x, a: a * x, X, 3.0, jit=False)
    assert_equal(pullback(V), (3.0 * V, 1.0))


# --- the low level --------------------------------------------------------------------


def advance(state, rate, steps):
    """Writes into its argument, and returns how far it came."""
    for _ in range(steps):
        state[0] = state[0] + rate * state[1]
        state[1] = state[1] - rate * state[0] * state[0]
    return state[0] * state[1]


def advanced(state, rate):
    """(what advance returns, the state afterwards), in one vector."""
    state = state.copy()
    value = advance(state, rate, 3)
    return np.array([value, *state])


@both
def test_the_tangent_of_a_function_that_writes(jit):
    state, state_dot = X.copy(), np.array([0.5, -1.0])
    value, value_dot = s2sad.tangent(advance, jit=jit)(state, 0.1, 3, state_dot, 2.0)
    h, v = 1e-6, np.array([0.5, -1.0])
    above, below = advanced(X + h * v, 0.1 + 2 * h), advanced(X - h * v, 0.1 - 2 * h)
    assert_equal(np.array([value, *state]), advanced(X, 0.1))
    expected = (above - below) / (2.0 * h)
    assert_equal(np.array([value_dot, *state_dot]), expected, 1e-8)


@both
def test_the_adjoint_of_a_function_that_writes(jit):
    seeds = np.array([1.5, -0.3, 0.8])
    state, state_bar = X.copy(), seeds[1:].copy()
    rate_bar = s2sad.adjoint(advance, jit=jit)(state, 0.1, 3, seeds[0], state_bar)
    h = 1e-6
    for bar, v, r in ((state_bar[0], V, 0.0), (rate_bar, 0.0 * V, 1.0)):
        above = advanced(X + h * v, 0.1 + h * r)
        below = advanced(X - h * v, 0.1 - h * r)
        assert_equal(bar, np.dot(seeds, above - below) / (2.0 * h), 1e-8)


@both
def test_an_adjoint_adds_to_shadows(jit):
    shadow = np.array([100.0, 200.0])
    s2sad.adjoint(g, jit=jit)(X, 2.0, shadow)
    assert_equal(shadow, np.array([100.0, 200.0]) + 2.0 * GRADIENT)


@both
def test_an_adjoint_of_scalars(jit):
    assert_equal(s2sad.adjoint(lambda x, y: x * y, jit=jit)(2.0, 3.0, 1.0), (3.0, 2.0))


@both
def test_an_adjoint_of_a_function_without_a_result(jit):
    def double(out, x):
        for i in range(len(x)):
            out[i] = 2.0 * x[i]

    out, out_bar, x_bar = np.zeros(2), np.array([3.0, 5.0]), np.zeros(2)
    s2sad.adjoint(double, jit=jit)(out, X, out_bar, x_bar)
    assert_equal((out_bar, x_bar), (np.zeros(2), np.array([6.0, 10.0])))


def test_the_gradient_around_a_function_that_writes():
    def loss(x):
        state = x.copy()
        return advance(state, 0.1, 3) + state[0]

    h = 1e-6
    expected = [
        (advanced(X + h * v, 0.1) - advanced(X - h * v, 0.1))[:2].sum() / (2.0 * h)
        for v in np.eye(2)
    ]
    assert_equal(s2sad.grad(loss, jit=False)(X), np.array(expected), 1e-8)


# --- looking, tracebacks, pickles, caches ---------------------------------------------


def test_source_for_example_arguments():
    text = s2sad.source(s2sad.grad(g), X)
    assert "def g_grad(x):" in text
    compile(text, "text", "exec")


def test_source_of_every_specialisation():
    slope = s2sad.grad(lambda x, squared: x * x if squared else x)
    assert slope.source == ""
    for squared in (True, False, True):
        slope(2.0, squared)
    assert slope.source.count("_grad(x):") == 2


def test_a_traceback_shows_the_generated_text():
    def fails(x):
        assert x < 1.0, "too large"
        return x * x

    slope = s2sad.grad(fails, jit=False)
    assert_equal(slope(0.5), 1.0)
    with pytest.raises(AssertionError, match="too large") as caught:
        slope(2.0)
    shown = "".join(traceback.format_tb(caught.tb))
    last = traceback.extract_tb(caught.tb)[-1]
    assert last.name == "fails_grad"
    lines = s2sad.source(slope, 2.0).splitlines()
    assert last.line == lines[last.lineno - 1].strip()
    assert "assert x < 1.0" in shown


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
@pytest.mark.parametrize("module", [pickle, cloudpickle])
def test_pickles(module, jit):
    gradient = s2sad.grad(g, jit=jit)
    again = pickle.loads(module.dumps(gradient))
    assert_equal(again(X), GRADIENT)
    second = s2sad.hessian(g, jit=jit)
    assert_equal(pickle.loads(module.dumps(second))(X), HESSIAN)


def test_a_pickle_of_a_lambda():
    slope = s2sad.grad(lambda x: x**3, jit=False)
    assert_equal(cloudpickle.loads(cloudpickle.dumps(slope))(2.0), 12.0)


def test_calls_of_one_kind_write_once():
    slope = s2sad.grad(f, jit=False)
    for x in (1.0, 2.0, np.float64(3.0)):
        slope(x)
    assert len(slope.known) == 1


def test_what_is_known_of_new_lambdas_is_limited():
    from s2sad import products

    assert products._shared.cache_parameters()["maxsize"] <= 1024


def test_jvp_and_vjp_of_one_function_are_written_once():
    from s2sad import products

    products._shared.cache_clear()
    for _ in range(3):
        s2sad.jvp(f, (2.0,), (1.0,), jit=False)
        s2sad.vjp(f, 2.0, jit=False)[1](1.0)
        s2sad.hvp(g, (X,), (V,), jit=False)
    assert products._shared.cache_info().currsize == 5


def test_a_compiled_derivative_compiles_once():
    gradient = s2sad.grad(g)
    gradient(X)
    (found,) = gradient.derivative.known.values()
    for _ in range(3):
        gradient(X.copy())
    assert len(gradient.derivative.known) == 1
    assert len(found.compiled.signatures) == 1


@both
def test_the_inputs_are_not_written(jit):
    def overwrites(x, scale):
        y = x
        y = y * scale
        for i in range(1, len(y)):
            y[i] = y[i - 1] * y[i]
        return y[len(y) - 1]

    x = X.copy()
    for function in (
        s2sad.grad(overwrites, jit=jit),
        s2sad.hessian(overwrites, jit=jit),
        s2sad.jacrev(overwrites, jit=jit),
    ):
        function(x, 2.0)
        assert np.array_equal(x, X)


@both
def test_the_gradient_of_a_function_that_writes_its_argument(jit):
    def product(x):
        for i in range(1, len(x)):
            x[i] = x[i - 1] * x[i]
        return x[len(x) - 1]

    x = np.array([2.0, 3.0, 4.0])
    gradient = s2sad.grad(product, jit=jit)
    assert_equal(gradient(x.copy()), np.array([12.0, 8.0, 6.0]))
    assert_equal(s2sad.jacfwd(gradient, jit=jit)(x.copy())[0], [0.0, 4.0, 3.0])


@pytest.mark.parametrize("jit", [True, False])
def test_what_has_no_tangent_stays_as_it_is(jit):
    def loss(w, x, scale):
        return scale * np.sum(np.exp(w * x))

    w, x, v = np.array([0.3, -0.2]), np.array([1.0, 2.0]), np.array([1.0, -1.0])
    value, slope = s2sad.jvp(loss, (w, x, 0.5), (v, None, None), jit=jit)
    still = np.zeros(2), 0.0
    assert (value, slope) == s2sad.jvp(loss, (w, x, 0.5), (v, *still), jit=jit)
    got = s2sad.hvp(loss, (w, x, 0.5), (v, None, None), jit=jit)
    np.testing.assert_allclose(got, 0.5 * x * x * np.exp(w * x) * v, rtol=1e-14)
    assert s2sad.jvp(loss, (w, x, 0.5), (None, None, None), jit=jit)[1] == 0.0


def test_what_has_no_tangent_is_not_in_the_text():
    def along(w, x, v):
        return s2sad.jvp(lambda w, x: np.sum(w * x), (w, x), (v, None))[1]

    w, v = np.array([0.3, -0.2]), np.array([1.0, -1.0])
    text = s2sad.source(s2sad.grad(along), w, w, v)
    assert "x_dot" not in text and "zeros_like(x)" not in text


@pytest.mark.parametrize("wanted", [0, 1])
def test_by_one_of_two_arguments_that_are_mixed(wanted):
    def mixed(u, v):
        b = v
        for _ in range(2):
            b[0] = u[0] * b[0] * b[0]
            b, v = v, b
        b, u = u, b
        u[1] = b[0] * v[0]
        return v[0] + u[1]

    x, y = np.array([0.3, 0.7]), np.array([1.1, 0.4])
    both = s2sad.grad(mixed, argnums=(0, 1), jit=False)(x.copy(), y.copy())
    one = s2sad.grad(mixed, argnums=wanted, jit=False)(x.copy(), y.copy())
    slopes = s2sad.jacfwd(mixed, argnums=wanted, jit=False)(x.copy(), y.copy())
    np.testing.assert_allclose(one, both[wanted], rtol=1e-14)
    np.testing.assert_allclose(one, slopes, rtol=1e-14)


def test_an_argument_that_is_read_before_a_loop_binds_it_anew():
    def first(u, n):
        total = 0.0
        for _ in range(n):
            total += u[0]
            u = np.zeros(2)
        return total

    x = np.array([0.3, 0.7])
    assert s2sad.jvp(first, (x, 2), (np.ones(2), None), jit=False) == (0.3, 1.0)
    np.testing.assert_allclose(s2sad.grad(first, jit=False)(x, 2), [1.0, 0.0])


def an_integer_or_a_float(x, n):
    if x > 10.0:
        n = n - x
    return x**2, n


def test_an_integer_that_is_a_float_on_another_path_takes_no_seed():
    value, pullback = s2sad.vjp(an_integer_or_a_float, 3.0, 5, jit=False)
    assert value == (9.0, 5)
    assert pullback((1.0, None))[0] == 6.0
    _, pullback = s2sad.vjp(an_integer_or_a_float, 12.0, 5, jit=False)
    assert pullback((1.0, 1.0))[0] == 23.0
