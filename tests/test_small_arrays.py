"""Small arrays of which only elements are used are numbers in the text."""

import re

import numpy as np
import pytest

import s2sad

R, X = np.array([0.4, 0.9, 0.2]), np.array([[1.0, 0.3], [0.5, 2.0], [0.2, -1.0]])


def display(r, x):
    s = 0.0
    for i in range(len(x)):
        y = np.array([x[i, 0] * r[0], x[i, 1] * r[1] - r[2], 2])
        s += y[0] ** 2 + y[1] * y[-1]
    return s


def filled(r, x):
    s = 0.0
    for i in range(len(x)):
        y = np.empty(2)
        y[0] = r[0] * x[i, 0]
        y[1] = r[1] * y[0]
        y[0] *= y[1]
        s += y[0] * y[1] * len(y)
    return s


def matrix(r, x):
    m = np.zeros((2, 2))
    for i in range(len(x)):
        m[0, 0] += r[0] * x[i, 0]
        m[1, 1] += r[1] * x[i, 1]
        m[0, 1] = m[0, 0] * r[2]
    return m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0]


def one_element(r, x):
    total = np.ones(1)
    for i in range(len(x)):
        total[0] = total[0] * np.sin(r[0] * x[i, 1] + r[2])
    return total[0] * r[1]


def of_an_earlier_trip(r, x):
    s, y = 0.0, np.array([r[0], r[1]])
    for i in range(len(x)):
        s += y[0] * y[1] * x[i, 0]
        y[0], y[1] = y[1], y[0] * r[2]
    return s


def whole_numbers_in_it(r, x):
    y = np.zeros(2)
    y[0] = len(x)
    y[1] = y[0] // 2
    return y[0] / 2 * r[0] + y[1] * r[1] * x[0, 0] + r[2]


def turned(r, x):
    c, s = np.cos(r[0]), np.sin(r[1])
    return np.array([c * x[0] - s * x[1], s * x[0] + c * x[1] * r[2]])


def helper_that_returns_one(r, x):
    s = 0.0
    for i in range(len(x)):
        y = turned(r, x[i])
        s += y[0] ** 2 + y[1] * y[0]
    return s


def grown(r, x):
    out = np.zeros(2)
    out[0] = r[0] * x[0]
    for i in range(3):
        out[1] += out[0] * r[1] * x[1] * i
    return out


def helper_that_fills_one(r, x):
    s = r[2]
    for i in range(len(x)):
        y = grown(r, x[i])
        s += y[0] * y[1]
    return s


def squared(r, x):
    return np.array([r[0] * x[0] + r[2]])


def helper_that_returns_a_single_one(r, x):
    s = r[1]
    for i in range(len(x)):
        y = squared(r, x[i])
        s += y[0] ** 2
    return s


NUMBERS = (
    helper_that_returns_one,
    helper_that_returns_a_single_one,
    helper_that_fills_one,
    display,
    filled,
    matrix,
    one_element,
    of_an_earlier_trip,
    whole_numbers_in_it,
)


def used_as_a_whole(r, x):
    y = np.array([r[0], r[1]])
    return np.sum(y * y) * y[0] + np.dot(y, x[0]) * r[2]


def second_name(r, x):
    y = np.array([r[0], r[1]])
    z = y
    z[0] = r[2] * x[0, 0]
    return y[0] * y[1]


def index_that_varies(r, x):
    y = np.array([r[0], r[1]])
    s = 0.0
    for i in range(2):
        s += y[i] * x[0, i]
    return s * r[2]


def made_of_its_own_elements(r, x):
    y = np.array([r[0], r[1]])
    for i in range(len(x)):
        y = np.array([y[1] * x[i, 0], y[0] * r[2]])
    return y[0] * y[1]


def whole_numbers_alone(r, x):
    n = np.array([1, 2])
    n[0] = 2.9
    return n[0] * r[0] * x[0, 0] + n[1] * r[1] * r[2]


def helper_used_in_two_ways(r, x):
    y = turned(r, x[0])
    z = turned(r, x[1])
    return np.sum(y * y) + z[0] * z[1]


def table(r, x):
    return np.array([[r[0], r[1]], [r[2], x[0] * r[0]]])


def rows_of_a_matrix(r, x):
    m = table(r, x[0])
    row = m[0]
    return row[0] * row[1] + np.sum(m[1]) * m[1, 1]


ARRAYS = (
    helper_used_in_two_ways,
    rows_of_a_matrix,
    used_as_a_whole,
    second_name,
    index_that_varies,
    made_of_its_own_elements,
    whole_numbers_alone,
)


@pytest.mark.parametrize("program", NUMBERS + ARRAYS)
def test_derivatives_are_right(program):
    value, gradient = s2sad.value_and_grad(program, jit=False)(R, X)
    assert value == pytest.approx(program(R, X), rel=1e-14)
    steps = 1e-6 * np.eye(3)
    expected = [(program(R + s, X) - program(R - s, X)) / 2e-6 for s in steps]
    assert gradient == pytest.approx(np.array(expected), rel=1e-7, abs=1e-8)
    tangent = s2sad.jvp(program, (R, X), (np.ones(3), None), jit=False)[1]
    assert tangent == pytest.approx(np.sum(gradient), rel=1e-12)


@pytest.mark.parametrize("program", NUMBERS)
def test_they_are_numbers_where_only_elements_are_used(program):
    derivative = s2sad.value_and_grad(program, jit=False)
    derivative(R, X)
    assert not re.search(r"\b(y|m|total)(_bar)?\[", derivative.source)


@pytest.mark.parametrize("program", ARRAYS)
def test_they_stay_arrays_where_they_are_used_as_such(program):
    derivative = s2sad.value_and_grad(program, jit=False)
    derivative(R, X)
    assert "np.array(" in derivative.source


def test_compiled_they_are_the_same():
    for program in NUMBERS:
        compiled = s2sad.value_and_grad(program)(R, X)
        plain = s2sad.value_and_grad(program, jit=False)(R, X)
        for one, other in zip(compiled, plain, strict=True):
            assert one == pytest.approx(other, rel=1e-13)


def stacked_fluxes(h, hu):
    speeds = np.stack((h[1:] - h[:-1], h[1:] + hu[:-1]))
    vectors = np.stack((np.ones_like(speeds), speeds), axis=1)
    damping = np.einsum("wf,wkf->kf", speeds, vectors)
    physical = np.stack((hu, hu * h))
    return physical[:, 1:] + physical[:, :-1] - damping


def test_a_view_that_is_written_is_no_small_array():
    for count in (1, 3):
        h, hu = np.linspace(1.0, 2.0, count), np.linspace(0.2, 0.4, count)
        forward = s2sad.jacfwd(stacked_fluxes, jit=False)(h, hu)
        reverse = s2sad.jacrev(stacked_fluxes, jit=False)(h, hu)
        assert forward.shape == (2, count - 1, count)
        assert forward == pytest.approx(reverse, rel=1e-13)
