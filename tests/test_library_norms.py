"""Norms, and the logarithm of a sum of exponentials: every function in every mode."""

import numpy as np
import pytest
import scipy.special
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
norm, logsumexp = np.linalg.norm, scipy.special.logsumexp

CASES = {
    "logaddexp of rows": (lambda a: np.logaddexp.reduce(a, axis=1), A),
    "norm": (lambda x: np.linalg.norm(x), X),
    "norm of order 1": (lambda x: np.linalg.norm(x, 1), X),
    "norm of order 2": (lambda x: np.linalg.norm(x, ord=2), X),
    "norm of order 3": (lambda x: np.linalg.norm(x, 3), X),
    "norm of order 2.5": (lambda x: np.linalg.norm(x, 2.5), X),
    "norm of an order given": (lambda x, p: np.linalg.norm(x, p), X, 1.7),
    "norm of order inf": (lambda x: np.linalg.norm(x, np.inf), X),
    "norm of order -inf": (lambda x: np.linalg.norm(x, -np.inf), X),
    "norm of order 0": (lambda x: x * np.linalg.norm(x, 0), X),
    "norm of rows": (lambda x: x / norm(x, axis=1, keepdims=True), A),
    "norm of columns": (lambda x: norm(x, axis=0), A),
    "norm of rows of order 1": (lambda x: norm(x, 1, axis=-1), A),
    "norm of an axis of 3": (lambda x: norm(x, axis=1), B),
    "norm of a matrix": (lambda x: norm(x), A),
    "norm of a matrix, kept": (lambda x: norm(x, keepdims=True), A),
    "norm of rank 3": (lambda x: norm(x), B),
    "norm of Frobenius": (lambda x: norm(x, "fro"), A),
    "norm of Frobenius of two axes": (lambda x: norm(x, "fro", axis=(0, 2)), B),
    "norm of two axes, kept": (lambda x: norm(x, axis=(0, 2), keepdims=True), B),
    "norm by columns": (lambda x: norm(x, 1), A),
    "norm by the least column": (lambda x: norm(x, -1), A),
    "norm by singular values": (lambda x: norm(x, 2) * norm(x, -2), A),
    "norm that sums singular values": (lambda x: norm(x, "nuc"), A),
    "norm by rows": (lambda x: norm(x, np.inf), A),
    "norm by the least row": (lambda x: norm(x, -np.inf), A),
    "norm by columns of two axes": (lambda x: norm(x, 1, axis=(2, 0)), B),
    "norm by rows of two axes": (lambda x: norm(x, np.inf, axis=(0, -1)), B),
    "logsumexp": (lambda x: logsumexp(x), X),
    "logsumexp of large numbers": (lambda x: logsumexp(x), X + 1000.0),
    "logsumexp of a matrix": (lambda x: logsumexp(x), A),
    "logsumexp of rows": (lambda x: x - logsumexp(x, axis=1, keepdims=True), A),
    "logsumexp of columns": (lambda x: logsumexp(x, 0), A),
    "logsumexp of an axis of 3": (lambda x: logsumexp(x, axis=1), B),
    "logsumexp with weights": (lambda x, b: logsumexp(x, b=b), X, X**2),
    "logsumexp of rows with weights": (
        lambda x, b: logsumexp(x, axis=1, b=b, keepdims=True),
        A,
        A**2,
    ),
    "logsumexp of two axes": (lambda x: logsumexp(x, axis=(0, 2)), B),
}

COMPILED = ["norm", "norm of order 2.5", "norm of a matrix", "logsumexp"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


@pytest.mark.parametrize("order", [None, 2, 3])
def test_the_norm_has_the_derivative_0_at_0(order):
    gradient = s2sad.grad(lambda x: np.linalg.norm(x, order), jit=False)
    np.testing.assert_array_equal(gradient(np.zeros(3)), 0.0)


def test_the_norm_of_a_row_of_zeros_has_the_derivative_0():
    rows = np.array([[3.0, 4.0], [0.0, 0.0]])
    expected = [[0.6, 0.8], [0.0, 0.0]]
    for function in (
        lambda x: np.sum(np.linalg.norm(x, axis=1)),
        lambda x: np.sum(np.linalg.norm(x[:, None], axis=(1, 2))),
    ):
        gradient = s2sad.grad(function, jit=False)(rows)
        np.testing.assert_allclose(gradient, expected)
