"""Jacobians in all unit directions at once: no seeds, and no loops over zeros."""

import numpy as np
import pytest
from programs_under_test import assert_close, leaves

import s2sad

RNG = np.random.default_rng(11)
X, A = RNG.normal(size=5), RNG.normal(size=(6, 5))
Y, INDEX = np.sign(RNG.normal(size=6)), np.array([1, 1, -1, 0, 3])


def chain(x):
    s = 0.0
    for i in range(len(x) - 1):
        s += 100.0 * (x[i + 1] - x[i] ** 2) ** 2 + (1.0 - x[i]) ** 2
    return s


def springs(x, index):
    energy = 0.0
    for k in range(len(index)):
        d = x[index[k]] - x[k]
        energy += d * d * np.exp(-d)
    return energy


def ends(x):
    return x[-1] ** 2 * x[0] + sum(x[i] ** 3 * x[-1] for i in range(len(x)))


def table(x):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += np.sin(x[i, j]) * x[i, 0] * x[-1, j]
    return s


def logistic(x, a, y):
    loss = 0.0
    for i in range(len(y)):
        margin = 0.0
        for j in range(len(x)):
            margin += a[i, j] * x[j]
        loss += np.log(1.0 + np.exp(-y[i] * margin))
    for j in range(len(x)):
        loss += 0.5 * x[j] ** 2
    return loss


def spring(a, b):
    d = b - a
    return d * d * np.exp(-d)


def scaled(a, b):
    return a * spring(a, b) if b > a else np.sin(b)


def helper(x):
    s = 0.0
    for i in range(len(x) - 1):
        s += spring(x[i], x[i + 1])
    return s


def helpers(x, a):
    s = 0.0
    for i in range(len(x) - 1):
        s += spring(x[i], x[i + 1]) * a[0, i] + scaled(x[i - 1], x[i])
    return s


def helper_of_a_helper(x):
    s = 0.0
    for i in range(len(x)):
        t = spring(x[i], x[i - 1])
        s += scaled(t, x[0]) * t
    return s


def noted(values, k, b):
    values[k] += b * b
    return values[k] * b


def helper_that_writes(x, a):
    values = np.zeros(len(x))
    s = 0.0
    for i in range(1, len(x)):
        s += noted(values, i - 1, x[i] * x[i - 1])
    return s + np.sum(values**2)


def number_read_in_branches(x, a):
    s = 0.0
    for i in range(len(x)):
        t = x[i] * x[i - 1]
        if a[0, i] > 0.0:
            s += t**2
        else:
            for j in range(3):
                s += np.sin(t) * a[j, i]
    return s


def number_kept_from_trip_to_trip(x):
    s, t = 0.0, 1.0
    for i in range(len(x)):
        s += t**2 * x[i]
        t = x[i] * x[i - 1]
        if t > 0.1:
            s += t**3
    return s + t


def place_that_moves(x):
    s, k = 0.0, 0
    while k < len(x) - 1:
        t = x[k] ** 2
        k += 1
        if t > 0.1:
            s += t**2 * x[k]
    return s


def part_of_a_row(x, a):
    total = 0.0
    for i in range(a.shape[0]):
        r = 0.0
        for j in range(a.shape[1] - 2):
            r += (a[i, j] - x[j]) ** 2
        total += np.log(1.0 + r)
    return total


def branches(x, a):
    s = 0.0
    for i in range(len(x)):
        if x[i] > 0.0:
            t = x[i] * a[0, i]
            t += x[i - 1] ** 2
            s += t * t
        elif x[i] < -0.5:
            s -= x[i] ** 3
    return s


def sum_that_is_left(x, a):
    s = 0.0
    for i in range(a.shape[0]):
        m = 0.0
        for j in range(len(x)):
            if a[i, j] > 1.0:
                break
            m += a[i, j] * x[j]
        s += m**3
    return s


def likelihood(x, a, y):
    return np.sum(np.log(1.0 + np.exp(-y * (a @ x)))) + 0.1 * np.sum(x**2)


def matrix_changed_later(x, a):
    b = a.copy()
    z = b @ x
    b[:] = 0.0
    return np.sum(np.exp(z)) + np.sum(b)


def sum_of_changing_terms(x, a):
    b = a.copy()
    s = 0.0
    for i in range(b.shape[0]):
        m = 0.0
        for j in range(len(x)):
            m += b[i, j] * x[j]
        for j in range(len(x)):
            b[i, j] = 0.0
        s += m**3
    return s + np.sum(b)


HESSIANS = [
    (chain, (X,)),
    (chain, (X[:0],)),
    (chain, (X[:1],)),
    (springs, (X, INDEX)),
    (ends, (X,)),
    (table, (A,)),
    (logistic, (X, A, Y)),
    (part_of_a_row, (X, A)),
    (branches, (X, A)),
    (likelihood, (X, A, Y)),
    (sum_that_is_left, (X, A)),
    (helper, (X,)),
    (number_read_in_branches, (X, A)),
]
OTHERS = [
    (matrix_changed_later, (X, A)),
    (sum_of_changing_terms, (X, A)),
    (helper_that_writes, (X, A)),
    (number_kept_from_trip_to_trip, (X,)),
    (place_that_moves, (X,)),
    (helpers, (X, A)),
    (helper_of_a_helper, (X,)),
]


@pytest.mark.parametrize("function, arguments", [*HESSIANS, *OTHERS])
def test_the_hessian_is_that_of_rows(function, arguments):
    rows = s2sad.jacrev(s2sad.grad(function), jit=False)(*arguments)
    for made in (s2sad.hessian, lambda f, jit: s2sad.jacfwd(s2sad.grad(f), jit=jit)):
        got = made(function, jit=False)(*arguments)
        np.testing.assert_allclose(got, rows, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("function, arguments", HESSIANS)
def test_no_direction_is_taken_by_itself(function, arguments):
    text = s2sad.source(s2sad.hessian(function), *arguments)
    assert "directions" not in text and "start" not in text


def residuals(x):
    y = np.empty(len(x) - 1)
    for i in range(len(x) - 1):
        y[i] = np.sin(x[i + 1]) - x[i] ** 2
    return y


def written_twice(x):
    y = np.zeros(len(x))
    for _ in range(3):
        for i in range(len(x)):
            y[i] = x[i] ** 2
    return y


def added_to_and_set(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] += x[i] ** 2
    for i in range(len(x) - 1):
        y[i] = x[i + 1] * x[i]
    return y


def through_a_view(x):
    y = np.zeros(len(x))
    v = y[1:]
    for i in range(len(v)):
        v[i] = x[i] ** 2
        y[i] += v[i] * x[i]
    return y


def two_results(x, a):
    s, y = 0.0, np.zeros(len(x))
    for i in range(len(x)):
        s += a[0, i] * x[i]
        y[i] = x[i] * x[0]
    return s, y, np.sin(s)


def spread(x):
    y = np.zeros((len(x), 2))
    for i in range(len(x)):
        y[i, 0] = x[i] * x[i - 1]
        y[i, 1] = np.cos(x[i])
    return y


def set_again_under_its_name(x, a):
    p, y = a[:5] @ x, np.zeros(5)
    v = y[:]
    for i in range(5):
        v[i] = p[i] * x[i]
    for i in range(5):
        y[i] = 2.0 * x[i]
    return y


def set_again_after_an_exchange(x, a):
    p, y, z = a[:5] @ x, np.zeros(5), np.zeros(5)
    for i in range(5):
        z[i] = p[i] * x[i]
    y, z = z, y
    for i in range(5):
        y[i] = 2.0 * x[i]
    return y


def nothing_in_its_column(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        t = x[i] - x[i]
        y[i] = x[i] ** 2
        if x[i] > 0.0:
            y[i] += t * 3.0
            u = t * 2.0
            if x[i] > 0.1:
                y[i] += u * x[i]
    return y


def nothing_for_a_helper(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        t = 0.0 * x[i]
        y[i] = spring(t, 1.0) * x[i]
    return y


def set_to_zero_in_part(x):
    n = len(x)
    m, v, y = np.ones(n), np.zeros(n), np.zeros(n)
    for i in range(n - 1):
        m[i] = 0.0
    for i in range(n):
        m[i] += 2.0 * i
    for i in range(n):
        v[i] = 3.0 * m[i]
    for i in range(n):
        y[i] = x[i] * x[i] * v[i]
    return y


def set_to_zero_until(x):
    n = len(x)
    m, v, y = np.ones(n), np.zeros(n), np.zeros(n)
    for i in range(n):
        m[i] = 0.0
        if x[i] > 0.0:
            break
    for i in range(n):
        m[i] += 2.0 * i
    for i in range(n):
        v[i] = 3.0 * m[i]
    for i in range(n):
        y[i] = x[i] * x[i] * v[i]
    return y


def of_six_axes(x):
    s, y = 0.0, np.zeros(2)
    for i in range(2):
        s += x[i, 0, 1, 0, 1, 1] ** 2
    for i in range(2):
        y[i] = s * x[0, 1, 0, 0, 0, i]
    return y


JACOBIANS = [
    (residuals, (X,)),
    (residuals, (X[:1],)),
    (written_twice, (X,)),
    (added_to_and_set, (X,)),
    (through_a_view, (X,)),
    (two_results, (X, A)),
    (spread, (X,)),
    (lambda x: x * 2.0, (X,)),
    (lambda x: x, (X,)),
    (set_again_under_its_name, (X, A)),
    (set_again_after_an_exchange, (X, A)),
    (nothing_in_its_column, (X,)),
    (nothing_for_a_helper, (X,)),
    (set_to_zero_in_part, (X,)),
    (set_to_zero_until, (X,)),
    (of_six_axes, (RNG.normal(size=(2,) * 6),)),
]


@pytest.mark.parametrize("function, arguments", JACOBIANS)
def test_the_jacobian_is_that_of_rows(function, arguments):
    got = s2sad.jacfwd(function, jit=False)(*arguments)
    expected = s2sad.jacrev(function, jit=False)(*arguments)
    assert_close(leaves([got]), leaves([expected]), 1e-12, "jacfwd")


def of_two(a, b, m, n):
    total = 0.0
    for k in range(len(m)):
        s, t = 0.0, 0.0
        for i in range(len(a)):
            s += m[k, i] * a[i]
        for j in range(len(b)):
            t += n[k, j] * b[j]
        total += s * t
    return total


@pytest.mark.parametrize("size", [3, 5])
def test_only_second_derivatives_by_one_argument_are_symmetric(size):
    n = RNG.normal(size=(6, size))
    arguments = (X, np.ones(size), A, n)
    found = s2sad.hessian(of_two, argnums=(0, 1), jit=False)(*arguments)
    np.testing.assert_allclose(found[0][1], A.T @ n, rtol=1e-12)
    np.testing.assert_allclose(found[1][0], n.T @ A, rtol=1e-12)


def rows_set_to_zero(x):
    m, y = np.zeros((len(x), 2)), np.zeros(len(x))
    for i in range(len(x)):
        m[i] = 0.0
    for i in range(len(x)):
        m[i] += 2.0 * i
    v = np.zeros((len(x), 2))
    for i in range(len(x)):
        v[i] = 3.0 * m[i]
    for i in range(len(x)):
        y[i] = x[i] * v[i, 0]
    return y


def test_whole_rows_are_no_elements():
    made = s2sad.jacfwd(rows_set_to_zero, jit=False, style="arrays")
    np.testing.assert_allclose(made(X), np.diag(6.0 * np.arange(5)), rtol=1e-15)


def test_a_chain_has_three_bands_and_one_loop():
    text = s2sad.source(s2sad.hessian(chain), X)
    assert text.count("for ") == 1
    assert "hessian[i, i + 1] -= 400.0 * x[i]" in text
    assert text.split()[4:6] == ["def", "chain_hessian(x):"]
    text = s2sad.source(s2sad.jacfwd(two_results), X, A)
    assert text.split()[4:6] == ["def", "two_results_columns(x,"]


def test_a_helper_is_called_for_each_argument_that_varies():
    text = s2sad.source(s2sad.hessian(helper), X)
    assert "spring_adjoint_tangent(x[i], x[i + 1], 1.0, 1.0, 0.0)" in text
    assert "spring_adjoint_tangent(x[i], x[i + 1], 1.0, 0.0, 1.0)" in text
    assert text.count("for ") == 1


def test_rows_that_are_met_once_are_not_set_to_zero():
    text = s2sad.source(s2sad.jacfwd(residuals), X)
    assert text.count("for ") == 1 and "= 0.0" not in text
    assert s2sad.source(s2sad.jacfwd(written_twice), X).count("= 0.0") == 1


def test_a_sum_in_a_hessian_is_half_of_it_and_a_mirror():
    text = s2sad.source(s2sad.hessian(logistic), X, A, Y)
    assert "for c in range(j + 1):" in text
    assert "hessian[column, row] = hessian[row, column]" in text
    assert "margin_dot" not in text.replace("margin_bar_dot", "")
    other = s2sad.source(s2sad.jacfwd(s2sad.grad(logistic)), X, A, Y)
    assert "range(j + 1)" not in other


def test_products_with_the_seeds_are_the_matrix():
    text = s2sad.source(s2sad.hessian(likelihood), X, A, Y)
    assert text.count(" @ ") == 2


def test_a_matrix_of_the_caller_is_not_given_back():
    def product(x, a):
        return a @ x

    a = A.copy()
    got = s2sad.jacfwd(product, jit=False)(X, a)
    np.testing.assert_array_equal(got, A)
    assert not np.shares_memory(got, a)
    whole = np.arange(10).reshape(2, 5)
    found = s2sad.jacfwd(product, jit=False)(X, whole)
    assert found.dtype == np.float64
    np.testing.assert_array_equal(found, whole)


def test_what_has_a_derivative_of_its_own_is_not_taken_for_symmetric():
    @s2sad.custom_vjp
    def straight(x, y):
        return x * y

    straight.defvjp(
        lambda x, y: (x * y, (x, y)),
        lambda saved, bar: (bar * saved[1] * 2.0, bar * saved[0]),
    )

    def f(x, a):
        s = 0.0
        for i in range(a.shape[0]):
            m = 0.0
            for j in range(len(x)):
                m += a[i, j] * x[j]
            s += straight(m, x[0])
        return s

    got = s2sad.hessian(f, jit=False)(X, A)
    columns = s2sad.jacfwd(s2sad.grad(f), jit=False)(X, A)
    np.testing.assert_allclose(got, columns, rtol=1e-12)
    assert np.abs(got - got.T).max() > 0.1


@pytest.mark.parametrize("function, arguments", [HESSIANS[3], HESSIANS[6], HESSIANS[9]])
def test_compiled(function, arguments):
    plain = s2sad.hessian(function, jit=False)(*arguments)
    compiled = s2sad.hessian(function)(*arguments)
    np.testing.assert_allclose(compiled, plain, rtol=1e-12, atol=1e-14)
