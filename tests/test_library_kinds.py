"""Reductions of every kind of element, of views, and at ties."""

import numpy as np
import pytest
import scipy.special
from derivative_checks import check_plain

import s2sad

RANDOM = np.random.default_rng(0)
A = RANDOM.normal(size=(3, 4))
X = np.array([1.5, -2.0, 0.5, 3.0])

FUNCTIONS = {
    "sum": lambda x: np.sum(x, axis=0, keepdims=True),
    "prod": lambda x: np.prod(x, axis=1),
    "prod of all": lambda x: np.prod(x),
    "mean": lambda x: np.mean(x, axis=0),
    "max": lambda x: np.max(x, axis=1),
    "max from a number": lambda x: np.max(x, axis=1, initial=1),
    "var": lambda x: np.var(x, axis=1, ddof=1),
    "var of all": lambda x: np.var(x),
    "std": lambda x: np.std(x, axis=0),
    "median": lambda x: np.median(x, axis=1),
    "cumsum": lambda x: np.cumsum(x, axis=0),
    "cumprod": lambda x: np.cumprod(x),
    "diff": lambda x: np.diff(x),
    "norm": lambda x: np.linalg.norm(x, axis=0),
    "norm of all": lambda x: np.linalg.norm(x),
    "sort": lambda x: np.sort(x, axis=0),
    "logsumexp": lambda x: scipy.special.logsumexp(x, axis=1),
    "ptp": lambda x: np.ptp(x, axis=0),
    "nansum": lambda x: np.nansum(x, axis=0),
    "nanmean": lambda x: np.nanmean(x, axis=0),
    "nanmax": lambda x: np.nanmax(x, axis=0),
    "average": lambda x: np.average(x, axis=0),
    "where": lambda x: np.sum(x, axis=0, where=x > 0),
    "dtype": lambda x: np.sum(x, dtype=np.float64),
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_float32_stays_float32(function):
    x = A.astype(np.float32)
    value, pull = s2sad.vjp(function, x, jit=False)
    expected = function(x)
    assert np.asarray(value).dtype == expected.dtype
    np.testing.assert_allclose(value, expected, rtol=1e-5, atol=1e-6)
    (x_bar,) = pull(np.ones_like(expected))
    assert x_bar.dtype == np.float32
    exact = s2sad.vjp(function, A, jit=False)[1](np.ones_like(function(A)))[0]
    np.testing.assert_allclose(x_bar, exact, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("jit", [False, True])
def test_a_gradient_has_the_dtype_of_its_argument(jit):
    x = A[0].astype(np.float32)
    gradient = s2sad.grad(lambda x, a: (x @ x + np.sum(x * x)) * a, jit=jit)(x, 1.5)
    assert gradient.dtype == np.float32
    np.testing.assert_allclose(gradient, 6.0 * x, rtol=1e-6)


INTEGERS = {
    "sum": lambda n: np.sum(n, axis=(0, 1)),
    "prod": lambda n: np.prod(n, axis=0),
    "mean": lambda n: np.mean(n, axis=0),
    "max": lambda n: np.max(n, axis=0),
    "var": lambda n: np.var(n, axis=0),
    "std of all": lambda n: np.std(n),
    "median": lambda n: np.median(n, axis=0),
    "cumsum": lambda n: np.cumsum(n, axis=1),
    "sort": lambda n: np.sort(n, axis=1),
    "norm": lambda n: np.linalg.norm(n, axis=1),
    "argmax": lambda n: np.argmax(n, axis=1),
    "argmax of all": lambda n: np.argmax(n),
    "argsort": lambda n: np.argsort(n, axis=0),
    "unique": lambda n: np.unique(n),
    "count_nonzero": lambda n: np.count_nonzero(n, axis=0),
    "bincount": lambda n: np.bincount(n[0]),
    "diff": lambda n: np.diff(n, axis=0),
    "sum of truths": lambda n: np.sum(n > 1, axis=1),
    "prod of truths": lambda n: np.prod(n > 1, axis=1),
    "any": lambda n: 1 * np.any(n > 3, axis=1),
    "all": lambda n: 1 * np.all(n > 0),
}
N = np.array([[3, 1, 2, 2], [0, 2, 5, 1]])


@pytest.mark.parametrize("reduce", INTEGERS.values(), ids=INTEGERS)
def test_integers_are_reduced_as_numpy_does(reduce):
    def function(x, n):
        return x * reduce(n)

    value, slope = s2sad.jvp(function, (2.0, N), (1.0, None), jit=False)
    np.testing.assert_array_equal(value, function(2.0, N))
    np.testing.assert_array_equal(slope, reduce(N))


LISTS = {
    "max": lambda x: np.max([x[0] * x[1], x[2]]),
    "max of a nested list": lambda x: np.max([[x[0], x[2]], [x[3], 1.0]], axis=0),
    "mean": lambda x: np.mean((x[0] * x[1], x[2])),
    "sum": lambda x: np.sum([x[0] * x[1], x[2]]),
    "prod": lambda x: np.prod([x[0] * x[1], x[2]]),
    "std": lambda x: np.std([x[0] * x[1], x[2]]),
    "norm": lambda x: np.linalg.norm([x[0] * x[1], x[2]]),
    "median": lambda x: np.median([x[0] * x[1], x[2], 1.0]),
    "sort": lambda x: np.sort([x[0] * x[1], x[2], 1.0]),
    "cumsum": lambda x: np.cumsum([x[0] * x[1], x[2]]),
    "sum of a number": lambda x: np.sum(x[0]) * np.prod(x[1]) * np.median(x[2]),
}


@pytest.mark.parametrize("function", LISTS.values(), ids=LISTS)
def test_lists_and_numbers_are_taken_as_arrays(function):
    check_plain(function, X)


TIES = {
    "max": (lambda x: np.max(x), [0, 1, 0, 0]),
    "min": (lambda x: np.min(-x), [0, -1, 0, 0]),
    "max from a number": (lambda x: np.max(x, initial=2.0), [0, 1, 0, 0]),
    "ptp": (lambda x: np.ptp(x[1:]), [0, 1, -1, 0]),
    "nanmax": (lambda x: np.nanmax(x), [0, 1, 0, 0]),
    "norm": (lambda x: np.linalg.norm(x, np.inf), [0, 1, 0, 0]),
    "sort": (lambda x: np.sort(x)[2], [0, 1, 0, 0]),
    "unique": (lambda x: np.unique(x)[2], [0, 1, 0, 0]),
}


@pytest.mark.parametrize("case", TIES.values(), ids=TIES)
def test_at_ties_the_first_takes_the_derivative(case):
    function, expected = case
    x = np.array([0.0, 2.0, 1.0, 2.0])
    gradient = s2sad.grad(function, jit=False)(x)
    np.testing.assert_array_equal(gradient, expected)


def test_the_first_of_a_matrix_is_the_first_in_reading_order():
    x = np.array([[0.0, 2.0, 1.0], [2.0, 2.0, 0.0]])
    for function in (
        lambda x: np.max(x),
        lambda x: -np.min(-x),
        lambda x: np.max(x, axis=(0, 1)),
    ):
        gradient = s2sad.grad(function, jit=False)(x)
        np.testing.assert_array_equal(gradient, [[0, 1, 0], [0, 0, 0]])


def test_a_part_of_an_array_is_reduced():
    def function(x):
        y = x * x
        return np.sum(np.max(y[::2, 1:].T, axis=0) * np.var(y[:, ::-1], axis=1)[::2])

    gradient = s2sad.grad(function, jit=False)(A)
    direction = RANDOM.normal(size=A.shape)
    ahead, behind = (function(A + s * 1e-6 * direction) for s in (1, -1))
    expected = (ahead - behind) / 2e-6
    np.testing.assert_allclose(np.vdot(gradient, direction), expected, rtol=1e-6)


def test_the_standard_deviation_of_a_constant_has_the_derivative_of_a_root_at_0():
    with np.errstate(divide="ignore", invalid="ignore"):
        gradient = s2sad.grad(lambda x: np.std(x), jit=False)(np.ones(3))
    assert np.all(np.isnan(gradient))


def test_nan_is_passed_on():
    x = np.array([1.0, np.nan, 3.0])
    for function in (
        *(lambda x: np.max(x, initial=2.0), lambda x: np.min(x), lambda x: np.prod(x)),
        *(lambda x: np.median(x), lambda x: np.quantile(x, 0.0), lambda x: np.var(x)),
    ):
        assert np.isnan(s2sad.value_and_grad(function, jit=False)(x)[0])


def shapes_and_values_by_name(x):
    made = np.full(shape=x.shape, fill_value=x[0]) + np.full(3, fill_value=x[1])
    return np.sum(made * np.ones(shape=3)) + np.sum(np.zeros(shape=x.shape))


def test_what_numpy_takes_by_name():
    check_plain(shapes_and_values_by_name, np.array([0.3, 0.7, 0.2]))


def test_what_numpy_is_not_given():
    for function, name in (
        (lambda x: np.sum(np.full(x.shape) * x), "fill_value"),
        (lambda x: np.sum(np.zeros() * x), "shape"),
        (lambda x: np.sum(np.full(2, x)), "np.full of an array"),
        (lambda x: np.sum(np.full((2,), [x[0], 1.0])), "np.full of an array"),
    ):
        with pytest.raises(s2sad.RefusalError, match=name):
            s2sad.grad(function, jit=False)(np.array([0.3, 0.7]))
