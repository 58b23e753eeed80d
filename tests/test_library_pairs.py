"""Methods of ufuncs for pairs, index arrays of triangles and grids, windows, blocks."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.7, 1.3, 0.4, 0.9])
A = np.sin(np.arange(12.0)).reshape(3, 4)

CASES = {
    "outer differences": (lambda x, a: np.subtract.outer(x, a), X, A),
    "outer sums": (lambda a, x: np.add.outer(a, x), A, X),
    "outer products": (lambda x, s: np.multiply.outer(x, s), X, 1.5),
    "outer quotients": (lambda a, x: np.divide.outer(a, x), A, X),
    "outer powers": (lambda x: np.power.outer(x, np.arange(3.0)), X),
    "outer maximum": (lambda x, a: np.maximum.outer(x, a), X, A),
    "outer minimum": (lambda x: np.minimum.outer(x, 2.0 * x[1:]), X),
    "upper triangle": (lambda a: a[np.triu_indices(3, 1)] ** 2, A),
    "upper triangle of a shape": (lambda a: a[np.triu_indices(3, k=-1, m=4)], A),
    "upper triangle from": (lambda a: a[np.triu_indices_from(a)] ** 2, A),
    "lower triangle": (lambda a: a[np.tril_indices(3, -1)] ** 2, A),
    "lower triangle from": (lambda a: a[np.tril_indices_from(a, 1)], A),
    "diagonal": (lambda a: a[np.diag_indices(3)] ** 2, A),
    "diagonal from": (lambda a: a[:, :3][np.diag_indices_from(a[:, :3])], A),
    "truths of eye": (lambda a: a[np.eye(3, 4, dtype=bool)] ** 2, A),
    "grid": (lambda a: a * np.indices((3, 4))[1] + np.indices(a.shape)[0], A),
    "points of a grid": (lambda a: a * np.mgrid[0:3, 0:4][1], A),
    "points between": (lambda x: np.mgrid[0 : x[0] : 4j, -1:3:2] * x[:, None], X),
    "points of a grid of three axes": (
        lambda x: np.mgrid[0:2:3j, 0:2, 1:5] * x,
        X,
    ),
    "points of a line": (lambda x: np.mgrid[1:5] * x + np.mgrid[0:1:4j,], X),
    "open grid": (
        lambda a: np.prod(np.broadcast_arrays(*np.ogrid[0:3, 0:1:4j]), 0) * a,
        A,
    ),
    "open grid of three axes": (
        lambda x: np.ogrid[0:2, 1:4, 0 : x[1] : 4j][2] * x + np.ogrid[0:2, 1:4, 0:1][1],
        X,
    ),
    "blocks": (lambda a, x: np.block([[a, a * a], [2.0 * a, a + x]]), A, X),
    "blocks of a row": (lambda x: np.block([x, x * x]), X),
    "hanning": (lambda x: x * np.hanning(len(x)), X),
    "hanning of one": (lambda x: x * np.hanning(len(x)), X[:1]),
    "other windows": (
        lambda x: x * np.hamming(4) + np.blackman(4) * x**2 - np.bartlett(4) * x,
        X,
    ),
    "insert a number": (lambda x: np.insert(x, 0, 0.0), X),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


def test_compiled():
    def all_of_them(x, a):
        pairs = np.subtract.outer(x, a)[:, :, 0] ** 2
        grid = np.indices((3, 4))[1] * a + np.block([[a[:, :2], a[:, 2:]]])
        corner = grid[np.triu_indices(3)] @ np.hanning(6)
        return pairs * corner + np.minimum.accumulate(x)[:, None]

    check_compiled(all_of_them, X, A)


@pytest.mark.parametrize("jit", [False, True])
def test_whole_numbers_and_truths_of_python(jit):
    def f(x):
        m, z = np.eye(4, dtype=int), np.zeros(4, int)
        m[0, 1] = x[1]  # cut off: has no derivative
        is_large = np.ones(4, dtype=bool)
        is_large[3] = False
        return np.sum(m * x) + x[z[0]] ** 2 + np.sum(np.ones(3, float) * x[is_large])

    value, gradient = s2sad.value_and_grad(f, jit=jit)(X)
    assert abs(value - f(X)) < 1e-14
    np.testing.assert_allclose(gradient, [3.4, 3.0, 2.0, 1.0])
