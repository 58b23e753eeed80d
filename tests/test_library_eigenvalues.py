"""Eigenvalues of any square matrix and their vectors, real ones and complex pairs."""

import subprocess
import sys

import numba
import numpy as np
import pytest
import scipy.linalg
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(5)
TURNING = RANDOM.normal(size=(4, 4))
POSITIVE = np.abs(RANDOM.normal(size=(4, 4))) + 0.1
WEIGHTS = RANDOM.normal(size=(4, 4))


def spectral_radius(a):
    return np.max(np.abs(np.linalg.eigvals(a)))


def fastest_growth(a):
    return np.sort(np.linalg.eigvals(a).real)[-1]


def values_and_vectors(a):
    values, vectors = np.linalg.eig(a)
    total = np.sum(values.real**3) + np.sum(values.imag**2)
    total += np.sum(WEIGHTS * vectors.real * vectors.real[0])  # whichever sign it has
    return total + np.sum(WEIGHTS.T * vectors.imag * vectors.real[1])


def of_a_complex_matrix(a):
    values, vectors = np.linalg.eig(a + 1j * a.T**2)
    total = np.sum(np.abs(values)) + np.sum(WEIGHTS * vectors.real * vectors.real[0])
    return total + np.sum(WEIGHTS.T * vectors.imag * vectors.real[1])


def stationary_distribution(a):
    chain = np.abs(a) / np.sum(np.abs(a), axis=1, keepdims=True)
    values, vectors = np.linalg.eig(chain.T)
    found = vectors[:, np.argmin(np.abs(values - 1.0))].real
    return found / found.sum()


def of_a_stack(a):
    return np.abs(np.linalg.eigvals(np.stack((a, a @ a)))) ** 1.5


def sorted_ones(a):
    found = np.linalg.eig(a)
    order = found.eigenvalues.argsort()[::-1]
    return np.abs(found.eigenvalues[order]) + np.sort(found[0]).imag ** 2


def exponential(a):
    values, vectors = np.linalg.eig(a)
    return np.real(vectors @ np.diag(np.exp(values)) @ np.linalg.inv(vectors))


def by_kind(a):
    values = scipy.linalg.eigvals(a)
    if np.any(np.iscomplex(values)):
        return np.sum(np.abs(values))
    return np.sum(values.real ** np.arange(len(values))) * np.all(np.isreal(values))


PROGRAMS = (
    *(spectral_radius, fastest_growth, values_and_vectors, of_a_complex_matrix),
    *(stationary_distribution, of_a_stack, sorted_ones, exponential, by_kind),
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_all_orders(program):
    check_plain(program, TURNING)


@pytest.mark.parametrize("program", [values_and_vectors, by_kind])
def test_of_another_matrix(program):
    check_plain(program, POSITIVE.T, second=False)


def test_it_compiles():
    check_compiled(values_and_vectors, TURNING)


def test_the_order_is_that_of_numpy():
    def first(a):
        return np.linalg.eigvals(a)[0].real

    for seed in range(40):
        a = np.random.default_rng(seed).normal(size=(2 + seed % 5, 2 + seed % 5))
        value, slope = s2sad.value_and_grad(first, jit=False)(a)
        assert value == np.linalg.eigvals(a)[0].real
        assert np.all(np.isfinite(slope))


def test_a_matrix_of_one_and_one_of_integers():
    def f(a, x):
        return np.linalg.eigvals(a)[0].real * x + np.linalg.eigvals(x * a)[0].real

    assert s2sad.grad(f, argnums=1)(np.array([[3]]), 2.0) == 6.0


def test_vectors_of_equal_values_have_no_derivative():
    def vectors(a):
        return np.sum(np.linalg.eig(a)[1].real * WEIGHTS[:2, :2])

    def values(a):
        return np.sum(np.linalg.eigvals(a).real)

    assert np.any(np.isnan(s2sad.grad(vectors)(np.eye(2))))
    np.testing.assert_array_equal(s2sad.grad(values)(np.eye(2)), np.eye(2))


def test_the_text_stands_alone(tmp_path):
    text = s2sad.source(s2sad.grad(spectral_radius), TURNING)
    types = 'values="complex128[::1]", vectors="complex128[:, ::1]"'
    assert f"with objmode({types}):" in text
    check = "import numba, numpy as np\nfrom own import spectral_radius_grad as f\n"
    check += "for name, item in list(vars(__import__('own')).items()):\n"
    check += "    if callable(item) and getattr(item, '__module__', '') == 'own':\n"
    check += "        setattr(__import__('own'), name, numba.njit(item))\n"
    check += "from own import spectral_radius_grad as g\n"
    check += f"a = np.array({TURNING.tolist()})\n"
    check += "np.testing.assert_allclose(f(a), g(a), rtol=1e-12)\n"
    (tmp_path / "own.py").write_text(text)
    (tmp_path / "check.py").write_text(check)
    command = [sys.executable, "-W", "error", "check.py"]
    subprocess.run(command, cwd=tmp_path, check=True)


@pytest.mark.parametrize(
    "function, said",
    [
        (lambda a: np.linalg.eig(np.stack((a, a)))[0][0, 0].real, "a loop over them"),
        (lambda a: scipy.linalg.eig(a, left=True)[0][0].real, "of the right of a.T"),
        (lambda a: np.max(np.linalg.eigvals(a)).real, "their parts .real and .imag"),
    ],
)
def test_it_refuses(function, said):
    with pytest.raises(s2sad.RefusalError, match=said):
        s2sad.grad(function)(TURNING)


def test_float32_is_refused():
    with pytest.raises(s2sad.RefusalError, match="an array of float64"):
        s2sad.grad(spectral_radius)(TURNING.astype(np.float32))


def test_a_block_that_python_runs_is_differentiated_as_it_stands():
    @numba.njit
    def f(x):
        with numba.objmode(y="float64"):
            y = x**3
        return 2.0 * y

    assert s2sad.grad(f)(2.0) == 24.0
