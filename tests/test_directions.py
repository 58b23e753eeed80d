"""Jacobians by columns take many directions at once, and get what one gets alone."""

import numpy as np
import pytest
from programs_under_test import NAMES, assert_close, program, quiet

import s2sad


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_of_every_program(name):
    found = program(name)
    columns = s2sad.jacfwd(found.scalar, argnums=found.argnums, jit=False)
    got = quiet(columns, *found.arguments())
    expected = quiet(found.gradient, *found.arguments())
    assert_close(got, expected, found.agreement(), "jacfwd")


def wave(x, a):
    y = np.zeros(len(x))
    t = 1.0
    for i in range(1, len(x)):
        t = np.sin(t * x[i - 1]) + a
        y[i] = t * x[i] + y[i - 1]
    return y


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, 70])
def test_chunks_of_every_size(size):
    x = np.linspace(0.3, 1.2, size)
    got = s2sad.jacfwd(wave, jit=False)(x, 0.3)
    assert got.shape == (size, size)
    for j in range(size):
        direction = np.zeros(size)
        direction[j] = 1.0
        _, column = s2sad.jvp(wave, (x, 0.3), (direction, None), jit=False)
        np.testing.assert_allclose(got[:, j], column, rtol=1e-13, atol=1e-15)


def test_the_primal_runs_once_for_all_directions():
    text = s2sad.source(s2sad.jacfwd(wave), np.ones(3), 0.3)
    assert text.count("math.sin(") + text.count("np.sin(") == 1
    assert "for c in range(directions):" in text


def test_numbers_that_one_line_needs_are_no_arrays():
    def f(x):
        s = 0.0
        for i in range(len(x)):
            t = x[i] * s
            s += t * t
        return s

    text = s2sad.source(s2sad.jacfwd(f), np.ones(3))
    assert "t_dot = " in text and "t_dot[c]" not in text
    assert "s_dot = np.empty(directions)" in text


def square(x, a):
    y = x * x
    y *= a
    return y


def through_a_call(x, a):
    y = square(x, a)
    return y[0] * np.sum(y)


def test_calls_take_all_directions_too():
    x = np.array([0.4, 1.2, -0.7])
    text = s2sad.source(s2sad.jacfwd(through_a_call), x, 0.5)
    assert "square_tangents(x, a, x_dot)" in text
    got = s2sad.jacfwd(through_a_call, jit=False)(x, 0.5)
    expected = s2sad.grad(through_a_call, jit=False)(x, 0.5)
    np.testing.assert_allclose(got, expected, rtol=1e-13)


def rebound(x):
    y = np.sin(x)
    for _ in range(2):
        y = y * x
    return y


def test_what_has_no_such_form_takes_one_direction_at_a_time():
    x = np.array([0.4, 1.2, -0.7])
    jacobian = s2sad.jacfwd(rebound, jit=False, style="arrays")
    assert "directions" not in s2sad.source(jacobian, x)
    got = jacobian(x)
    expected = s2sad.jacrev(rebound, jit=False)(x)
    np.testing.assert_allclose(got, expected, rtol=1e-13)


def test_second_derivatives_of_columns():
    x = np.array([0.4, 1.2, -0.7])
    again = s2sad.jacfwd(s2sad.jacfwd(wave, jit=False), jit=False)(x, 0.3)
    expected = s2sad.jacrev(s2sad.jacrev(wave, jit=False), jit=False)(x, 0.3)
    np.testing.assert_allclose(again, expected, rtol=1e-11, atol=1e-13)


def left_early(x):
    s = 0.0
    for i in range(len(x)):
        s += x[i] * x[i]
        if s > 1.0:
            break
    return s


def through_a_view(x):
    a = np.ones(3)
    v = a[0:2]
    y = np.zeros(3)
    for i in range(3):
        y[i] = a[0] * x[i]
        v[0] = 2.0 + i
    return y


def bent(a, b):
    return a * b + np.sin(a)


def overwritten(x):
    for i in range(1, 3):
        x[i] = bent(x[i - 1], x[i])
    return x[0] * x[2] + x[1]


@pytest.mark.parametrize("function", [left_early, through_a_view, overwritten])
def test_columns_are_what_directions_give_alone(function):
    x = np.array([0.7, 1.3, -0.4])
    got = s2sad.jacfwd(function, jit=False)(x.copy())
    for j in range(3):
        direction = np.eye(3)[j]
        _, column = s2sad.jvp(function, (x.copy(),), (direction,), jit=False)
        np.testing.assert_allclose(got[..., j], column, rtol=1e-13)


def test_what_no_result_depends_on_has_zeros():
    def f(x, a):
        s = a
        for _ in range(len(x)):
            s += a
        return s, np.ones(2)

    by_x, by_a = s2sad.jacfwd(f, argnums=(0, 1), jit=False)(np.ones(3), 0.5)[0]
    np.testing.assert_array_equal(by_x, np.zeros(3))
    assert by_a == 4.0


def likelihood(w, X, y):
    z = X @ w
    return np.sum(np.log(1.0 + np.exp(-y * z)))


def test_products_with_a_matrix_are_one_for_all_directions():
    rng = np.random.default_rng(4)
    X, y, w = rng.normal(size=(7, 5)), np.sign(rng.normal(size=7)), rng.normal(size=5)
    hessian = s2sad.hessian(likelihood)
    wrong = 1.0 / (1.0 + np.exp(y * (X @ w)))
    expected = (X.T * (wrong * (1.0 - wrong))) @ X
    np.testing.assert_allclose(hessian(w, X, y), expected, rtol=1e-12, atol=1e-14)
    assert "return X.T @ z_bar_dot" in hessian.source


def test_a_chain_from_one_tangent_is_multiplied_out_once():
    text = s2sad.source(
        s2sad.hessian(likelihood), np.ones(5), np.ones((7, 5)), np.ones(7)
    )
    (line,) = [line for line in text.splitlines() if "z_bar_dot[i, c]" in line]
    assert line.strip() == "z_bar_dot[i, c] = quotient_dot * X[i, c]"


def test_a_matrix_that_changes_is_multiplied_by_all_directions():
    def f(w, X):
        Y = X.copy()
        z = Y @ w
        Y[:] = 0.0
        return np.sum(np.exp(z)) + np.sum(Y)

    rng = np.random.default_rng(4)
    X, w = rng.normal(size=(7, 5)), rng.normal(size=5)
    hessian = s2sad.hessian(f, jit=False)
    expected = (X.T * np.exp(X @ w)) @ X
    np.testing.assert_allclose(hessian(w, X), expected, rtol=1e-12, atol=1e-14)
    assert "z_dot = Y @ w_dot" in hessian.source


def bound_again(x):
    s = 0.0
    r = 0.0
    for i in range(len(x)):
        t = x[i] * x[i]
        s += t
        r += 3.0 * t
        t = np.sin(x[i])
        s += 2.0 * t
        r += t
    return np.array([s, r])


def added_to(x):
    s = 0.0
    r = 0.0
    for i in range(len(x)):
        t = x[i] * x[i]
        s += t
        r += 3.0 * t
        t += np.sin(x[i])
        s += 2.0 * t
        r += t
    return np.array([s, r])


@pytest.mark.parametrize("function", [bound_again, added_to])
def test_a_number_that_is_set_again_has_a_tangent_of_its_own_time(function):
    x = np.array([0.3, 0.7, 1.1])
    forward = s2sad.jacfwd(function, jit=False)(x)
    np.testing.assert_allclose(
        forward, s2sad.jacrev(function, jit=False)(x), rtol=1e-13
    )


def test_where_there_is_no_direction_the_primal_raises_what_it_raises():
    """No column is computed, and the function is not defined there."""

    def last(x):
        return x[-1] ** 2

    for word in ("grad", "jacfwd", "jacrev", "hessian"):
        derivative = getattr(s2sad, word)(last, jit=False)
        assert derivative(np.ones(1)).size == 1
        with pytest.raises(IndexError):
            derivative(np.zeros(0))
    assert s2sad.jacfwd(lambda x: np.sum(x**2))(np.zeros(0)).shape == (0,)


def twice(a):
    return a, a


def powered(a, n):
    for _ in range(n):
        a = a * a
    return a


def summed_pairs(x):
    total, p = 0.0, x[0]
    for i in range(len(x)):
        if x[i] > 0.45:
            u, v = twice(p * x[i])
        else:
            v, u = twice(p + x[i])
        u += p
        v *= 2.0
        total += u * v
        p = p * x[i] + u
    return total


def helper_that_changes_its_argument(x):
    total = 0.0
    for i in range(len(x)):
        a = x[i] * x[0]
        b = powered(a, 2)
        total += a * b
    return total


def given_back(a):
    return a


def helper_that_returns_its_argument(x):
    total, q = 0.0, x[0]
    for i in range(len(x)):
        r = given_back(q)
        q = q * x[i]
        q += r
        r += 3.0 * x[i]
        total += q * r
    return total


def changing_places(a, n):
    b = a
    for _ in range(n):
        if b > 0.1:
            a, b = b, a * b
    return a, b


def helper_whose_names_change_places(x):
    total = 0.0
    for i in range(len(x)):
        t = x[i] * x[0]
        a, b = changing_places(t, 3)
        a += b
        total += a * b * t
    return total


class Vector:
    def __init__(self, parts):
        self.parts = parts

    def __add__(self, other):
        return Vector([a + b for a, b in zip(self.parts, other.parts)])

    def __mul__(self, by):
        return Vector([a * by for a in self.parts])

    def squared(self):
        return sum(a * a for a in self.parts)


def length_of_a_curve(p):
    start, end = Vector([p[0], p[1]]), Vector([p[2], p[3]])
    total, before = 0.0, start
    for i in range(1, 4):
        t = i / 3
        now = start * (1.0 - t) + end * t + Vector([t * (1.0 - t)] * 2) * p[0]
        total += np.sqrt((now + before * -1.0).squared())
        before = now
    return total


OF_HELPERS = (
    summed_pairs,
    helper_that_changes_its_argument,
    helper_that_returns_its_argument,
    helper_whose_names_change_places,
    length_of_a_curve,
)


@pytest.mark.parametrize("function", OF_HELPERS)
def test_no_two_numbers_share_the_array_of_their_tangents(function):
    x = np.array([0.9, 0.4, 0.7, 0.5])
    gradient = s2sad.grad(function, jit=False)
    columns = s2sad.jacfwd(function, jit=False)
    np.testing.assert_allclose(columns(x), gradient(x), rtol=1e-12)
    hessian = s2sad.hessian(function, jit=False)(x)
    steps = 1e-6 * np.eye(len(x))
    slopes = [(gradient(x + d) - gradient(x - d)) / 2e-6 for d in steps]
    np.testing.assert_allclose(hessian, slopes, rtol=1e-6, atol=1e-7)
