"""Adjoints that are called take of the arguments what they look at, and no more."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.7, 1.3, -0.4])


def fill(y, x):
    for i in range(len(y)):
        y[i] = x[i] * x[i]


def filled_in_trips(x):
    y = np.ones_like(x)
    total = 0.0
    for k in range(3):
        total += y[0] * k
        fill(y, x * total)
    return total + np.sum(y)


def even(x, n, rate):
    return x if n == 0 else rate * odd(x, n - 1, rate)


def odd(x, n, rate):
    return math.sin(x) if n == 0 else even(x, n - 1, rate) + x


def each_other(x):
    return even(x[0], 4, 0.5) * odd(x[1], 3, x[2])


def powers(x, n, unused):
    return 1.0 if n == 0 else x * powers(x, n - 1, unused)


def itself(x):
    return powers(x[0], 3, x) + powers(x[1], 2, x)


def walk(start, rate, steps, offset):
    total = start
    for _ in range(steps):
        total = total + rate * math.sin(total)
    return total + offset


def heavy_and_split(x):
    first = walk(x[0], x[1], 5, x[2])
    return math.exp(first) * first


def with_a_captured_array(x):
    scale = x * 2.0

    def scaled(y, unused):
        return np.sum(y * scale) + unused * 0.0

    return scaled(x[::-1], 1.0) + scaled(x, x[0])


def stepped(u, k):
    return np.tanh(u @ k) + u


def rows_from_rows(x):
    k = np.outer(x, x)
    u = np.zeros((4, len(x)))
    u[0] = x
    for i in range(3):
        u[i + 1] = stepped(u[i], k)
    return np.sum(u * u)


def its_own_next(x):
    k = np.outer(x, x)
    u = x.copy()
    for _ in range(2):
        u[:] = stepped(u, k)
        u = stepped(u, k)
        u += stepped(u, k)
    return np.sum(u * u)


def crossed(x):
    k = np.outer(x, x)
    a, b = x * 1.0, x * 2.0
    for _ in range(2):
        a, b = stepped(b, k), stepped(a, k)
    return np.sum(a * a * b)


def of_one_array(x):
    m = np.outer(x, x)
    m = stepped(m, m)
    return np.sum(stepped(m, stepped(m, m)))


def two_results(a, b):
    s = a @ np.outer(b, b)
    return s, s * b


def two_seeds(x):
    y, z = two_results(x, x)
    y, z = two_results(y, z)
    y, z = two_results(z, y)
    return np.sum(y * z)


def own_parts(x):
    u = x[::-1]
    w = stepped(u, np.outer(x, u))
    w[1:] = stepped(w, np.outer(x, w))[:-1]
    return np.sum(w)


SEEDS = (rows_from_rows, its_own_next, crossed, of_one_array, two_seeds, own_parts)
FUNCTIONS = (filled_in_trips, each_other, itself, heavy_and_split)


@pytest.mark.parametrize("function", (*FUNCTIONS, *SEEDS, with_a_captured_array))
def test_they_are_right_in_every_mode(function):
    check_plain(function, X)


@pytest.mark.parametrize("function", (*FUNCTIONS, rows_from_rows, its_own_next))
def test_they_compile(function):
    check_compiled(function, X)


def test_what_is_only_overwritten_is_neither_taken_nor_saved():
    text = s2sad.source(s2sad.grad(filled_in_trips, jit=False), X)
    assert "def fill_adjoint(x, y_bar, x_bar):" in text
    assert "for i in range(len(y_bar)):" in text
    assert "copy()" not in text


def test_what_calls_itself_takes_all():
    text = s2sad.source(s2sad.grad(itself, jit=False), X)
    assert "def powers_adjoint(x, n, unused, result_bar" in text
    text = s2sad.source(s2sad.grad(each_other, jit=False), X)
    assert "def even_adjoint(x, n, rate, result_bar):" in text


def test_seeds_are_read_where_they_are():
    text = s2sad.source(s2sad.grad(rows_from_rows, jit=False), X)
    assert "def stepped_adjoint(u, k, result_bar, u_bar, k_bar):" in text
    assert "copy()" not in text


def test_what_a_user_calls_copies_its_seeds():
    """A seed and what is added to may be one array."""
    k = np.outer(X, X)
    derivative = s2sad.adjoint(stepped, jit=False)
    bar, separate = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0])
    derivative(X, k, separate.copy(), separate, k_bar := np.zeros_like(k))
    derivative(X, k, bar, bar, other := np.zeros_like(k))
    np.testing.assert_array_equal(bar, separate)
    np.testing.assert_array_equal(other, k_bar)
