"""parallel=True: loops whose trips are apart run at once, and no others."""

import numba
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
ADDED = {
    "an element beside its own": (
        "x_bar[i] += a\n    x_bar[i + 1] += a",
        "x_bar_parts[p, i] += a\n        x_bar_parts[p, i + 1] += a",
    ),
    "an element that all add to": ("x_bar[0] += x[i]", "x_bar_parts[p, 0] += x[i]"),
    "all elements": ("x_bar -= a * x", "x_bar_parts[p] -= a * x"),
    "in a branch": (
        "if a > x[i]:\n        x_bar[0] += a",
        "if a > x[i]:\n            x_bar_parts[p, 0] += a",
    ),
    "one of two arrays": (
        "x_bar[0] += a\n    y_bar[i] += a",
        "x_bar_parts[p, 0] += a\n        y_bar[i] += a",
    ),
}
SHARED = {
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


@pytest.mark.parametrize("case", ADDED)
def test_trips_that_add_to_elements_of_others_add_apart(case):
    before, after = ADDED[case]
    assert made(before) == "\n".join(
        [
            "parts = get_num_threads()",
            "x_bar_parts = np.zeros((parts, x_bar.shape[0]))",
            "for p in prange(parts):",
            "    for i in range(p * n // parts, (p + 1) * n // parts):",
            f"        {after}",
            "for p in range(parts):",
            "    x_bar += x_bar_parts[p]",
            "return a + q",
        ]
    )


def test_a_number_that_several_statements_add_to_has_a_sum_in_each_trip():
    def signs(a, x):
        total = 0.0
        for i in range(len(x)):
            if x[i] > 0.0:
                total += x[i] * a
            else:
                total -= x[i]
            total += a
        return total * total

    x = np.sin(np.arange(40.0))
    made = s2sad.value_and_grad(signs, parallel=True)
    assert "total += total_part" in s2sad.source(made, 0.7, x)
    alone = s2sad.value_and_grad(signs, jit=False)(0.7, x)
    np.testing.assert_allclose(made(0.7, x), alone, rtol=1e-12)


def test_a_range_that_begins_later_is_in_parts_as_well():
    assert "range(2 + p * (n - 2) // parts, 2 + (p + 1) * (n - 2) // parts)" in made(
        "x_bar[0] += a", "range(2, n)"
    )


def test_a_loop_in_one_that_stays():
    text = "while a > b:\n    for i in range(n):\n        x[i] = a\n    a = a * x[0]"
    function = function_of(text + "\nreturn a")
    assert "for i in prange(n):" in statements(parallel(function, known_of(function)))


def test_a_number_of_a_loop_in_a_branch_that_is_read_after_it():
    text = "if a > 0.0:\n    for i in range(n):\n        q = x[i]\nreturn q"
    function = function_of(text, "q")
    assert "prange" not in statements(parallel(function, known_of(function)))


def test_indices_from_both_ends_are_of_others_as_well():
    assert "x_bar_parts[p, i] +=" in made(APART["elements of its own"], "range(-n, n)")


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


def test_a_parallel_loop_that_would_race_back_adds_in_parts():
    def shared(x, places, a):
        total = 0.0
        for i in prange(len(places)):
            total += a * x[places[i]] ** 2
        return total

    x = np.linspace(-1.0, 1.0, 9)
    places = np.arange(400) ** 2 % 9
    made = s2sad.value_and_grad(njit(parallel=True)(shared), argnums=(0, 2))
    text = s2sad.source(made, x, places, 0.7)
    assert "for p in prange(parts):" in text
    assert "x_bar_parts[p, places[i]] +=" in text
    alone = s2sad.value_and_grad(shared, argnums=(0, 2), jit=False)(x, places, 0.7)
    value, (x_bar, a_bar) = made(x, places, 0.7)
    assert value == pytest.approx(alone[0], rel=1e-13)
    assert a_bar == pytest.approx(alone[1][1], rel=1e-13)
    np.testing.assert_allclose(x_bar, alone[1][0], rtol=1e-12)
    twice = s2sad.jacfwd(s2sad.grad(shared, parallel=True))(x, places, 0.7)
    np.testing.assert_allclose(
        twice, np.diag(1.4 * np.bincount(places, minlength=9)), rtol=1e-12
    )


def of_rows(x):
    total = 0.0
    for i in range(len(x)):
        total += x[i][1] * x[0][2]
    return total


def of_views(x):
    total = 0.0
    for i in range(len(x) - 1):
        total += x[1:][i, 0] * x.T[1, 0]
    return total


def of_counts(x):
    counts = np.zeros(3, np.int64)
    for i in range(len(x)):
        counts[i // 2] += 1
    total = 0.0
    for i in range(len(x)):
        total += x[i, 0] * counts[i % 3]
    return total


@pytest.mark.parametrize("function", [of_rows, of_views, of_counts])
def test_only_elements_and_floats_are_added_in_parts(function, monkeypatch):
    monkeypatch.setattr(numba, "prange", lambda *bounds: reversed(range(*bounds)))
    monkeypatch.setattr(numba, "get_num_threads", lambda: 3)
    x = np.arange(15.0).reshape(5, 3)
    alone = s2sad.grad(function, jit=False)(x)
    got = s2sad.grad(function, jit=False, parallel=True)(x)
    np.testing.assert_allclose(got, alone, rtol=1e-14)


def test_a_helper_of_parallel_loops_has_parallel_derivatives():
    @njit(parallel=True)
    def step(x, a):
        y = np.zeros_like(x)
        for i in prange(1, len(x) - 1):
            y[i] = a * (x[i - 1] - 2.0 * x[i] + x[i + 1]) * x[i]
        return y

    @njit
    def loss(x, a):
        y = step(step(x, a), a)
        return np.sum(y * y)

    @njit(parallel=True)
    def losses(rows, a):
        total = 0.0
        for k in prange(len(rows)):
            total += loss(rows[k], a)
        return total

    x = np.sin(np.arange(30.0))
    rows = np.stack([x, 2.0 * x])
    text = s2sad.source(s2sad.grad(loss), x, 0.3)
    assert text.count("for i in prange(1, len(x) - 1):") == 2
    # A parallel loop calls what runs on one core.
    text = s2sad.source(s2sad.grad(losses), rows, 0.3)
    assert text.count("prange(") == 1 and "for k in prange(len(rows)):" in text
    each = [s2sad.grad(loss)(row, 0.3) for row in rows]
    np.testing.assert_allclose(s2sad.grad(losses)(rows, 0.3), each, rtol=1e-12)


def test_stencils_are_gathered_in_parallel():
    def smooth(x, y):
        for i in range(1, len(x) - 1):
            if x[i] > 0.0:
                y[i] = x[i - 1] * x[i] - 2.0 * x[i] + x[i + 1] ** 2
            else:
                y[i] = x[i - 1] - x[i + 1]
        return np.sum(y * y)

    x, y = np.sin(np.arange(50.0)), np.zeros(50)
    made = s2sad.grad(smooth, parallel=True)
    text = s2sad.source(made, x, y)
    assert "parts" not in text
    assert text.count("for i in prange(1, len(x) - 1):") == 2
    assert "for i in prange(len(x)):" in text
    alone = s2sad.grad(smooth, jit=False)(x, y.copy())
    np.testing.assert_allclose(made(x, y.copy()), alone, rtol=1e-13)
