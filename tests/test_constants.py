"""Axes that are known when the text is written: literals, however they get there."""

import math

import numpy as np
import pytest

import s2sad

A = np.random.default_rng(0).normal(size=(3, 4))
AXIS = 1
LAST = -1


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def passed_on(x, axis):
    return softmax(x, axis)


def local(x):
    axis = 1
    return np.sum(np.prod(x, axis) ** 2)


def captured(x):
    axis = 0

    def largest(v):
        return np.max(v, axis)

    return np.sum(largest(x) ** 2)


def in_a_loop(x):
    s = 0.0
    for i in range(2):
        s += np.sum(softmax(x, i * 0 + 1)[0] ** 2) if i > 5 else x[0, i]
        s += np.sum(softmax(x, 1)[0] ** 2)
    return s


def computed(x):
    """Which axis is the last is worked out, of a number of the module."""
    axis = LAST if LAST > 0 else x.ndim + LAST
    rest = x.shape[:axis] + x.shape[axis + 1 :]
    return np.sum(np.prod(x, axis) ** 2) / len(rest)


FUNCTIONS = {
    "a default": lambda x: np.sum(softmax(x) ** 2),
    "an argument": lambda x: np.sum(softmax(x, 0) ** 2),
    "an argument passed on": lambda x: np.sum(passed_on(x, axis=1) ** 3),
    "two texts": lambda x: np.sum(softmax(x, 0) * softmax(x, 1)),
    "a tuple": lambda x: np.sum(softmax(x, (0, 1)) ** 2),
    "a number of the module": lambda x: np.sum(np.prod(x, AXIS) ** 2),
    "what is computed of one": computed,
    "a local name": local,
    "a captured name": captured,
    "in a loop": in_a_loop,
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_an_axis_may_come_from(function):
    direction = np.random.default_rng(1).normal(size=A.shape)
    ahead, behind = (function(A + s * 1e-6 * direction) for s in (1, -1))
    gradient = s2sad.grad(function, jit=False)(A)
    expected = (ahead - behind) / 2e-6
    np.testing.assert_allclose(np.vdot(gradient, direction), expected, atol=1e-8)


def test_what_is_known_is_no_argument_of_the_text():
    text = s2sad.source(s2sad.grad(FUNCTIONS["a default"]), A)
    assert "function_grad(x):" in text and "softmax(x):" in text


def test_a_number_of_the_module_is_looked_at_again(monkeypatch):
    gradient = s2sad.grad(FUNCTIONS["a number of the module"], jit=False)
    before = gradient(A)
    monkeypatch.setitem(globals(), "AXIS", 0)
    expected = s2sad.grad(lambda x: np.sum(np.prod(x, 0) ** 2), jit=False)(A)
    np.testing.assert_allclose(gradient(A), expected)
    assert not np.allclose(before, expected)


def test_what_was_computed_of_it_is_computed_again(monkeypatch):
    gradient = s2sad.grad(computed, jit=False)
    np.testing.assert_allclose(gradient(A), s2sad.grad(local, jit=False)(A))
    monkeypatch.setitem(globals(), "LAST", -2)
    expected = s2sad.grad(lambda x: np.sum(np.prod(x, 0) ** 2), jit=False)(A)
    np.testing.assert_allclose(gradient(A), expected)


def test_an_axis_that_is_not_known_is_refused():
    def function(x, n):
        return np.sum(passed_on(x, len(x)))

    with pytest.raises(s2sad.RefusalError, match="axis is not a constant") as caught:
        s2sad.grad(function, jit=False)(A, 1)
    assert "test_constants.py" in str(caught.value)


@pytest.mark.parametrize("axis", [0, 1])
def test_an_axis_that_is_an_argument_is_a_constant_of_the_text(axis):
    def function(x, n):
        return np.sum(np.prod(x, n) ** 2) + np.sum(softmax(x, axis=n) ** 2)

    expected = s2sad.grad(lambda x: function(x, axis), jit=False)(A)
    np.testing.assert_array_equal(s2sad.grad(function, jit=False)(A, axis), expected)


def test_numbers_are_chosen_by_if_where_arrays_are_by_where():
    def function(x):
        return np.maximum(np.max(x), 0.5)

    assert " if " in s2sad.source(s2sad.grad(function), A[0])
    np.testing.assert_array_equal(s2sad.grad(function)(np.arange(3.0)), [0, 0, 1])


def test_a_shape_given_as_numbers_takes_an_active_value():
    def function(x):
        return np.full((2, 3), np.sum(x * x))

    value, dot = s2sad.jvp(function, (A,), (A,), jit=False)
    np.testing.assert_allclose(dot, 2.0 * value)


def test_a_part_of_a_shape_is_not_the_shape():
    def function(x):
        y = np.zeros(x.shape[:1])
        for i in range(len(x)):
            y[i] = x[i, 0] ** 2
        return np.sum(y)

    expected = np.zeros_like(A)
    expected[:, 0] = 2.0 * A[:, 0]
    np.testing.assert_allclose(s2sad.grad(function, jit=False)(A), expected)


@pytest.mark.parametrize("jit", [False, True])
def test_a_zero_in_a_table_has_a_sign(jit):
    table = {"zeros": (0.0, 1.0)}

    def function(x):
        return x * math.copysign(1.0, table["zeros"][0])

    gradient = s2sad.grad(function, jit=jit)
    assert gradient(2.0) == 1.0
    table["zeros"] = (-0.0, 1.0)
    assert gradient(2.0) == -1.0
