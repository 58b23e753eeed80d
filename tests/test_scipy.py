"""Functions of SciPy that are read as they are."""

import numpy as np
import pytest
import scipy.optimize

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
