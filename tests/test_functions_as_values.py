"""Functions as values: returned, kept, passed, decorated; nonlocal; Numba's."""

import functools
import math

import numba
import numpy as np
import pytest
import scipy.optimize
from derivative_checks import check_compiled, check_plain
from numba.extending import overload, register_jitable

import s2sad

X = np.array([0.5, -1.2, 2.0])


# --- functions that functions return --------------------------------------------------


def power(n):
    def f(x):
        return x**n

    return f


cube = power(3)


def calls_what_is_made(x):
    return power(2)(x) + cube(x) * power(n=4)(x)


def line(slope, offset):
    return lambda x: slope * x + offset


def calls_lines(x):
    first = line(x, 1.0)
    second = line(first(2.0), offset=x)
    return first(x) * second(x)


def composed(f, g):
    return lambda x: f(g(x))


def composes(x):
    return composed(np.sin, power(2))(x) + composed(
        composed(math.exp, cube), line(x, x)
    )(0.3)


def gives_two(a):
    def g(y):
        return a * y

    def h(y):
        return a + g(y)

    return g, h


def takes_two(x):
    g, h = gives_two(x)
    table = {"g": g, "h": h, "sin": np.sin}
    return table["g"](x) + table["h"](x) * table["sin"](x) + [g, h][1](2.0)


def polynomial(coefficients):
    def value(x):
        total = 0.0
        for k in range(len(coefficients)):
            total = total * x + coefficients[k]
        return total

    return value


def makes_a_polynomial(x):
    return polynomial(np.array([1.0, 2.0 * x, x]))(x) + polynomial([x, 2.0])(x)


def defaults(x):
    f = lambda y, c=x, *, k=2.0: y * c * k  # noqa: E731
    return f(x) + f(2.0, k=x)


def adds_into(x):
    sums = np.zeros(2)

    def add(value, place=0):
        sums[place] += value

    add(x)
    add(x * x, place=1)
    add(sums[1] * x)
    return sums[0] * sums[1]


def counts(x):
    total, count = 0.0, 0

    def add(value):
        nonlocal total, count
        total += value * (1.0 + total)
        count += 1

    for k in range(3):
        add(x * k)
        if x > 1.0:
            add(x)
    return total * count


def passes_through(x):
    def outer():
        nonlocal x

        def inner():
            nonlocal x
            x = x * x

        inner()
        x = x + 1.0

    outer()
    return x * 3.0


FUNCTIONS = [
    calls_what_is_made,
    calls_lines,
    composes,
    takes_two,
    makes_a_polynomial,
    defaults,
    adds_into,
    counts,
    passes_through,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
def test_functions_as_values(function):
    check_plain(function, 1.3)


@pytest.mark.parametrize("function", [takes_two, counts], ids=lambda f: f.__name__)
def test_functions_as_values_compiled(function):
    check_compiled(function, 1.3)


def writes_by_another(x):
    def add():
        nonlocal x
        x = x * 2.0

    run(add)
    return x


def run(function):
    x = 1.0
    function()
    return x


def returns_a_function(x):
    return lambda y: x * y


@pytest.mark.parametrize(
    "function, what",
    [
        (writes_by_another, "nonlocal x is written where"),
        (returns_a_function, "a function is returned"),
    ],
)
def test_what_is_refused(function, what):
    with pytest.raises(s2sad.RefusalError, match=what):
        s2sad.grad(function, jit=False)(2.0)


# --- decorators -----------------------------------------------------------------------


@functools.lru_cache
def factor(n):
    return 1.0 * n * n


@functools.cache
def cached_square(x):
    return x * x


def uses_caches(x):
    return factor(3) * cached_square(x) * x


def test_cached_functions():
    check_plain(uses_caches, 1.3)
    assert s2sad.grad(cached_square, jit=False)(3.0) == 6.0


# --- what Numba compiled --------------------------------------------------------------


@numba.njit("float64(float64)", inline="always", cache=False)
def signed(x):
    return x * x * x


@numba.njit(parallel=True, fastmath=True)
def in_parallel(x):
    total = 0.0
    for i in numba.prange(len(x)):
        total += x[i] * signed(x[i])
    return total


@register_jitable
def jitable(x):
    return math.sin(x) * x


def replaced(x):
    return x * x * x


@overload(replaced)
def _replaced(x):
    return lambda x: x * x * x


@numba.vectorize
def softened(x, eps):
    if x > 0.0:
        return math.sqrt(x * x + eps)
    return eps * x


@numba.vectorize(["float64(float64)", "float32(float32)"])
def bent(x):
    return x * math.exp(-x)


@numba.njit
def fills(x, out):
    for i in range(len(x)):
        out[i] = jitable(x[i]) * replaced(x[i])


@numba.njit
def applies(f, x):
    total = 0.0
    for i in range(len(x)):
        total += f(x[i]) * x[i]
    return total


def with_out(x):
    out = np.empty_like(x)
    fills(x, out)
    return np.sum(out) + applies(signed, x)


def with_types(z):
    half = type(z)(0.5)
    return z * half * np.float64(3) + float(2) * z


def with_dtypes(x):
    return np.sum(x * x.dtype.type(2) * x) + softened(x[0], x.dtype.type(0.5))


def vectorized(x):
    return np.sum(softened(x, 0.3) * bent(x)) + bent(x[0])


def vectorized_by_two(x):
    return np.sum(softened(x, x * x))


def broadcasts(x):
    return np.sum(softened(x[:1], x * x))


def wrapper(x, scale=1.0, out=None):
    if not isinstance(x, np.ndarray):
        x = np.asarray(x, dtype=np.float64)
    if x.dtype != np.float64 or x.ndim != 1:
        raise TypeError("a vector of float64 is needed")
    if not isinstance(scale, (int, float)) or isinstance(scale, bool):
        raise TypeError("scale is a number")
    x = np.ascontiguousarray(x)
    if out is None:
        out = np.empty_like(x)
    fills(x, out)
    return np.sum(out) * scale


CASES = [
    in_parallel,
    with_out,
    with_dtypes,
    vectorized,
    vectorized_by_two,
    broadcasts,
    wrapper,
]


@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_compiled_functions(function):
    plain = getattr(function, "py_func", function)
    check_plain(plain, X)


def test_a_type_that_is_called():
    check_plain(with_types, 1.3)


@pytest.mark.parametrize("function", [vectorized, wrapper], ids=lambda f: f.__name__)
def test_compiled_functions_compiled(function):
    check_compiled(function, X)


def test_vectorized_matrices_and_float32():
    def f(x):
        return np.sum(bent(x))

    matrix = np.arange(6.0).reshape(2, 3)
    got = s2sad.grad(f, jit=False)(matrix)
    np.testing.assert_allclose(got, (1.0 - matrix) * np.exp(-matrix))
    assert s2sad.grad(f, jit=False)(matrix.astype(np.float32)).dtype == np.float32


def shapes_differ(x):
    return np.sum(softened(x, x[1:]))


def typed_list(x):
    found = numba.typed.List()
    found.append(x[0])
    return found[0]


def test_what_vectorize_refuses():
    with pytest.raises(ValueError, match="different shapes"):
        s2sad.grad(shapes_differ, jit=False)(X)
    with pytest.raises(s2sad.RefusalError, match="List"):
        s2sad.grad(typed_list, jit=False)(X)


class Scaled:
    def __init__(self, scale):
        self.scale = scale

    def of(self, x):
        return x * self.scale


SCALES = {"two": Scaled(2.0), "three": Scaled(3.0)}
POWERS = [1.0, 2.0, 4.0]


def scaled(name):
    try:
        return SCALES[name]
    except KeyError:
        return SCALES["two"]


def powers():
    return POWERS


def of_objects(x):
    total = 0.0
    for first, second in zip(powers(), powers()[1:]):
        total += scaled("three").of(x) * first * second
    return total + scaled("none").of(x) ** len(powers())


def test_functions_return_objects():
    check_plain(of_objects, 0.7)


def root_between(f, low, high):
    return scipy.optimize.brentq(lambda x: f(x) - low, low, high)


def of_names_that_are_parameters(low, f):
    """What the lambda captures is called as the parameters that it is given to."""
    return root_between(lambda x: x * x * f - low, 0.0, 9.0)


def test_what_is_captured_keeps_its_name_apart():
    got = s2sad.grad(of_names_that_are_parameters, argnums=(0, 1), jit=False)(2.0, 0.5)
    np.testing.assert_allclose(got, (0.5, -2.0), rtol=1e-12)


def are_arrays(first, second):
    return type(first) is np.ndarray and (type(second) is np.ndarray or second is None)


def are_texts(first, second):
    return isinstance(first, str) or isinstance(second, str)


class OfTexts:
    def __init__(self, first, second):
        self.both = first.lower() + second.lower()


class OfArrays:
    def __init__(self, first, second):
        self.both = first * second


def class_for(first, second):
    if are_arrays(first, second):
        return OfArrays
    elif are_texts(first, second):
        return OfTexts
    else:
        raise TypeError


def holder(first, second):
    class_ = class_for(first, second)
    return class_(first, second)


def of_a_chosen_class(x):
    return holder(x, x**2).both


def test_what_a_helper_says_of_kinds_decides():
    check_plain(of_a_chosen_class, X)
    text = s2sad.source(s2sad.tangent(of_a_chosen_class), X)
    assert "are_arrays" not in text and "TypeError" not in text
