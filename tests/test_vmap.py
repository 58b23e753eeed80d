"""vmap: a function, or a derivative, for each row of its arguments."""

import numba
import numpy as np
import pytest

import s2sad


def scaled(x, a):
    return np.sin(x[0]) * x[1] * a


def moments(x):
    mean = np.mean(x)
    return mean, x - mean, len(x)


ROWS = np.array([[0.4, 1.2], [-0.7, 0.3], [1.1, -0.2]])
SCALES = np.array([0.5, 2.0, -1.0])

both = pytest.mark.parametrize("jit", [True, False])


def by_rows(function, count, *arguments):
    return [function(*(item[i] for item in arguments)) for i in range(count)]


@both
def test_numbers_of_rows(jit):
    got = s2sad.vmap(scaled, jit=jit)(ROWS, SCALES)
    np.testing.assert_allclose(got, by_rows(scaled, 3, ROWS, SCALES), rtol=1e-15)


@both
def test_an_argument_that_all_rows_take(jit):
    got = s2sad.vmap(scaled, in_axes=(0, None), jit=jit)(ROWS, 2.0)
    np.testing.assert_allclose(got, [scaled(x, 2.0) for x in ROWS], rtol=1e-15)


@both
def test_results_of_several_kinds(jit):
    means, rests, counts = s2sad.vmap(moments, jit=jit)(ROWS)
    np.testing.assert_allclose(means, ROWS.mean(axis=1), rtol=1e-15)
    np.testing.assert_allclose(rests, ROWS - ROWS.mean(axis=1)[:, None], rtol=1e-15)
    np.testing.assert_array_equal(counts, [2, 2, 2])
    assert counts.dtype == np.int64


@both
@pytest.mark.parametrize("transform", [s2sad.grad, s2sad.jacfwd, s2sad.jacrev])
def test_derivatives_of_each_row(transform, jit):
    made = transform(scaled, argnums=(0, 1), jit=jit)
    got = s2sad.vmap(made, jit=jit)(ROWS, SCALES)
    expected = by_rows(transform(scaled, argnums=(0, 1), jit=False), 3, ROWS, SCALES)
    for number in range(2):
        rows = [row[number] for row in expected]
        np.testing.assert_allclose(got[number], rows, rtol=1e-14)


def test_derivatives_of_a_map():
    mapped = s2sad.vmap(scaled, jit=False)
    jacobian = s2sad.jacrev(mapped, jit=False)(ROWS, SCALES)
    gradients = by_rows(s2sad.grad(scaled, jit=False), 3, ROWS, SCALES)
    assert jacobian.shape == (3, 3, 2)
    for i in range(3):
        np.testing.assert_allclose(jacobian[i, i], gradients[i], rtol=1e-14)
        assert not np.any(np.delete(jacobian[i], i, axis=0))
    forward = s2sad.jacfwd(mapped, jit=False)(ROWS, SCALES)
    np.testing.assert_allclose(forward, jacobian, rtol=1e-14)


def test_a_map_inside_a_function():
    def total(x, a):
        slopes = s2sad.vmap(s2sad.grad(scaled), in_axes=(0, None))(x, a)
        return np.sum(slopes * slopes)

    got = s2sad.grad(total, jit=False)(ROWS, 2.0)
    step = 1e-6
    direction = np.array([[1.0, -0.5], [0.3, 0.2], [-0.7, 0.9]])
    up, down = (total(ROWS + s * step * direction, 2.0) for s in (1, -1))
    assert np.sum(got * direction) == pytest.approx((up - down) / (2 * step), rel=1e-7)


def test_a_map_of_a_map():
    product = s2sad.vmap(lambda x, y: x * y, in_axes=(None, 0), jit=False)
    table = s2sad.vmap(product, in_axes=(0, None), jit=False)
    x, y = np.array([1.0, 2.0, 3.0]), np.array([0.5, -1.0])
    np.testing.assert_allclose(table(x, y), np.outer(x, y))


def test_structures_have_rows_as_well():
    def energy(state, mass):
        return 0.5 * mass * state["v"] ** 2 + np.sum(state["x"])

    state = {"x": ROWS, "v": SCALES}
    got = s2sad.vmap(energy, in_axes=(0, None), jit=False)(state, 3.0)
    expected = 1.5 * SCALES**2 + ROWS.sum(axis=1)
    np.testing.assert_allclose(got, expected, rtol=1e-15)
    slopes = s2sad.vmap(s2sad.grad(energy), in_axes=(0, None), jit=False)(state, 3.0)
    np.testing.assert_allclose(slopes["v"], 3.0 * SCALES)
    np.testing.assert_allclose(slopes["x"], np.ones_like(ROWS))


def test_inside_compiled_code():
    mapped = s2sad.vmap(s2sad.grad(scaled))

    @numba.njit
    def caller(x, a):
        return mapped(x, a)

    expected = mapped(ROWS, SCALES)
    np.testing.assert_allclose(caller(ROWS, SCALES), expected, rtol=1e-15)


def test_new_arrays_are_made_once_for_all_rows():
    text = s2sad.source(s2sad.vmap(s2sad.grad(scaled)), ROWS, SCALES)
    assert text.count("np.zeros") == 1
    assert "rows = np.zeros((x.shape[0], x.shape[1]))" in text
    assert "scaled_grad_into(x[i], a[i], rows[i])" in text


def test_rows_in_parallel():
    mapped = s2sad.vmap(s2sad.value_and_grad(scaled), parallel=True)
    values, slopes = mapped(ROWS, SCALES)
    text = s2sad.source(mapped, ROWS, SCALES)
    assert "from numba import prange" in text and "in prange(" in text
    expected = s2sad.vmap(s2sad.value_and_grad(scaled, jit=False), jit=False)
    np.testing.assert_allclose(values, expected(ROWS, SCALES)[0], rtol=1e-14)
    np.testing.assert_allclose(slopes, expected(ROWS, SCALES)[1], rtol=1e-14)


@both
def test_a_function_that_writes_into_its_row(jit):
    def double(x):
        x *= 2.0

    rows = ROWS.copy()
    assert s2sad.vmap(double, jit=jit)(rows) is None
    np.testing.assert_array_equal(rows, 2.0 * ROWS)


def beginning(x):
    count = int(x[0])
    return x[:count].copy()


def test_no_rows():
    mapped = s2sad.vmap(s2sad.grad(scaled), jit=False)
    assert mapped(np.zeros((0, 2)), np.zeros(0)).shape == (0, 2)
    assert s2sad.vmap(moments, jit=False)(np.zeros((0, 2)))[1].shape == (0, 2)
    with pytest.raises(ValueError, match="x has no rows"):
        s2sad.vmap(beginning, jit=False)(np.zeros((0, 2)))


def added(x, total):
    total[0] += x
    return x


MISTAKES = {
    "numbers of rows": (lambda: s2sad.vmap(scaled)(ROWS, SCALES[:2]), ValueError),
    "which is a number": (lambda: s2sad.vmap(scaled)(ROWS, 2.0), s2sad.UsageError),
    "2 entries|entries for 2": (
        lambda: s2sad.vmap(scaled, in_axes=(0,))(ROWS, 2.0),
        s2sad.UsageError,
    ),
    "no argument": (
        lambda: s2sad.vmap(scaled, in_axes=None)(ROWS[0], 2.0),
        s2sad.UsageError,
    ),
    "0 and None, not 1": (lambda: s2sad.vmap(scaled, in_axes=1), s2sad.UsageError),
    "every row writes into total": (
        lambda: s2sad.vmap(added, in_axes=(0, None), parallel=True)(SCALES, SCALES),
        s2sad.UsageError,
    ),
}


@pytest.mark.parametrize("words", MISTAKES)
def test_mistakes(words):
    call, error = MISTAKES[words]
    with pytest.raises(error, match=words):
        call()


def weighted(x):
    return np.sum(np.exp(x)) * x


def test_a_row_that_is_made_in_one_loop():
    jacobian = s2sad.jacrev(s2sad.vmap(weighted), jit=False)(ROWS)
    rows = by_rows(s2sad.jacfwd(weighted, jit=False), 3, ROWS)
    for i in range(3):
        np.testing.assert_allclose(jacobian[i, :, i], rows[i], rtol=1e-14)

    def total(x):
        return np.sum(s2sad.vmap(weighted)(x) ** 2)

    assert s2sad.grad(total, jit=False)(ROWS).shape == ROWS.shape
