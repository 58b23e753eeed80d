"""parallel=True: loops whose trips are apart run at once, and no others."""

import numpy as np
import pytest
from numba import njit, prange
from one_pass import function_of, known_of, statements

import s2sad
from s2sad.tidy.parallel import parallel

APART = {
    "elements of its own": "x_bar[i] += a * x[i]",
    "rows of its own": "for j in range(n):\n        x_bar[i] += x[j]",
    "a sum of numbers": "s_bar += a * x[i]",
    "a number that each trip sets": "t = a * x[i]\n    x_bar[i] += t * t",
    "an array of each trip": "u = np.zeros(2)\n    u[0] = a\n    x_bar[i] += u[0]",
}
SHARED = {
    "an element beside its own": "x_bar[i] += a\n    x_bar[i + 1] += a",
    "an element that all add to": "x_bar[0] += x[i]",
    "a read beside its own": "x_bar[i] = x_bar[i - 1]",
    "a number that is carried": "t = t * a\n    x_bar[i] += t",
    "a product of numbers": "t *= a",
    "a sum that is read": "s_bar += a\n    x_bar[i] += s_bar",
    "a scratch array": "u[0] = x[i]\n    x_bar[i] += u[0]",
    "a loop that is left": "x_bar[i] += a\n    if a > 1.0:\n        break",
    "a number that is read after": "q = x[i]",
}


def made(body, head="range(n)"):
    text = f"for i in {head}:\n    {body}\nreturn a + q"
    function = function_of(text, "q s_bar t u")
    return statements(parallel(function, known_of(function)))


@pytest.mark.parametrize("case", APART)
def test_trips_that_are_apart(case):
    assert "for i in prange(n):" in made(APART[case])


@pytest.mark.parametrize("case", SHARED)
def test_trips_that_share(case):
    assert "prange" not in made(SHARED[case])


def test_a_number_of_a_loop_in_a_branch_that_is_read_after_it():
    text = "if a > 0.0:\n    for i in range(n):\n        q = x[i]\nreturn q"
    function = function_of(text, "q")
    assert "prange" not in statements(parallel(function, known_of(function)))


def test_indices_from_both_ends_stay():
    head = "range(-n, n)"
    text = f"for i in {head}:\n    {APART['elements of its own']}\nreturn a + q"
    function = function_of(text, "q")
    assert "prange" not in statements(parallel(function, known_of(function)))


def test_a_loop_that_counts_down_stays():
    assert "prange" not in made(APART["elements of its own"], "range(n - 1, -1, -1)")


def misfit(x, y, a):
    total = 0.0
    for i in range(len(x)):
        rest = np.exp(-a * x[i]) - y[i]
        total += rest * rest
    return total


def test_a_gradient_in_parallel():
    x, y = np.linspace(0.1, 2.0, 500), np.linspace(0.9, 0.1, 500)
    made = s2sad.value_and_grad(misfit, argnums=(0, 1, 2), parallel=True)
    assert "for i in prange(len(x)):" in s2sad.source(made, x, y, 0.7)
    value, gradients = made(x, y, 0.7)
    alone = s2sad.value_and_grad(misfit, argnums=(0, 1, 2), jit=False)(x, y, 0.7)
    assert value == pytest.approx(alone[0], rel=1e-13)
    for got, expected in zip(gradients, alone[1], strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-12)


def test_the_loop_over_columns_stays():
    def waves(x, a):
        y = np.empty(len(x))
        for i in range(len(x)):
            y[i] = np.sin(a * x[i])
        return y

    x = np.linspace(0.1, 2.0, 50)
    text = s2sad.source(s2sad.jacfwd(waves, argnums=1, parallel=True), x, 0.7)
    _, name, driver = text.partition("def waves_jacfwd")
    assert name and "prange" not in driver
    got = s2sad.jacfwd(waves, argnums=1, parallel=True)(x, 0.7)
    np.testing.assert_allclose(got, x * np.cos(0.7 * x), rtol=1e-14)


def test_a_parallel_loop_has_a_parallel_gradient():
    def misfits(x, y, a):
        total = 0.0
        for i in prange(len(x)):
            rest = np.exp(-a * x[i]) - y[i]
            total += rest * rest
        return total

    x, y = np.linspace(0.1, 2.0, 500), np.linspace(0.9, 0.1, 500)
    function = njit(parallel=True)(misfits)
    made = s2sad.grad(function, argnums=(0, 1, 2))
    assert "for i in prange(len(x)):" in s2sad.source(made, x, y, 0.7)
    alone = s2sad.grad(misfit, argnums=(0, 1, 2), jit=False)(x, y, 0.7)
    for got, expected in zip(made(x, y, 0.7), alone, strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-12)


def test_a_parallel_loop_that_would_race_back_has_a_serial_gradient():
    def shared(x, places):
        total = 0.0
        for i in prange(len(places)):
            total += x[places[i]] ** 2
        return total

    x, places = np.array([0.7, -1.3]), np.array([0, 1, 0])
    made = s2sad.grad(shared, jit=False)
    assert "prange" not in s2sad.source(made, x, places)
    np.testing.assert_allclose(made(x, places), [2.8, -2.6])
