"""Whole arrays as loops, or as they stand: style="arrays"."""

import numpy as np
import pytest

import s2sad
from s2sad.export import Wanted


def misfit(x, w):
    residual = np.sin(x) * w - 1.0
    return np.sum(residual**2)


X, W = np.array([0.5, -1.0, 2.0]), np.array([0.3, 0.9, -0.4])

AS_THEY_STAND = '''import numpy as np


def misfit_grad(x, w):
    """The gradient of misfit with respect to x."""
    # forward sweep
    if len(x) != len(w):
        raise ValueError("x and w have different shapes")
    sin_x = np.sin(x)
    residual = sin_x * w - 1.0
    return 2.0 * np.cos(x) * w * residual
'''


def test_expressions_of_arrays_stay_as_they_are():
    gradient = s2sad.grad(misfit, style="arrays", jit=False)
    assert s2sad.source(gradient, X, W) == AS_THEY_STAND


def test_loops_are_the_default():
    assert "for i in range(len(x)):" in s2sad.source(s2sad.grad(misfit), X, W)


@pytest.mark.parametrize("transform", [s2sad.grad, s2sad.jacfwd, s2sad.hessian])
def test_both_give_the_same(transform):
    loops, arrays = (transform(misfit, jit=False, style=s) for s in ("loops", "arrays"))
    np.testing.assert_allclose(arrays(X, W), loops(X, W), rtol=1e-13, atol=1e-14)


def test_what_is_derived_of_arrays_has_arrays():
    second = s2sad.jacfwd(s2sad.grad(misfit, style="arrays", jit=False), jit=False)
    assert "for i in range(len(x)):" not in s2sad.source(second, X, W)


def test_other_styles_are_refused():
    with pytest.raises(s2sad.UsageError, match="style='tables' of grad is not"):
        s2sad.grad(misfit, style="tables")


def test_modules_have_a_style():
    part = Wanted(misfit, types="f8[:], f8[:]", style="arrays").part()
    assert part.written.text == AS_THEY_STAND


def divided(m, a):
    z = (m - a) / a[0]
    z[0] = 0.0
    return np.sum(z**2)


def quotients(m, a):
    z = (a - m) / (m * m)
    z[a > 1.0] = 0.0
    return np.sum(z**3)


def chosen(m, a):
    z = np.where(a[0] > 1.0, a, m)
    z[0, 0] = 0.0
    return np.sum(z**2)


def remainders(m, a):
    z = np.fmod(m, a[0])
    z[0] = 0.0
    return np.sum(z**2)


@pytest.mark.parametrize("function", [divided, quotients, chosen, remainders])
def test_a_tangent_has_the_shape_of_its_array(function):
    """Where only a number was varied its tangent would be one, or one of a row."""
    a = np.array([[0.1, 2.0, 3.0], [0.4, 1.3, 2.2]])
    for transform in (s2sad.jacfwd, s2sad.hessian):
        expected = transform(function, jit=False)(0.7, a)
        got = transform(function, jit=False, style="arrays")(0.7, a)
        np.testing.assert_allclose(got, expected, rtol=1e-12)
