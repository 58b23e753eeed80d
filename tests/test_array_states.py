"""Arrays that loops bind anew: their adjoints begin in the sweep back."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.7, 0.3, -0.4, 0.9])


def euler(u):
    for _ in range(3):
        u = u + 0.1 * np.sin(u) * u[0]
    return np.sum(u * u)


def boundary(x):
    u = x.copy()
    for _ in range(3):
        w = np.empty_like(u)
        for i in range(1, len(u) - 1):
            w[i] = u[i] * u[i] + 0.3 * u[i - 1] * u[i + 1]
        w[0] = u[1]
        w[-1] = u[-2] * 2.0
        u = w
        u[0] = 0.5 * u[1] * u[2]
    return np.sum(u * u)


def boundary2(x):
    u = x
    for _ in range(3):
        w = u * u
        u = w
        u[0] = 0.5 * u[1] * u[2]
    return np.sum(u * u)


def branchy(x):
    u = x * 1.0
    for k in range(4):
        v = u * u[1] if u[0] > 0.2 else u + x
        if k % 2:
            u = v
    return np.sum(u)


def shrink(x):
    u = x
    while len(u) > 1:
        u = u[1:] * u[:-1]
    return u[0]


def grow(x):
    u = x[:1] * 2.0
    for k in range(3):
        u = np.concatenate((u, np.sin(u) * x[k]))
    return np.sum(u * u)


def kept(x):
    u = x * 2.0
    old = u
    for _ in range(3):
        old = u
        u = u * u + old[0]
    return np.sum(u * old)


def twonames(x):
    u = x * 2.0
    for _ in range(3):
        v = u
        u = u * x
        v[0] = u[1]
        u = u + v
    return np.sum(u)


def swapish(x):
    a = x * 1.0
    b = x * 2.0
    for _ in range(3):
        t = a
        a = b
        b = t * a
    return np.sum(a * b)


def swapish2(x):
    a = x * 1.0
    b = x * 2.0
    for _ in range(3):
        t = a
        a = b
        b = t
        b[0] = a[1] * b[2]
        a[1] = a[1] * b[0]
    return np.sum(a * b)


def view(x):
    u = x * 1.0
    for _ in range(3):
        left = u[:-1]
        u = u * 2.0
        u[1:] = u[1:] * left
    return np.sum(u * u)


def view2(x):
    u = x * 1.0
    for _ in range(3):
        left = u[:-1]
        left[0] = left[1] * u[2]
        w = left * left
        u = np.concatenate((w, u[-1:]))
    return np.sum(u * u)


def rk4(x):
    u = x

    def f(u):
        return np.sin(u) - 0.1 * u * u

    for _ in range(2):
        k1 = f(u)
        k2 = f(u + 0.05 * k1)
        k3 = f(u + 0.05 * k2)
        k4 = f(u + 0.1 * k3)
        u = u + 0.1 / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return np.sum(u * x)


def step(u, a):
    return np.tanh(u @ np.outer(u, u)) * a


def called(x):
    u = x
    for k in range(3):
        u = step(u, x[k])
    return np.sum(u)


def both(u, a):
    return u * a, a * u[::-1]


def pair(x):
    a, b = x, x * 2.0
    for _ in range(3):
        a, b = both(a, b)
    return np.sum(a * b)


def best(x):
    best = x * 0.0
    u = x
    for _ in range(4):
        u = np.sin(u) * 2.0
        if np.sum(u) > np.sum(best):
            best = u
    return np.sum(best * best)


def inner(x):
    total = 0.0
    for i in range(len(x)):
        u = x * x[i]
        for _ in range(3):
            u = u * u + x
        total += np.sum(u)
    return total


def early(x):
    u = x
    for _ in range(10):
        new = np.cos(u) * x
        if np.max(np.abs(new - u)) < 0.3:
            break
        u = new
    return np.sum(u * u)


def mats(x):
    a = np.outer(x, x)
    b = a
    for _ in range(3):
        b = b @ a
        b = b / np.sum(b)
    return np.sum(b * a)


def unused(x):
    u = x
    v = x * 2
    for _ in range(3):
        v = u * v
        u = u * 2.0
    return np.sum(v)


def final_only(x):
    u = x
    for _ in range(3):
        last = u
        u = u * u
    return np.sum(last)


def written_result(x):
    out = np.zeros(3)
    u = x
    for k in range(3):
        u = u * u
        out[k] = np.sum(u)
    return out


def wh(x):
    u = x * 1.0
    while np.sum(u * u) > 0.5:
        u = u * 0.7
    return np.sum(u * u * x)


def half_exchanged(x):
    a = x * 1.5
    c = x.copy()
    d = np.cos(x)
    if c[0] > 0.2:
        a = step(d, x[1])
        c, a = a, c
    return np.sum(c * x) + np.sum(a)


def second_name_of_a_part(x):
    r = x * 1.0
    q = x
    for _ in range(3):
        r = r * 2.0 + q[0]
        left = r[:-1]
        q = left
        r[0] = 0.3 * r[1]
        r = r + q[0] * np.sum(q)
    return np.sum(r) + np.sum(q)


def second_name_of_what_is_written(x):
    r = x * 1.0
    q = x * 2.0
    for _ in range(3):
        r = r * 2.0 + q[0]
        q = r
        r[0] = 0.3 * r[1]
        r = r + q[0] * np.sum(q)
    return np.sum(r) + np.sum(q)


def leap_then_write(x):
    before = x
    now = x + 0.1 * np.sin(x)
    for _ in range(3):
        before, now = now, before + 0.2 * np.cos(now)
        now[0] = before[1] * 0.5
    return np.sum(now * now)


def leap_then_write_the_old(x):
    before = x
    now = x + 0.1 * np.sin(x)
    for _ in range(3):
        before, now = now, before + 0.2 * np.cos(now)
        before[0] = now[1] * 0.5
    return np.sum(now * now)


def two_results_in_a_branch(x):
    c = x.copy()
    d = np.cos(x)
    if d[1] > 0.2:
        c, d = both(d, x)
        c = c * np.sin(c)
    for _ in range(2):
        d = np.tanh(c * d) + 0.1 * c
    return np.sum(d * c)


def ring(x):
    omega = np.zeros_like(x)
    for _ in range(3):
        torque = np.roll(x, 1) + np.roll(x, -1) - 2.0 * x - np.sin(x)
        omega = omega + 0.1 * torque
        x = x + 0.1 * omega
    return np.sum(x**2)


def rows_of_a_length_that_a_loop_makes(x):
    rows = []
    for k in range(3):
        a = x[:2] * k
        rows.append(np.concatenate((a, x)))
    return np.sum(np.array(rows) ** 2)


FUNCTIONS = (
    euler,
    boundary,
    boundary2,
    branchy,
    shrink,
    grow,
    kept,
    twonames,
    swapish,
    swapish2,
    view,
    view2,
    rk4,
    called,
    pair,
    best,
    inner,
    early,
    mats,
    unused,
    final_only,
    written_result,
    wh,
    half_exchanged,
    second_name_of_a_part,
    second_name_of_what_is_written,
    leap_then_write,
    leap_then_write_the_old,
    two_results_in_a_branch,
    ring,
    rows_of_a_length_that_a_loop_makes,
)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_they_are_right_in_every_mode(function):
    check_plain(function, X)


@pytest.mark.parametrize("function", (ring, called, pair, shrink, best, half_exchanged))
def test_they_compile(function):
    check_compiled(function, X)


def text_of(function):
    return s2sad.source(s2sad.grad(function, jit=False), X)


@pytest.mark.parametrize("function", (ring, rk4, called, pair, euler, shrink, mats))
def test_no_adjoint_is_saved(function):
    assert "_bar_saved" not in text_of(function)


def test_only_what_is_not_linear_is_saved():
    text = text_of(ring)
    assert text.count("_saved = []") == 1
    assert "x_2_saved.append(x_2)" in text


def test_adjoints_are_handed_over_and_begin_where_loops_reach_them():
    text = text_of(ring)
    assert "omega_new_bar = omega_bar\n" in text
    assert "omega_bar = np.empty_like(omega)" in text
    assert "omega_bar[i] = omega_new_bar[i]" in text


def test_nothing_is_copied_for_what_only_changes_its_name():
    """An argument that is bound anew is not written: nobody looks at it afterwards."""
    assert "given" not in text_of(euler)


@pytest.mark.parametrize("function", (two_results_in_a_branch, half_exchanged, ring))
def test_the_gradient_is_differentiated_in_reverse(function):
    hessian = s2sad.hessian(function, jit=False)(X)
    again = s2sad.jacrev(s2sad.grad(function, jit=False), jit=False)(X)
    np.testing.assert_allclose(again, hessian, rtol=1e-11, atol=1e-11)


def test_a_leap_over_two_states_saves_one():
    def leap(start, dt, n):
        before = start
        now = start + dt * np.sin(start)
        for _ in range(n):
            before, now = now, before + 2.0 * dt * np.cos(now)
        return np.sum(now * now)

    check_plain(leap, X, 0.1, 3)
    text = s2sad.source(s2sad.grad(leap, jit=False), X, 0.1, 3)
    assert text.count("_saved = []") == 1
    assert "now_bar = before_bar\n" in text


def filtered(x):
    """A Kalman filter: products of matrices, states that are bound anew and filled."""
    state, cov, turn = x, np.outer(x, x) + np.eye(4), np.eye(4)
    turn[0, 2] = turn[1, 3] = 0.1
    surprise = 0.0
    for k in range(3):
        state = turn @ state
        cov = turn @ cov @ turn.T + 0.1 * np.eye(4)
        seen = np.array([state[0], state[1], 0.0, 0.0])
        scale = seen @ cov @ seen + 0.5
        gain = cov @ seen / scale
        off = 0.3 * k - seen @ state
        state = state + gain * off
        cov = cov - np.outer(gain, seen @ cov)
        surprise += off**2 / scale + np.log(scale)
    return surprise


def test_what_is_only_long_is_not_saved_and_new_arrays_hold_nothing():
    check_plain(filtered, X)
    text = text_of(filtered)
    assert "product_saved" not in text
    assert text.count("product = product @ turn.T") == 1
    assert "state_saved = np.empty" not in text


def filled_again(x):
    u = x * 1.0
    for k in range(3):
        w = u * u
        u = np.empty_like(w)
        for i in range(len(w)):
            u[i] = w[i] + 0.1 * k * x[i]
        u[0] = u[1] * u[2]
    return np.sum(u * x)


def test_what_new_arrays_held_is_not_saved():
    check_plain(filled_again, X)
    assert text_of(filled_again).count("_saved") <= 6


def born_in_a_branch(x):
    s = 0.0
    for k in range(5):
        if k % 2 == 0:
            a = x * (k + 1.0)
        for i in range(2):
            a[i] = x[i + 1] * k
        s += a[0] ** 2 * a[1]
    return s


def born_in_a_branch_by_numbers(x):
    s = 0.0
    for k in range(5):
        if k % 2 == 0:
            a = x * (k + 1.0)
        a[0] = x[1] * k
        s += a[0] ** 2 * a[1]
    return s


def born_in_the_first_trip(x):
    s = 0.0
    for k in range(4):
        for j in range(3):
            if j == 0:
                a = x * (k + 1.0)
            a[0] = np.sin(a[1]) * x[2] + j
            s += a[0] * a[1] + a[0] ** 2
    return s


def born_in_the_end(x):
    s = 0.0
    a = x * 3.0
    for k in range(5):
        for i in range(2):
            a[i] = x[i + 1] * k
        s += a[0] ** 2 * a[1]
        if k % 2 == 0:
            a = x * (k + 1.0)
    return s


@pytest.mark.parametrize(
    "function",
    [
        born_in_a_branch,
        born_in_a_branch_by_numbers,
        born_in_the_first_trip,
        born_in_the_end,
    ],
)
def test_a_trip_that_makes_no_array_writes_over_that_of_an_earlier_one(function):
    check_plain(function, X)


def marked(x):
    s = 0.0
    for k in range(3):
        chosen = x > 0.1 * k
        chosen[0] = False
        y = x * (1.0 + k)
        y[chosen] = np.sin(y[chosen]) * x[0]
        s += np.sum(y * y)
    return s


def test_what_each_trip_has_of_its_own_is_not_put_back():
    check_plain(marked, X)
    text = text_of(marked)
    assert text.count("chosen_saved.append") <= 1
    assert "chosen_saved_2" not in text


def swept(x, weights, n):
    """Sums that begin anew in each sweep, of what the last one left."""
    mean, s = np.zeros(len(x)), x.copy()
    for _ in range(n):
        mean[:] = 0.0
        for w in weights:
            for i in range(len(x)):
                mean[i] += w * np.sin(s[i])
        s = x * mean + 0.5 * s
    return np.sum(mean**2) + np.sum(s)


def swept_and_read_between(x, weights, n):
    mean, t = np.zeros(len(x)), 0.0
    for _ in range(n):
        for i in range(len(x)):
            mean[i] = 0.5 * mean[i - 1] ** 2
        for w in weights:
            for i in range(len(x)):
                mean[i] += w * x[i] + t
            t += 0.1 * np.sum(mean**2)
    return np.sum(mean**2) + t


def test_sums_that_begin_anew_are_put_back_once():
    x, weights = np.array([0.4, -0.7, 1.1]), np.array([0.3, 0.5])
    text = s2sad.source(s2sad.grad(swept, jit=False), x, weights, 3)
    assert text.count("mean_saved") == 3  # made, written, read
    for function in (swept, swept_and_read_between):
        check_plain(function, x, weights, 3)
        check_compiled(function, x, weights, 3)
