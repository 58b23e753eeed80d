"""Functions of numba.guvectorize: each part of arrays, in every mode."""

import numba
import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
X = RANDOM.normal(size=4)


@numba.guvectorize("(),(n),()->()")
def weighed(x, parts, is_doubled, out):
    out[0] = x * parts.sum()
    if is_doubled:
        out[0] *= 2.0


@numba.guvectorize(["void(float64[:], float64, float64[:])"], "(n),()->(n)")
def run(x, a, out):
    total = 0.0
    for i in range(len(x)):
        total += x[i] * a
        out[i] = total


@numba.guvectorize(["void(float64[:], float64[:,:], float64[:])"], "(),(n,m)->(n)")
def products(x, parts, out):
    for i in range(len(out)):
        out[i] = np.prod(parts[i]) * x[0]


def into(x, parts):
    out = np.empty_like(x)
    weighed(x, parts, True, out)
    return out


CASES = {
    "numbers of rows": (into, X[:3], A),
    "numbers, and one row": (into, X[:3], X),
    "into a matrix": (into, A, B[0, :1]),
    "a row and a number": (lambda x, a: run(x, a), X, 0.7),
    "a row and numbers": (lambda x, a: run(x, a), X, X[:2] ** 2),
    "rows and numbers": (lambda x, a: run(x, a), A, X[1:]),
    "a number that is an array": (lambda x, b: products(x, b), 0.7, A),
    "numbers that are arrays": (lambda x, b: products(x, b), X[:2], B),
    "one of many": (lambda x, b: products(x, b), A[:, :1], B),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


def test_it_compiles():
    check_compiled(*CASES["rows and numbers"])


@pytest.mark.parametrize(
    ("function", "arguments"),
    [(into, (X[:2], A)), (lambda x, b: products(x, b), (X[:3], B))],
)
def test_shapes_that_differ(function, arguments):
    for call in (function, s2sad.grad(lambda *a: np.sum(function(*a)), jit=False)):
        with pytest.raises(ValueError, match="shape|mismatch"):
            call(*arguments)


def test_what_is_refused():
    for function, what in (
        (lambda x: run(x[0], 1.0), "rank 0 is given where"),
        (lambda x: run(x), "does not take these arguments"),
        (lambda x: run(x.astype(np.float32), 1.0), "compiled for other types"),
        (lambda x: weighed(x[0], x, False, x[1]), "without axes"),
    ):
        with pytest.raises(s2sad.RefusalError, match=what):
            s2sad.grad(lambda x, f=function: np.sum(f(x)), jit=False)(X)
