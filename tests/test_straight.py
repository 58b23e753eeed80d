"""Calls that go as one before them went give what the first way gives."""

import numpy as np
import pytest

import s2sad
from s2sad.derivative import Derivative
from s2sad.errors import UsageError
from s2sad.straight import types_of
from s2sad.writers.request import Request

both = pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
X, V = np.array([0.3, 0.7, 1.1]), np.array([1.0, -1.0, 0.5])
SCALE = 2.0


def scaled(x):
    return SCALE * np.sum(x**3)


def overwriting(x, y):
    for i in range(1, len(x)):
        x[i] = x[i - 1] * x[i] * y
    return x[len(x) - 1]


def served(made):
    """How many kinds of calls are known to go straight."""
    return len(made.derivative.straight.known)


@both
def test_constants_outside_are_seen(jit, monkeypatch):
    gradient = s2sad.grad(scaled, jit=jit)
    for scale in (2.0, 2.0, 5.0, 5.0, 2.0):
        monkeypatch.setitem(globals(), "SCALE", scale)
        np.testing.assert_allclose(gradient(X), scale * 3 * X**2, rtol=1e-14)
        got = s2sad.hvp(scaled, (X,), (V,), jit=jit)
        np.testing.assert_allclose(got, scale * 6 * X * V, rtol=1e-14)


def test_a_call_like_one_before_asks_nobody(monkeypatch):
    gradient = s2sad.grad(scaled)
    gradient(X)
    assert served(gradient) == 1
    monkeypatch.setattr(Derivative, "bound", None)
    np.testing.assert_allclose(gradient(X + 1), SCALE * 3 * (X + 1) ** 2, rtol=1e-14)


def test_lengths_that_texts_depend_on_are_looked_at_each_time():
    gradient = s2sad.grad(scaled)
    for x in (X, X[:1], X[:0], X):
        np.testing.assert_allclose(gradient(x), SCALE * 3 * x**2, rtol=1e-14)


@both
def test_the_tangent_is_not_written(jit):
    for _ in range(2):
        x, v = X.copy(), V.copy()
        value, slope = s2sad.jvp(overwriting, (x, 2.0), (v, None), jit=jit)
        assert np.array_equal(v, V)
        assert value == pytest.approx(4 * X.prod(), rel=1e-14)
        assert slope == pytest.approx(4 * X.prod() * np.sum(V / X), rel=1e-14)


@both
def test_tangents_are_checked_each_time(jit):
    s2sad.jvp(scaled, (X,), (V,), jit=jit)
    s2sad.jvp(scaled, (X,), (V,), jit=jit)
    with pytest.raises(UsageError, match="shape"):
        s2sad.jvp(scaled, (X,), (V[:2],), jit=jit)
    with pytest.raises(UsageError, match="complex"):
        s2sad.jvp(scaled, (X,), (V + 0j,), jit=jit)
    got = s2sad.jvp(scaled, (X,), (V.astype(np.float32),), jit=jit)[1]
    assert got == pytest.approx(SCALE * 3 * np.sum(X**2 * V), rel=1e-14)
    got = s2sad.jvp(scaled, (X,), (None,), jit=jit)
    assert got == (scaled(X), 0.0)


def test_seeds_of_low_level_derivatives_are_checked_each_time():
    tangent = s2sad.tangent(lambda x, y: x * y, jit=False)
    doubled = s2sad.jacfwd(tangent, jit=False)
    for dot in (V, V):
        doubled(X, X, dot, V)
    with pytest.raises(UsageError, match="shape"):
        doubled(X, X, V[:2], V)


def test_what_says_that_a_call_is_like_another():
    known = types_of((X, 2.0, 3), (V, None, None))
    assert known is not None
    assert types_of((X + 1, 3.0, 4), (V + 1, None, None)) == known
    others = [
        ((X.astype(np.float32), 2.0, 3), (None, 1.0, None)),
        ((X, np.float64(2.0), 3), (V, None, None)),
        ((X, 2.0, 3), (V, 1.0, None)),
        ((X[:, None] + X, 2.0, 3), (X[:, None] + V, None, None)),
    ]
    assert all(types_of(*call) not in (None, known) for call in others)
    unlike = [
        ((X, 2.0, 3), (None, None, None)),
        ((X, 2.0, 3), (V[:2], None, None)),
        ((X, 2.0, 3), (V, None, 1)),
        ((X, 2.0, 3), (V, 1, None)),
        ((X[:1], 2.0, 3), (V[:1], None, None)),
        ((np.array(1.0), 2.0, 3), (None, 1.0, None)),
        ((X, 2.0, 2**70), (V, None, None)),
    ]
    assert all(types_of(*call) is None for call in unlike)


def test_a_product_with_a_vector_has_no_gradient_in_its_text():
    gradient = s2sad.grad(scaled, jit=False)
    made = Derivative(gradient, Request("directional"), jit=False)
    made.specialise(made.bound((X,), {}))
    assert "x_bar_dot[i] =" in made.source and "x_bar[i]" not in made.source


@both
def test_a_product_of_what_does_not_curve_is_zero(jit):
    assert s2sad.hvp(lambda x: 3.0 * x, (2.0,), (1.0,), jit=jit) == 0.0
    got = s2sad.hvp(lambda x: np.sum(x), (X,), (V,), jit=jit)
    assert np.array_equal(got, np.zeros(3))
