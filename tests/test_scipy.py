"""Functions of SciPy and NumPy that are read as they are."""

import functools
import math

import numpy as np
import pytest
import scipy.optimize
import scipy.special
from numpy.polynomial import chebyshev, hermite, legendre, polynomial

import s2sad

X = np.array([1.3, 0.7, 0.8, 1.9, 1.2])
ALONG = np.array([0.5, -1.0, 2.0, 0.3, 1.0])
rosen = scipy.optimize.rosen


@pytest.mark.parametrize("jit", [False, True])
def test_rosenbrocks_derivatives_are_those_of_scipy(jit):
    gradient = s2sad.grad(rosen, jit=jit)(X)
    np.testing.assert_allclose(gradient, scipy.optimize.rosen_der(X), rtol=1e-12)
    hessian = s2sad.hessian(rosen, jit=jit)(X)
    expected = scipy.optimize.rosen_hess(X)
    np.testing.assert_allclose(hessian, expected, rtol=1e-12, atol=1e-9)
    product = s2sad.hvp(rosen, (X,), (ALONG,), jit=jit)
    expected = scipy.optimize.rosen_hess_prod(X, ALONG)
    np.testing.assert_allclose(product, expected, rtol=1e-12)


def test_the_jacobian_of_scipys_gradient_is_its_hessian():
    jacobian = s2sad.jacobian(scipy.optimize.rosen_der, jit=False)(X)
    expected = scipy.optimize.rosen_hess(X)
    np.testing.assert_allclose(jacobian, expected, rtol=1e-12, atol=1e-9)


# Each with its derivative's coefficients and the matrix of its polynomials.
SERIES = {
    "chebval": (chebyshev.chebval, chebyshev.chebder, chebyshev.chebvander),
    "legval": (legendre.legval, legendre.legder, legendre.legvander),
    "hermval": (hermite.hermval, hermite.hermder, hermite.hermvander),
    "polyval": (polynomial.polyval, polynomial.polyder, polynomial.polyvander),
}
C = np.array([1.0, -0.5, 0.3, 0.2, 0.7])


@pytest.mark.parametrize("name", SERIES)
def test_series_of_polynomials_have_the_derivatives_that_numpy_knows(name):
    series, derived, matrix = SERIES[name]
    for jit in (False, True) if name == "chebval" else (False,):
        by_x, by_c = s2sad.grad(series, argnums=(0, 1), jit=jit)(0.3, C)
        np.testing.assert_allclose(by_x, series(0.3, derived(C)), rtol=1e-12)
        np.testing.assert_allclose(by_c, matrix(0.3, 4)[0], rtol=1e-12)
    second = s2sad.nth_derivative(series, 2, jit=False)(0.3, C)
    np.testing.assert_allclose(second, series(0.3, derived(C, 2)), rtol=1e-12)
    mixed = s2sad.jacobian(s2sad.grad(series, jit=False), argnums=1, jit=False)(0.3, C)
    units = np.eye(5)
    expected = [series(0.3, derived(unit)) for unit in units]
    np.testing.assert_allclose(mixed, expected, rtol=1e-12, atol=1e-12)


SQUARE = np.array([[2.0, 0.5], [0.25, 1.0]])
# Functions in C, or of Python that is not read: each as it stands, and in a lambda.
THEMSELVES = {
    "math.sin": (s2sad.grad, math.sin, (0.3,)),
    "np.exp": (s2sad.jacrev, np.exp, (X,)),
    "np.hypot": (s2sad.hessian, functools.partial(np.hypot, 2.0), (1.5,)),
    "np.cumsum": (s2sad.jacfwd, np.cumsum, (X,)),
    "np.linalg.norm": (s2sad.grad, np.linalg.norm, (X, 1)),
    "np.linalg.det": (s2sad.hessian, np.linalg.det, (SQUARE,)),
    "scipy.special.binom": (s2sad.grad, scipy.special.binom, (15.0, 4.0)),
    "scipy.special.logsumexp": (s2sad.hessian, scipy.special.logsumexp, (X,)),
}


@pytest.mark.parametrize("name", THEMSELVES)
def test_functions_of_libraries_are_differentiated_themselves(name):
    transform, function, arguments = THEMSELVES[name]
    found = transform(function, jit=False)(*arguments)
    expected = transform(lambda *given: function(*given), jit=False)(*arguments)
    np.testing.assert_array_equal(found, expected)
    jitted = transform(function)(*arguments)
    np.testing.assert_allclose(jitted, expected, rtol=1e-12)


def test_the_text_of_a_derivative_of_sin():
    text = s2sad.source(s2sad.grad(np.sin), 1.0)
    assert text.endswith("    return np.cos(x)\n")
