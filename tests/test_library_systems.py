"""Linear algebra: every function in every mode, and as Numba compiles it."""

import numpy as np
import pytest
import scipy.linalg
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
SQUARE = RANDOM.normal(size=(3, 3)) + 3.0 * np.eye(3)
STACK = np.stack([SQUARE, SQUARE + 1.0, SQUARE.T])
POSITIVE = SQUARE @ SQUARE.T
TALL = RANDOM.normal(size=(4, 3))
WIDE = TALL.T.copy()
VECTOR, COLUMNS = RANDOM.normal(size=3), RANDOM.normal(size=(3, 2))
STRIDED = np.repeat(np.repeat(POSITIVE, 2, 0), 2, 1)[::2, ::2]
LONG = RANDOM.normal(size=4)


CASES = {
    "inv": (lambda a: np.linalg.inv(a), SQUARE),
    "inv of a stack": (lambda a: np.linalg.inv(a), STACK),
    "inv of strides": (lambda a: np.linalg.inv(a), STRIDED),
    "inv of a transpose": (lambda a: np.linalg.inv(a.T), SQUARE),
    "inv of SciPy": (lambda a: scipy.linalg.inv(a), SQUARE),
    "solve": (lambda a, b: np.linalg.solve(a, b), SQUARE, VECTOR),
    "solve of columns": (lambda a, b: np.linalg.solve(a, b), SQUARE, COLUMNS),
    "solve of a stack": (lambda a, b: np.linalg.solve(a, b), STACK, COLUMNS),
    "solve of a stack and a vector": (
        lambda a, b: np.linalg.solve(a, b),
        STACK,
        VECTOR,
    ),
    "solve of two stacks": (
        lambda a, b: np.linalg.solve(a, b),
        STACK,
        np.stack([COLUMNS] * 3),
    ),
    "solve of strides": (
        lambda a, b: np.linalg.solve(a[::2, ::2], b),
        np.kron(SQUARE, np.ones((2, 2))),
        VECTOR,
    ),
    "solve of none": (
        lambda a, b: np.linalg.solve(a, b),
        np.zeros((0, 0)),
        np.zeros(0),
    ),
    "solve of SciPy": (lambda a, b: scipy.linalg.solve(a, b), SQUARE, VECTOR),
    "det": (lambda a: np.linalg.det(a), SQUARE),
    "det of a stack": (lambda a: np.linalg.det(a), STACK),
    "slogdet": (lambda a: np.linalg.slogdet(a)[1], SQUARE),
    "slogdet, its sign": (lambda a: np.linalg.slogdet(a)[0] * a[0, 0], -SQUARE),
    "slogdet of a stack": (lambda a: np.linalg.slogdet(a)[1], STACK),
    "cholesky": (lambda a: np.linalg.cholesky(a), POSITIVE),
    "cholesky, upper": (lambda a: np.linalg.cholesky(a, upper=True), POSITIVE),
    "cholesky of strides": (lambda a: np.linalg.cholesky(a), STRIDED),
    "cholesky of a stack": (
        lambda a: np.linalg.cholesky(a),
        np.stack([POSITIVE, 2.0 * POSITIVE]),
    ),
    "cholesky of SciPy": (lambda a: scipy.linalg.cholesky(a), POSITIVE),
    "cholesky of SciPy, lower": (
        lambda a: scipy.linalg.cholesky(a, lower=True),
        POSITIVE,
    ),
    "qr, q": (lambda a: np.linalg.qr(a)[0], TALL),
    "qr, r": (lambda a: np.linalg.qr(a)[1], TALL),
    "qr, q of a wide one": (lambda a: np.linalg.qr(a)[0], WIDE),
    "qr, r of a wide one": (lambda a: np.linalg.qr(a)[1], WIDE),
    "qr, r alone": (lambda a: np.linalg.qr(a, mode="r"), SQUARE),
    "qr of SciPy": (lambda a: scipy.linalg.qr(a, mode="economic")[1], TALL),
    "eigh, values": (lambda a: np.linalg.eigh(a)[0], POSITIVE),
    "eigh, vectors": (lambda a: np.linalg.eigh(a)[1], POSITIVE),
    "eigvalsh": (lambda a: np.linalg.eigvalsh(a), POSITIVE),
    "eigvalsh, upper": (lambda a: np.linalg.eigvalsh(a, UPLO="U"), POSITIVE),
    "eigvalsh of SciPy": (lambda a: scipy.linalg.eigvalsh(a), POSITIVE),
    "svd, u": (lambda a: np.linalg.svd(a, full_matrices=False)[0], TALL),
    "svd, s": (lambda a: np.linalg.svd(a, full_matrices=False)[1], TALL),
    "svd, vh": (lambda a: np.linalg.svd(a, full_matrices=False)[2], TALL),
    "svd, u of a wide one": (lambda a: np.linalg.svd(a, full_matrices=False)[0], WIDE),
    "svd, vh of a wide one": (lambda a: np.linalg.svd(a, full_matrices=False)[2], WIDE),
    "svd, values alone": (lambda a: np.linalg.svd(a, compute_uv=False), TALL),
    "svdvals": (lambda a: scipy.linalg.svdvals(a), WIDE),
    "cond": (lambda a: np.linalg.cond(a), SQUARE),
    "pinv": (lambda a: np.linalg.pinv(a), TALL),
    "pinv of a wide one": (lambda a: np.linalg.pinv(a), WIDE),
    "lstsq": (lambda a, b: np.linalg.lstsq(a, b, rcond=None)[0], TALL, LONG),
    "lstsq of columns": (
        lambda a, b: np.linalg.lstsq(a, b, rcond=None)[0],
        WIDE,
        COLUMNS,
    ),
    "lstsq, residuals": (lambda a, b: np.linalg.lstsq(a, b, rcond=None)[1], TALL, LONG),
    "lstsq, no residuals": (
        lambda a, b: np.linalg.lstsq(a, b, rcond=None)[1],
        SQUARE,
        VECTOR,
    ),
    "lstsq, singular values": (
        lambda a, b: np.linalg.lstsq(a, b, rcond=None)[3],
        TALL,
        LONG,
    ),
    "solve_triangular": (
        lambda a, b: scipy.linalg.solve_triangular(a, b),
        SQUARE,
        VECTOR,
    ),
    "solve_triangular, lower": (
        lambda a, b: scipy.linalg.solve_triangular(a, b, lower=True),
        SQUARE,
        COLUMNS,
    ),
    "solve_triangular, transposed": (
        lambda a, b: scipy.linalg.solve_triangular(a, b, trans=1),
        SQUARE,
        VECTOR,
    ),
    "solve_triangular, lower and transposed": (
        lambda a, b: scipy.linalg.solve_triangular(a, b, trans="T", lower=True),
        SQUARE,
        COLUMNS,
    ),
    "solve_triangular, of a unit diagonal": (
        lambda a, b: scipy.linalg.solve_triangular(a, b, unit_diagonal=True),
        SQUARE,
        VECTOR,
    ),
    "cho_solve": (
        lambda a, b: scipy.linalg.cho_solve(scipy.linalg.cho_factor(a), b),
        POSITIVE,
        VECTOR,
    ),
    "cho_solve, lower": (
        lambda a, b: scipy.linalg.cho_solve(scipy.linalg.cho_factor(a, lower=True), b),
        POSITIVE,
        COLUMNS,
    ),
    "cho_solve of a factor": (
        lambda a, b: scipy.linalg.cho_solve((a, True), b),
        SQUARE,
        COLUMNS,
    ),
    "matrix_power": (lambda a: np.linalg.matrix_power(a, 5), SQUARE),
    "matrix_power, negative": (lambda a: np.linalg.matrix_power(a, -3), SQUARE),
    "matrix_power of 0": (lambda a: np.linalg.matrix_power(a, 0), SQUARE),
    "expm": (lambda a: scipy.linalg.expm(a), SQUARE / 3.0),
    "expm of a large one": (lambda a: scipy.linalg.expm(a) / 100.0, 2.0 * SQUARE),
    "multi_dot": (
        lambda a, b, c: np.linalg.multi_dot([a, b, c]),
        SQUARE,
        COLUMNS,
        COLUMNS.T.copy(),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, exact=1e-10)


@pytest.mark.parametrize(
    "word",
    [
        "inv of a stack",
        "solve of strides",
        "solve of a stack",
        "slogdet",
        "cholesky",
        "qr, r of a wide one",
        "eigh, vectors",
        "eigvalsh",
        "svd, u",
        "svd, values alone",
        "pinv",
        "lstsq",
        "cho_solve",
        "matrix_power",
        "expm",
    ],
)
def test_it_compiles(word):
    check_compiled(*CASES[word], exact=1e-9)


def test_the_gradient_of_a_log_determinant_is_the_inverse():
    gradient = s2sad.grad(lambda a: np.linalg.slogdet(a)[1], jit=False)
    np.testing.assert_allclose(gradient(SQUARE), np.linalg.inv(SQUARE).T)


def test_a_factor_is_a_function_of_one_triangle():
    def log_determinant(a):
        return 2.0 * np.sum(np.log(np.linalg.cholesky(a) * np.eye(3) + 1.0 - np.eye(3)))

    gradient = s2sad.grad(log_determinant, jit=False)(POSITIVE)
    assert np.all(np.triu(gradient, 1) == 0.0)
    inverse = np.linalg.inv(POSITIVE)
    np.testing.assert_allclose(gradient + gradient.T, 2.0 * inverse)


def test_values_of_equal_size_have_derivatives_where_vectors_have_none():
    def trace(a):
        values, vectors = np.linalg.eigh(a)
        return np.sum(values)

    np.testing.assert_array_equal(s2sad.grad(trace, jit=False)(np.eye(2)), np.eye(2))

    def corner(a):
        values, vectors = np.linalg.eigh(a)
        return vectors[0, 0] * vectors[1, 1] + values[0]

    assert np.isnan(s2sad.jvp(corner, (np.eye(2),), (np.ones((2, 2)),), jit=False)[1])


@pytest.mark.parametrize("word", ["inv", "cholesky", "eigvalsh", "pinv", "qr, r"])
def test_single_precision_stays(word):
    function, a = CASES[word]
    single = a.astype(np.float32)
    value, pull = s2sad.vjp(function, single, jit=False)
    assert value.dtype == np.float32
    (bar,) = pull(np.ones_like(value))
    assert bar.dtype == np.float32


def test_integers_are_taken():
    integers = np.array([[2, 1], [1, 3]])

    def f(b):
        return np.sum(np.linalg.solve(integers, b)) + np.linalg.det(integers) * b[0]

    b = np.array([1.0, 2.0])
    expected = np.linalg.inv(integers).T @ np.ones(2) + np.array([5.0, 0.0])
    for jit in (False, True):
        np.testing.assert_allclose(s2sad.grad(f, jit=jit)(b), expected)


@pytest.mark.parametrize(
    "function, said",
    [
        (lambda a: np.linalg.eigh(a, UPLO="U")[1][0, 0], "eigh of a.T"),
        (lambda a: np.linalg.qr(a, mode="complete")[0][0, 0], "mode='reduced'"),
        (lambda a: a[0, 0] * np.linalg.matrix_rank(a, 0.1), "rtol="),
        (lambda a: scipy.linalg.eigh(a)[1][0, 0], "np.linalg.eigh"),
        (lambda a: np.linalg.pinv(a, rcond=0.1)[0, 0], "pinv with a tolerance"),
    ],
)
def test_it_refuses(function, said):
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(function)(SQUARE)
    assert said in str(error.value)
    assert "test_library_systems.py" in str(error.value)


def test_the_whole_svd_is_that_of_square_matrices():
    def first(a):
        u, s, vh = np.linalg.svd(a)
        return u * s @ vh + u**2

    check_plain(first, SQUARE)
    with pytest.raises(s2sad.ReachedError, match="svd with full_matrices=True"):
        s2sad.grad(lambda a: np.sum(first(a)), jit=False)(TALL)


def test_a_function_with_a_rule_may_call_them():
    def largest(a):
        u, s, vh = np.linalg.svd(a, full_matrices=False)
        return s[0]

    @s2sad.rule
    def largest_rule(a):
        z = largest(a)
        z_dot = np.sum(a_dot * a) / z  # noqa: F821, F841
        a_bar += z_bar * a / z  # noqa: F821, F841

    column = np.array([[3.0], [4.0]])
    np.testing.assert_allclose(s2sad.grad(largest, jit=False)(column), [[0.6], [0.8]])


def test_the_pseudoinverse_of_a_symmetric_matrix_reads_one_triangle():
    check_plain(lambda a: np.linalg.pinv(a, hermitian=True), SQUARE, second=False)


def test_a_function_of_a_matrix_has_no_derivative_by_way_of_equal_values():
    """The vectors of one space turn as they like; their adjoints may cancel there."""

    def root(a):
        values, vectors = np.linalg.eigh(a)
        return np.sum(POSITIVE * ((vectors * np.sqrt(values)) @ vectors.T))

    turn = np.linalg.qr(POSITIVE)[0]
    equal_but_for_rounding = turn @ np.diag([1.0, 2.0, 2.0]) @ turn.T
    for a in (np.diag([1.0, 2.0, 2.0]), equal_but_for_rounding):
        assert np.isnan(np.sum(s2sad.grad(root, jit=False)(a)))
        assert np.isnan(s2sad.jvp(root, (a,), (POSITIVE,), jit=False)[1])

    def apart(a):
        values, vectors = np.linalg.eigh(a)
        return vectors[0, 0] * values[2]

    gradient = s2sad.grad(apart, jit=False)(np.diag([1.0, 2.0, 2.0]))
    np.testing.assert_array_equal(gradient, np.diag([0.0, 0.0, 1.0]))
