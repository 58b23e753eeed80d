"""Writes that overwrite nothing the way back reads: they save nothing."""

import numpy as np
import pytest

import s2sad


def swing(p, n):
    angle = np.empty(n)
    angle[0] = p[1]
    for i in range(1, n):
        angle[i] = angle[i - 1] + p[0] * np.sin(angle[i - 1])
    return np.sum(angle**2)


def new_array_in_each_step(p, n):
    u = np.ones(3) * p[1]
    for _ in range(n):
        new = np.empty(3)
        for j in range(3):
            new[j] = u[j] + p[0] * u[j] * u[0]
        u = new
    return np.sum(u**2)


def zeros_read_after_they_are_filled(p, n):
    u = np.ones(3) * p[1]
    for _ in range(n):
        new = np.zeros(3)
        for j in range(3):
            new[j] = u[j] + p[0] * u[j] ** 2
        u = new * new
    return np.sum(u)


def zeros_read_while_they_are_filled(p, n):
    u = np.ones(4) * p[1]
    for _ in range(n):
        new = np.ones(4)
        for j in range(3):
            new[j] = u[j] * p[0] * np.sin(new[j + 1])
        u = new
    return np.sum(u**2)


def written_twice(p, n):
    u = np.ones(3) * p[1]
    for _ in range(n):
        new = np.empty(3)
        for j in range(3):
            new[j] = u[j] * p[0]
            u[j] = np.sin(new[j])
            new[j] = new[j] * new[j]
        u = new
    return np.sum(u**2)


def one_place_for_all_trips(p, n):
    u = np.ones(3) * p[1]
    for _ in range(n):
        new = np.empty(3)
        new[0] = u[0]
        for j in range(1, 3):
            new[0] = u[j] * p[0] * np.sin(new[0])
            new[j] = new[0] * u[j]
        u = new
    return np.sum(u**2)


def filled_by_another_name(p, n):
    u = np.ones(3) * p[1]
    for _ in range(n):
        new = np.empty(3)
        other = new
        for j in range(3):
            other[j] = u[j] * p[0]
        for j in range(3):
            new[j] = np.sin(new[j]) * new[j]
        u = new
    return np.sum(u**2)


def copy_written_inside(p, n):
    """What a plain scheme of slices does: the copy's own elements are never read."""
    u = p[0] * np.linspace(0.1, 1.0, 6)
    for _ in range(n):
        new = u.copy()
        new[1:-1] = u[1:-1] + p[1] * (u[2:] - 2.0 * u[1:-1] + u[:-2])
        new[0] = p[0]
        u = new
    return np.sum(u**2)


def copy_read_before_it_is_written(p, n):
    u = p * np.array([1.0, 2.0])
    for _ in range(n):
        new = u.copy()
        s = np.sin(new[0]) * new[1]
        new[0] = s * u[1]
        u = new
    return np.sum(u**2)


def copy_read_by_another_name(p, n):
    u = p * np.array([1.0, 2.0])
    for _ in range(n):
        new = u.copy()
        other = new
        s = np.sin(other[0]) * other[1]
        new[0] = s * u[1]
        u = new
    return np.sum(u**2)


def copy_read_in_the_loop_that_writes_it(p, n):
    u = p[0] * np.linspace(0.1, 1.0, 6)
    for _ in range(n):
        new = u.copy()
        for j in range(1, 6):
            new[j] = np.sin(new[j - 1]) * new[j] + p[1]
        u = new
    return np.sum(u**2)


P = np.array([0.7, 0.6])
SAVING_NOTHING = (swing,)
SAVING_NO_ELEMENTS = (
    new_array_in_each_step,
    zeros_read_after_they_are_filled,
    copy_written_inside,
)
SAVING = (
    zeros_read_while_they_are_filled,
    written_twice,
    one_place_for_all_trips,
    filled_by_another_name,
    copy_read_before_it_is_written,
    copy_read_by_another_name,
    copy_read_in_the_loop_that_writes_it,
)


def gradient_of(function):
    derivative = s2sad.grad(function, jit=False)
    return derivative, derivative(P, 4)


@pytest.mark.parametrize("function", SAVING_NOTHING + SAVING_NO_ELEMENTS + SAVING)
def test_gradients_are_right(function):
    _, gradient = gradient_of(function)
    steps = 1e-6 * np.eye(2)
    expected = [(function(P + s, 4) - function(P - s, 4)) / 2e-6 for s in steps]
    assert gradient == pytest.approx(np.array(expected), rel=1e-7)
    tangent = s2sad.jvp(function, (P, 4), (np.ones(2), None), jit=False)[1]
    assert tangent == pytest.approx(np.sum(gradient), rel=1e-12)


@pytest.mark.parametrize("function", SAVING_NOTHING)
def test_a_recurrence_that_fills_an_array_saves_nothing(function):
    derivative, _ = gradient_of(function)
    assert "_saved" not in derivative.source


@pytest.mark.parametrize("function", SAVING_NO_ELEMENTS)
def test_first_writes_into_a_new_array_save_no_elements(function):
    derivative, _ = gradient_of(function)
    saved = [line for line in derivative.source.splitlines() if "append(" in line]
    assert not any("[" in line for line in saved), derivative.source


def test_an_array_is_not_kept_to_be_asked_how_long_it_is():
    derivative, _ = gradient_of(copy_written_inside)
    assert "values_saved" not in derivative.source


def read_after_the_write(x, a):
    s = x.copy()
    total = 0.0
    for k in range(len(x)):
        s[k] *= a[k] * s[0]
        for j in range(k):
            g = s[j] - a[j]
            total += g * g
    return total


def read_before_the_write(x, a):
    s = x.copy()
    total = 0.0
    for k in range(len(x)):
        for j in range(k + 1):
            g = s[j] - a[j]
            total += g * g
        s[k] *= a[k] * s[0]
    return total + np.sum(s)


def one_element_read_in_a_loop(x, a):
    s = x.copy()
    total = 0.0
    for k in range(len(x)):
        s[3] += x[k] * np.cos(s[2])
        s[0] += 0.1 * s[3]
        for j in range(len(a)):
            g = s[0] - a[j]
            total += g * g
    return total


@pytest.mark.parametrize(
    "function",
    [read_after_the_write, read_before_the_write, one_element_read_in_a_loop],
)
def test_what_an_inner_loop_reads_again_is_there(function):
    x, a = np.linspace(0.4, 1.3, 5), np.linspace(0.7, 1.1, 5)
    gradient = s2sad.grad(function, jit=False)(x, a)
    columns = s2sad.jacfwd(function, jit=False)(x, a)
    np.testing.assert_allclose(gradient, columns, rtol=1e-13)


def test_elements_that_no_loop_reads_again_are_not_saved():
    x, a = np.linspace(0.4, 1.3, 5), np.linspace(0.7, 1.1, 5)
    text = s2sad.source(s2sad.grad(one_element_read_in_a_loop), x, a)
    assert text.count("_saved[k] = ") == 1
