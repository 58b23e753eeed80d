"""Rows that lie evenly between two: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.0, 2.0, 3.0])
Y = np.array([2.0, 5.0, 1.0])
W = np.arange(9.0).reshape(3, 3)
ENDS = (1.5, 20.0)

CASES = {
    "linspace": (lambda a, b: np.linspace(a, b, 4) * np.arange(4), *ENDS),
    "linspace of 50": (lambda a, b: np.sum(np.linspace(a, b) ** 2), *ENDS),
    "linspace of one": (lambda a, b: np.linspace(a, b, 1) * b, *ENDS),
    "linspace of none": (lambda a, b: np.sum(np.linspace(a, b, 0)) + a, *ENDS),
    "linspace without its end": (
        lambda a, b: np.linspace(a, b, 4, endpoint=False) ** 2,
        *ENDS,
    ),
    "linspace and its step": (
        lambda a, b: np.linspace(a, b, 5, retstep=True)[1] * a,
        *ENDS,
    ),
    "linspace of arrays": (lambda x, y: np.linspace(x, y, 3) * W, X, Y),
    "linspace to a number": (lambda x: np.linspace(x, 1.0, 3) * W, X),
    "linspace of columns": (lambda x: np.linspace(0.5, x, 4, axis=-1) * W[:, :1], X),
    "logspace": (lambda a, b: np.logspace(a, b, 4), 0.5, 1.0),
    "logspace to a base": (
        lambda a, b, c: np.logspace(a, b, 4, endpoint=False, base=c),
        *(0.5, 1.0, 3.0),
    ),
    "geomspace": (lambda a, b: np.geomspace(a, b, 4), *ENDS),
    "geomspace of negative": (lambda a, b: np.geomspace(-a, -b, 4), *ENDS),
    "geomspace of arrays": (lambda x, y: np.geomspace(x, y, 3), X, Y),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", ["linspace of arrays", "geomspace"])
def test_it_compiles(name):
    check_compiled(*CASES[name])


def test_geomspace_through_zero_raises():
    with pytest.raises(ValueError, match="of two signs"):
        s2sad.grad(lambda a: np.sum(np.geomspace(a, 2.0, 3)), jit=False)(-1.0)


def test_arrays_that_do_not_fit_raise():
    with pytest.raises(ValueError, match="shape"):
        s2sad.grad(lambda x: np.sum(np.linspace(x, Y, 3)), jit=False)(X[:2])
