"""Running sums and products, differences, integrals: every function in every mode."""

import numpy as np
import pytest
import scipy.integrate
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(0)
X = np.array([1.0, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
C = RANDOM.normal(size=(2, 3, 2, 2))
PLACES = np.array([0.0, 0.5, 2.0, 2.5])

CASES = {
    "cumsum": (lambda x: np.cumsum(x), X),
    "cumsum of none": (lambda x: np.cumsum(x), np.zeros(0)),
    "cumsum of a matrix": (lambda x: np.cumsum(x), A),
    "cumsum of rows": (lambda x: x.cumsum(axis=-1), A),
    "cumsum of columns": (lambda x: np.cumsum(x, axis=0), A),
    "cumsum of a transposed": (lambda x: np.cumsum(x.T, axis=0), A),
    "cumsum of an axis of 3": (lambda x: np.cumsum(x, 1), B),
    "cumsum of an axis of 4": (lambda x: np.cumsum(x, axis=2), C),
    "cumsum of the first of 4": (lambda x: np.cumsum(x, axis=0), C),
    "cumsum of every second": (lambda x: np.cumsum(x[::2]), X),
    "cumprod": (lambda x: np.cumprod(x), X),
    "cumprod with a zero": (lambda x: np.cumprod(x), np.array([2.0, 0.0, 3.0])),
    "cumprod of columns": (lambda x: np.cumprod(x, axis=0), A),
    "cumprod of all": (lambda x: np.cumprod(x), A),
    "cumprod of an axis of 3": (lambda x: np.cumprod(x, axis=0), B),
    "diff": (lambda x: np.diff(x), X),
    "ediff1d": (lambda a: np.ediff1d(a**2), A),
    "diff of one": (lambda x: np.diff(x), X[:1]),
    "diff of columns": (lambda x: np.diff(x, axis=0), A),
    "diff twice": (lambda x: np.diff(x, 2), A),
    "diff of an axis of 4": (lambda x: np.diff(x, axis=1), C),
    "diff from 0": (lambda x: np.diff(x, prepend=0.0), X),
    "diff around": (lambda x: np.diff(x, axis=0, prepend=x[-1:], append=2.0), A),
    "accumulated maximum": (lambda x: np.maximum.accumulate(x), X),
    "accumulated minimum": (lambda x: np.minimum.accumulate(x, axis=1), A),
    "accumulated sum": (lambda x: np.add.accumulate(x), A),
    "accumulated product": (lambda x: np.multiply.accumulate(x), X),
    "trapezoid": (lambda y: np.trapezoid(y), X),
    "trapezoid at even places": (lambda y, dx: np.trapezoid(y, dx=dx), X, 0.3),
    "trapezoid at places": (lambda y, x: np.trapezoid(y, x), X, PLACES),
    "trapezoid of rows": (lambda y, x: np.trapezoid(y, x, axis=1), A, PLACES),
    "trapezoid of columns": (lambda y, x: np.trapezoid(y, x[:3], axis=0), A, PLACES),
    "cumulative_trapezoid": (
        lambda y, x: scipy.integrate.cumulative_trapezoid(y, x),
        X,
        PLACES,
    ),
    "cumulative_trapezoid from 0": (
        lambda y: scipy.integrate.cumulative_trapezoid(y, dx=0.5, initial=0.0),
        X,
    ),
}

COMPILED = ["cumsum of columns", "cumprod of all", "diff", "trapezoid of rows"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])
