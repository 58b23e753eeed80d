"""Axes of length 1, along which arrays may be spread: what is known, and where."""

import warnings

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad
from s2sad.errors import RefusalError

FOUR = np.array([0.5, -1.5, 2.0, 0.7])


def spread_anew(x, y):
    z = x[:1]
    z = z * y
    return z * x


def spread_elsewhere(x, y):
    z = x[:1]
    w = z * y
    if y[0] < 0.0:
        z = y * 2.0
    return np.sum(w) + np.sum(z)


def spread_later(x, y):
    z = np.ones(1)
    total = np.sum(z * y * x)
    for _ in range(2):
        total += np.sum(z)
        z = y * 2.0
    return total


def number_beside_one(x, a):
    return -np.sum(np.sin(a) * 2.0 - a * x)


@pytest.mark.parametrize("style", ["loops", "arrays"])
def test_a_name_bound_again_to_a_longer_array(style):
    check_plain(spread_anew, FOUR, FOUR[::-1].copy())
    scalar = lambda x: np.sum(spread_anew(x, x) ** 2)  # noqa: E731
    value, _ = s2sad.value_and_grad(scalar, jit=False, style=style)(FOUR)
    assert value == pytest.approx(scalar(FOUR))


@pytest.mark.parametrize("function", [spread_elsewhere, spread_later])
@pytest.mark.parametrize("style", ["loops", "arrays"])
def test_what_one_path_alone_knows_is_not_counted_on(function, style):
    """The lengths of an array that another path makes longer are checked."""
    with pytest.raises(ValueError, match="z and y have different shapes"):
        s2sad.value_and_grad(function, jit=False, style=style)(FOUR, FOUR)
    value, _ = s2sad.value_and_grad(function, jit=False)(FOUR[:1], FOUR[:1])
    assert value == pytest.approx(function(FOUR[:1], FOUR[:1]))


@pytest.mark.parametrize("shape", [(1,), (1, 1), (2,)])
def test_a_number_beside_an_array_of_one_element(shape):
    check_plain(number_beside_one, np.full(shape, 0.7), 1.3)


def assigned(x, y):
    z = x.copy()
    z[:] = y * 2.0
    return z


def augmented(x, y):
    z = x.copy()
    z += y * 2.0
    return z


def put_into(x, y):
    z = x.copy()
    np.multiply(x, y, out=z)
    return z


def put_into_places(x, y):
    z = x.copy()
    np.multiply(x, y, out=z, where=y > 0.0)
    return z


def turned(x, y):
    z = x.copy()
    z[:] = z.T * y
    return z


@pytest.mark.parametrize(
    "function", [assigned, augmented, put_into, put_into_places, turned]
)
@pytest.mark.parametrize("shapes", [((1,), (4,)), ((1, 3), (2, 3))])
def test_what_is_written_into_does_not_grow(function, shapes):
    x, y = (np.ones(shape) for shape in shapes)
    with pytest.raises(ValueError):
        function(x, y)
    with pytest.raises(ValueError):
        s2sad.jvp(function, (x, y), (x, y), jit=False)
    with pytest.raises(ValueError):
        s2sad.vjp(function, x, y, jit=False)


def taken_by_places(y, places):
    return np.sum(y[places] * 2.0)


def test_places_outside_of_an_array_of_one_element():
    """Its only element does not stand for those that it does not have."""
    places = np.array([0, 2])
    with pytest.raises(IndexError):
        s2sad.value_and_grad(taken_by_places, jit=False)(np.ones(1), places)
    check_plain(lambda y: taken_by_places(y, places), np.ones(3))


PRODUCTS = {
    "inner": lambda x, y: np.inner(x, y),
    "vdot": lambda x, y: np.vdot(x, y),
    "tensordot": lambda x, y: np.sum(np.tensordot(x, y, axes=1)),
    "matmul": lambda x, y: np.matmul(x, y),
    "dot": lambda x, y: np.dot(x, y),
}


@pytest.mark.parametrize("word", PRODUCTS)
@pytest.mark.parametrize("others", [np.ones(1), np.ones(4), np.array([2])])
def test_products_of_other_lengths_raise_without_their_value_too(word, others):
    for x, y in ((np.ones(3), others), (others * 1.0, np.arange(3))):
        with pytest.raises(ValueError):
            s2sad.grad(PRODUCTS[word], jit=False)(x, y)


def inner_differences(x):
    d = x[2:] - x[:-2]
    if len(d) == 0:
        return 7.0 * np.sum(x)
    return np.sum(d**2) + d.size


def mean_of_a_part(x):
    return np.mean(x[1:] * 2.0)


def running(x):
    d = x[1:] - x[:-1]
    e = np.cumsum(d)
    return np.sum(e[1:] * d[:-1]) + d.size


@pytest.mark.parametrize("function", [inner_differences, mean_of_a_part, running])
@pytest.mark.parametrize("count", range(5))
def test_parts_of_short_arrays_are_empty(function, count):
    x = np.linspace(1.0, 2.0, count)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the mean of nothing
        expected = function(x)
        value, gradient = s2sad.value_and_grad(function, jit=False)(x)
        slope = s2sad.jvp(function, (x,), (np.ones_like(x),), jit=False)[1]
    np.testing.assert_allclose(value, expected, rtol=1e-14)
    if np.isfinite(expected):
        np.testing.assert_allclose(np.sum(gradient), slope, rtol=0, atol=1e-12)


def turned(q):
    cross = np.array([[0.0, -q[1]], [q[1], 0.0]])
    return np.sum((np.eye(2) + q[0] * cross) @ cross @ np.array([1.0, 2.0]))


def beside_a_literal(q):
    return np.sum(q * np.array([1.0, 2.0]))


def test_lengths_of_literals_are_known():
    q = np.array([0.3, -0.8])
    assert "raise" not in s2sad.source(s2sad.grad(turned), q)
    check_plain(turned, q)
    check_plain(beside_a_literal, q)


def test_lengths_of_literals_are_checked():
    with pytest.raises(ValueError, match="different shapes"):
        s2sad.grad(beside_a_literal, jit=False)(np.ones(3))


def test_a_number_that_is_a_length_is_known_as_one():
    def f(x, a):
        n, m = len(x), a.shape[1]
        steps = np.linspace(0.0, 1.0, n)
        return np.sum(steps * x) + np.dot(np.ones(m), a[0])

    text = s2sad.source(s2sad.grad(f), np.ones(3), np.ones((2, 4)))
    assert "raise" not in text


def test_a_length_that_is_bound_again_is_not_taken_for_one():
    def f(x):
        n = len(x)
        n = n - 1
        return np.sum(np.ones(n) * x)

    with pytest.raises(ValueError):
        s2sad.grad(f, jit=False)(np.ones(3))


def longer_parts(x, a):
    s = 0.0
    for i in range(1, len(x)):
        y = x[:i] * 2.0
        s += y[-1]
    return s


def shorter_copies(x, a):
    s = 0.0
    for i in range(len(x) - 1, 0, -1):
        y = x[:i].copy()
        y[-1] *= 2.0
        s += y[-1] * y[0]
    return s


def longer_new_arrays(x, a):
    s = 0.0
    for i in range(1, len(x)):
        y = np.zeros(i)
        for j in range(i):
            y[j] += x[j] * x[j]
        s += y[-1]
    return s


def longer_products(x, a):
    s = 0.0
    for i in range(1, len(x)):
        y = a[:i] @ x
        s += y[-1]
    return s


def every_other(v):
    return v[::2] * 2.0


def longer_results(x, a):
    s = 0.0
    for i in range(1, len(x)):
        y = every_other(x[:i])
        s += y[-1] * a[0, i]
    return s


@pytest.mark.parametrize(
    "function",
    [longer_parts, shorter_copies, longer_new_arrays, longer_products, longer_results],
)
def test_each_trip_has_an_adjoint_as_long_as_its_array(function):
    """Where nothing of the array is read on the way back but its length."""
    x, a = np.arange(1.0, 6.0), np.sin(np.arange(25.0)).reshape(5, 5)
    gradient = s2sad.grad(function, jit=False)(x, a)
    columns = s2sad.jacfwd(function, jit=False)(x, a)
    np.testing.assert_allclose(gradient, columns, rtol=1e-13)
    steps = 1e-6 * np.eye(len(x))
    slopes = [(function(x + d, a) - function(x - d, a)) / 2e-6 for d in steps]
    np.testing.assert_allclose(gradient, slopes, rtol=1e-7, atol=1e-7)


def turned_round(x):
    whole = np.empty(x.shape)
    rows = whole.T
    for i in range(x.shape[1]):
        rows[i] = np.sin(x.T[i])
    return np.sum(whole**2)


def test_lengths_of_a_view_turned_round_are_those_of_its_array():
    x = np.outer(FOUR, FOUR[:3])
    text = s2sad.source(s2sad.value_and_grad(turned_round, jit=False), x)
    assert "rows.shape" not in text
    check_plain(turned_round, x)


def smoothed(x, weight):
    out = np.empty(len(x))
    old = 0.0
    for i in range(len(x)):
        out[i] = old = weight * old + x[i]
    return out


def of_helpers(x, w):
    y = smoothed(x, 0.5)
    z = smoothed(np.sin(x), 0.3)
    return np.sum(y * z * w)


def test_lengths_of_what_helpers_give_are_known():
    text = s2sad.source(s2sad.value_and_grad(of_helpers, jit=False), FOUR, FOUR)
    assert text.count("raise") == 1
    check_plain(of_helpers, FOUR, FOUR)
    with pytest.raises(ValueError, match="different shapes"):
        s2sad.grad(of_helpers, jit=False)(FOUR, FOUR[1:])


def of_places(x, w, at, table):
    y = np.zeros(len(at))
    for k in range(3):
        y += w[at] * np.sin(x[at] + k)
    picked = table[0, :, at]
    return np.sum(y * x[at]) + np.sum(picked @ w[: table.shape[1]])


def test_what_an_index_array_takes_is_as_long_as_that():
    at, table = np.array([0, 2, 2]), np.reshape(np.arange(24.0), (2, 3, 4))
    made = s2sad.value_and_grad(of_places, jit=False)
    text = s2sad.source(made, FOUR, FOUR, at, table)
    assert "[at]) !=" not in text and "!= len(x[at" not in text
    check_plain(lambda x, w: of_places(x, w, at, table), FOUR, FOUR)
    with pytest.raises(ValueError, match="different shapes"):
        made(FOUR, FOUR, at, np.ones((2, 5, 4)))


def halved(x, n):
    for k in range(n):
        r = x * (1.0 + k)
        x = 0.5 * (r[::2] + r[1::2] ** 2)
    return np.sum(x)


def test_an_adjoint_is_as_long_as_its_array_though_others_are_shorter_by_then():
    check_plain(halved, np.linspace(0.1, 1.0, 8), 2)
    check_compiled(halved, np.linspace(0.1, 1.0, 8), 3)


def reshaped_by_a_list(x, n):
    shape = []
    for _ in range(n):
        shape.append(2)
    return np.sum(x.reshape(shape)[1] ** 2)


def made_by_an_array(x, n):
    return np.sum(np.ones(np.array([n, 2]))) * x[0]


@pytest.mark.parametrize("function", [reshaped_by_a_list, made_by_an_array])
def test_a_shape_must_say_how_many_axes_there_are(function):
    with pytest.raises(RefusalError, match="number of axes"):
        s2sad.grad(function, jit=False)(FOUR, 2)


def asked_in_between(x, w):
    y = np.sin(x)
    s = np.sum(y)
    if s < 0.0:
        raise ArithmeticError("the sum is negative")
    return np.sum(y * w) * s


def test_a_loop_does_not_go_before_the_check_of_what_it_reads():
    """Compiled code would read behind the end of w."""
    made = s2sad.value_and_grad(asked_in_between, jit=False)
    with pytest.raises(ValueError, match="y and w have different shapes"):
        made(FOUR, FOUR[1:])
    with pytest.raises(ArithmeticError):
        made(-FOUR, FOUR[1:])
    check_plain(asked_in_between, FOUR, FOUR)


def read_by_a_method(x, w):
    return np.sum((x @ w).reshape(2, -1).transpose(1, 0) ** 2)


def read_by_parts(x, w):
    return sum(np.sum(row * row[::-1]) for row in x @ w)


@pytest.mark.parametrize("function", [read_by_a_method, read_by_parts])
def test_what_is_only_tried_checks_nothing(function):
    """A check that was dropped with its trial is made again."""
    x, w = np.reshape(np.arange(6.0), (2, 3)), np.reshape(np.arange(12.0), (3, 4))
    made = s2sad.value_and_grad(function, jit=False)
    assert "x and w have different shapes" in s2sad.source(made, x, w)
    with pytest.raises(ValueError, match="x and w have different shapes"):
        made(x, w[1:])
    check_plain(function, x, w)
