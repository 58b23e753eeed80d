"""Reductions without the elements that are nan: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))


CASES = {
    "nansum": (lambda x: np.nansum(x), X),
    "nansum of rows": (lambda x: np.nansum(x, axis=1, keepdims=True), A),
    "nanprod": (lambda x: np.nanprod(x), X),
    "nanprod of two axes": (lambda x: np.nanprod(x, axis=(0, 2)), B),
    "nancumsum": (lambda x: np.nancumsum(x), X),
    "nancumprod of columns": (lambda x: np.nancumprod(x, axis=0), A),
    "nanmean of complex numbers": (lambda x: np.angle(np.nanmean(np.exp(1j * x))), X),
    "nanmax": (lambda x: np.nanmax(x), X),
    "nanmax of columns": (lambda x: np.nanmax(x, axis=0), A),
    "nanmin of rows, kept": (lambda x: np.nanmin(x, axis=1, keepdims=True), A),
    "nanargmax": (lambda x: x[np.nanargmax(x)], X),
    "nanargmin of rows": (lambda x: x[np.nanargmin(x, axis=1), 0], A),
    "nanmean": (lambda x: np.nanmean(x), X),
    "nanmean of rows": (lambda x: np.nanmean(x, axis=1), A),
    "nanmean of two axes": (lambda x: np.nanmean(x, axis=(0, 1), keepdims=True), B),
    "nanvar": (lambda x: np.nanvar(x), X),
    "nanvar of columns": (lambda x: np.nanvar(x, axis=0, ddof=1), A),
    "nanstd of rows": (lambda x: np.nanstd(x, axis=1, keepdims=True), A),
    "nanmedian": (lambda x: np.nanmedian(x), X),
    "nanmedian of columns": (lambda x: np.nanmedian(x, axis=0), A),
    "nanpercentile": (lambda x: np.nanpercentile(x, 30), A),
    "nanquantile of rows": (lambda x: np.nanquantile(x, 0.3, axis=1), A),
}
WORDS = (
    *("nansum", "nanprod", "nanmax", "nanmin", "nanmean", "nanvar", "nanstd"),
    *("nanmedian", "nancumsum", "nancumprod"),
)

COMPILED = ["nanmax of columns", "nanmean", "nanmedian"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


@pytest.mark.parametrize("word", WORDS)
def test_elements_that_are_nan_have_the_derivative_0(word):
    reduce = getattr(np, word)
    x = np.array([3.0, np.nan, 1.0, 2.0, np.nan])
    present = np.array([3.0, 1.0, 2.0])

    def result(x):
        return np.sum(reduce(x) * 1.5)

    gradient = s2sad.grad(result, jit=False)
    value, found = s2sad.value_and_grad(result, jit=False)(x)
    expected = gradient(present)
    if word.startswith("nancum"):
        expected = found[[0, 2, 3]]
    np.testing.assert_allclose(value, result(x))
    np.testing.assert_allclose(found[[0, 2, 3]], expected)
    np.testing.assert_array_equal(found[[1, 4]], 0.0)
